import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CallResult } from '#ui-kit/call.ts'
import '#ui-kit/elements/qr-code.ts'
import { clockTime, dateLine } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed, type Result } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { foot, formStyles, textField } from '../parts/form.ts'
import { pageStyles } from '../styles.ts'

type Slip = Extract<CallResult<'GET /api/v1/record/slip'>, { ok: true }>['answer']

/** What a slip counts, in the order of the paper. */
const counted = [
  'issued',
  'completed',
  'no_show',
  'cancelled',
  'expired',
  'waiting',
  'called',
  'serving',
  'parked',
] as const

/** The slip of a closed day: numbers, the signed head in words and as a QR code, a line to sign on. */
@customElement('day-slip')
export class DaySlip extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() zone = ''
  @state() private slip: Slip | null = null

  private readonly deed = new Deed(this)

  override render() {
    const { deed } = this
    const { speech } = deed
    return html`<section class="card panel" aria-labelledby="title">
      <h2 id="title">${speech.say('mgr.rec.slip')}</h2>
      <div class="inner">
        <p class="note">${speech.say('mgr.rec.slipMore')}</p>
        <form
          novalidate
          @submit=${deed.on({
            send: (value) => this.read(value('businessDay')),
            done: (slip: Slip) => (this.slip = slip),
          })}
        >
          ${textField(deed, {
            name: 'businessDay',
            label: speech.say('mgr.rec.slipDay'),
            type: 'date',
          })}
          ${foot(deed, { label: speech.say('mgr.rec.slipGo'), icon: 'file-text', look: '' })}
        </form>
        ${this.slip ? this.paper(this.slip) : nothing}
      </div>
    </section>`
  }

  private async read(businessDay: string): Promise<Result<Slip>> {
    const query = businessDay ? { businessDay } : {}
    const found = await this.entry.ask('GET /api/v1/record/slip', { query })
    if (found.ok || found.problem?.code !== 'not-found') return found
    return { ...found, why: this.deed.speech.say('mgr.rec.slip.none') }
  }

  private paper(slip: Slip) {
    const { speech } = this.deed
    return html`<article class="paper">
        <h3>${speech.say('mgr.rec.slip.title')}</h3>
        <p class="hall">${speech.pick(slip.hallName)}</p>
        <dl class="facts">
          ${this.fact('day', slip.businessDay)}
          ${counted.map((name) => {
            const n = slip.counts[name]
            return n === undefined
              ? nothing
              : html`<dt>${speech.say(`mgr.count.${name}`)}</dt>
                  <dd>${n}</dd>`
          })}
          ${this.fact('size', slip.size)} ${this.fact('hash', slip.shortHash)}
          ${this.fact(
            'signed',
            `${dateLine(speech.lang, slip.signedAt, this.zone)} ${clockTime(slip.signedAt, this.zone)}`,
          )}
        </dl>
        <qr-code .text=${slip.qr} label=${speech.say('mgr.rec.slip.qr')}></qr-code>
        <p class="sign">${speech.say('mgr.rec.slip.sign')}</p>
      </article>
      <div class="row">
        <button class="button primary" @click=${() => print()}>
          <ui-icon name="printer"></ui-icon>${speech.say('mgr.rec.print')}
        </button>
      </div>`
  }

  private fact(name: 'day' | 'size' | 'hash' | 'signed', value: string | number) {
    return html`<dt>${this.deed.speech.say(`mgr.rec.slip.${name}`)}</dt>
      <dd>${value}</dd>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    fields,
    pageStyles,
    formStyles,
    css`
      :host {
        display: block;
      }
      .paper {
        padding: 18px;
        border: 1px dashed var(--c-control);
        border-radius: 10px;
      }
      h3 {
        font-size: 18px;
        text-align: center;
      }
      .hall {
        margin-bottom: 12px;
        text-align: center;
      }
      qr-code {
        width: 220px;
        margin: 16px auto;
      }
      .sign {
        padding-top: 8px;
        border-bottom: 1px solid var(--ink-900);
        line-height: 2.4;
      }
      @media print {
        .panel {
          border: 0;
          box-shadow: none;
        }
        .panel > h2,
        .inner > .note,
        form,
        .row {
          display: none;
        }
        .paper {
          border: 0;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'day-slip': DaySlip
  }
}
