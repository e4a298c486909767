import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CallResult } from '#ui-kit/call.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { foot, formStyles, textField } from '../parts/form.ts'
import { pageStyles } from '../styles.ts'
import { deviceKinds, kindIcons, pairAddresses } from './health.ts'
import './approve-form.ts'

export type Asking = Extract<CallResult<'POST /api/v1/pairings/look'>, { ok: true }>['answer']

/** The address of this page leads other machines to themselves. */
const isOnlyHere = /^(?:localhost|127\.|\[::1\])/.test(location.hostname)

/**
 * Takes a screen in: the code from its own screen first, then, beside what the server knows of it,
 * where it stands. `waiting`: how many screens show a code now.
 */
@customElement('pair-panel')
export class PairPanel extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) waiting = 0
  @property() zone = ''
  @state() private found: { code: string; asking: Asking } | null = null
  @query('[name=code]') private codeField?: HTMLInputElement

  private readonly deed = new Deed(this, {
    'pairing-unknown': 'code',
    'pairing-over': 'code',
    'bad-request': 'code',
  })

  override focus(): void {
    this.codeField?.focus()
  }

  override render() {
    const { speech } = this.deed
    return html`<section class="card panel" aria-labelledby="title">
      <h2 id="title">
        ${speech.say('mgr.pair.title')}
        ${
          this.waiting > 0
            ? html`<span class="count"
                >${speech.say('mgr.pair.waiting', { n: this.waiting })}</span
              >`
            : nothing
        }
      </h2>
      <div class="inner">${this.found ? this.approving(this.found) : this.asking()}</div>
    </section>`
  }

  private asking() {
    const { deed } = this
    const { speech } = deed
    deed.terms = this.entry.may('device.approve')
    return html`<ol>
        <li>
          ${speech.say('mgr.pair.step1')}
          <ul>
            ${deviceKinds.map(
              (kind) =>
                html`<li>
                  <ui-icon name=${kindIcons[kind]}></ui-icon> ${speech.say(`kind.${kind}`)}
                  <code>${location.origin}${pairAddresses[kind]}</code>
                </li>`,
            )}
          </ul>
        </li>
        <li>${speech.say('mgr.pair.step2')}</li>
      </ol>
      ${isOnlyHere ? html`<p class="note">${speech.say('mgr.pair.onlyHere')}</p>` : nothing}
      <form
        novalidate
        @submit=${deed.on({
          check: (value) => ({
            code: !/^[a-z]{4}-?[a-z]{4}$/i.test(value('code')) && speech.say('mgr.pair.codeShape'),
          }),
          send: (value) => this.look(value('code')),
          done: () => {},
        })}
      >
        ${textField(deed, {
          name: 'code',
          label: speech.say('mgr.pair.code'),
          hint: speech.say('mgr.pair.codeHint'),
          maxlength: 9,
          isCode: true,
        })}
        ${foot(deed, { label: speech.say('mgr.pair.look'), icon: 'search' })}
      </form>`
  }

  private async look(userCode: string) {
    const asked = await this.entry.ask('POST /api/v1/pairings/look', { body: { userCode } })
    if (asked.ok) this.found = { code: userCode, asking: asked.answer }
    return asked
  }

  private approving({ code, asking }: { code: string; asking: Asking }) {
    return html`<approve-form
      .entry=${this.entry}
      .code=${code}
      .asking=${asking}
      .zone=${this.zone}
      @over=${() => {
        this.found = null
        this.deed.clear()
      }}
    ></approve-form>`
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
      ol {
        display: grid;
        gap: 10px;
        padding-inline-start: 20px;
        font-size: 13.5px;
        list-style: decimal;
      }
      ul {
        display: grid;
        gap: 6px;
        margin: 8px 0 0 -20px;
      }
      code {
        display: block;
        margin-top: 2px;
        padding: 5px 10px;
        border-radius: 8px;
        background: var(--bg-100);
        color: var(--ink-800);
        font-size: 12.5px;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'pair-panel': PairPanel
  }
}
