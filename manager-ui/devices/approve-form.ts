import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CallResult } from '#ui-kit/call.ts'
import { clockTime } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { foot, formStyles, selectField, textField } from '../parts/form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import { fingerprintOf, isAtCounter, kindIcons } from './health.ts'

type Asking = Extract<CallResult<'POST /api/v1/pairings/look'>, { ok: true }>['answer']

/**
 * What the server knows of the screen that shows a code: its kind, four words that must stand on it
 * too, and where it asks from. Then its counter, place and name, or no. Sends `over` when decided.
 */
@customElement('approve-form')
export class ApproveForm extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) asking!: Asking
  @property() code = ''
  @property() zone = ''

  private readonly deed = new Deed(this, { 'counter-unknown': 'counterId' })
  private readonly counters = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/counters', how),
  )

  override render() {
    const { deed, asking } = this
    const { speech } = deed
    deed.terms = this.entry.may('device.approve')
    return html`<div class="seen">
        <span class="tile"><ui-icon name=${kindIcons[asking.kind]}></ui-icon></span>
        <strong>${speech.say(`kind.${asking.kind}`)}</strong>
      </div>
      <p class="words">${fingerprintOf(asking)}</p>
      <p class="hint">
        <ui-icon name="eye"></ui-icon><span>${speech.say('mgr.pair.compare')}</span>
      </p>
      <dl class="facts">
        <dt>${speech.say('mgr.pair.address')}</dt>
        <dd>${asking.address}</dd>
        <dt>${speech.say('mgr.pair.askedAt')}</dt>
        <dd>${clockTime(asking.askedAt, this.zone)}</dd>
        <dt>${speech.say('mgr.pair.until')}</dt>
        <dd>${clockTime(asking.expiresAt, this.zone)}</dd>
      </dl>
      <form novalidate @submit=${this.approve}>
        ${isAtCounter(asking.kind) ? this.counterField() : nothing}
        ${textField(deed, {
          name: 'place',
          label: speech.say('mgr.dev.place'),
          hint: speech.say('mgr.dev.placeHint'),
          maxlength: 60,
        })}
        ${textField(deed, {
          name: 'name',
          label: speech.say('mgr.dev.name'),
          maxlength: 40,
          value: speech.say(`kind.${asking.kind}`),
        })}
        ${foot(deed, {
          label: speech.say('mgr.pair.approve'),
          icon: 'check',
          cancel: () => this.over(),
        })}
      </form>
      <button class="button danger small" @click=${() => void this.refuse()}>
        <ui-icon name="x"></ui-icon>${speech.say('mgr.pair.refuse')}
      </button>`
  }

  private counterField() {
    const { deed, counters } = this
    const choices = counters.value?.counters ?? []
    return selectField(deed, {
      name: 'counterId',
      label: deed.speech.say('mgr.dev.counter'),
      choices: [
        { value: '', label: deed.speech.say('mgr.choose') },
        ...choices.map(({ id, no }) => ({
          value: id,
          label: deed.speech.say('common.window', { no }),
        })),
      ],
    })
  }

  private readonly approve = (event: SubmitEvent): void => {
    const { deed, entry, code: userCode } = this
    const { speech } = deed
    deed.on({
      check: (value) => ({
        counterId:
          isAtCounter(this.asking.kind) &&
          !value('counterId') &&
          speech.say('mgr.dev.counterMissing'),
        place: !value('place') && speech.say('mgr.dev.placeMissing'),
        name: !value('name') && speech.say('mgr.dev.nameMissing'),
      }),
      send: (value) => {
        const counterId = value('counterId')
        const body = { userCode, name: value('name'), place: value('place') }
        return entry.ask('POST /api/v1/pairings/approve', {
          body: counterId ? { ...body, counterId } : body,
        })
      },
      done: ({ device }) => {
        tell(speech.say('mgr.pair.done', { name: device.name }))
        this.over()
      },
    })(event)
  }

  private async refuse(): Promise<void> {
    const body = { userCode: this.code }
    const refused = await this.entry.ask('POST /api/v1/pairings/refuse', { body })
    if (!refused.ok) return
    tell(this.deed.speech.say('mgr.pair.refused'))
    this.over()
  }

  private over(): void {
    this.dispatchEvent(new CustomEvent('over'))
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
        display: grid;
        gap: 14px;
      }
      .seen {
        display: flex;
        align-items: center;
        gap: 12px;
        font-size: 16px;
      }
      .words {
        padding: 12px 14px;
        border-radius: 10px;
        background: var(--bg-100);
        font-size: 17px;
        font-weight: var(--w-strong);
        line-height: 1.6;
      }
      .words [lang='en'] {
        color: var(--c-text-2);
        font-size: 14px;
      }
      .hint {
        font-size: 13px;
      }
      .danger {
        justify-self: start;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'approve-form': ApproveForm
  }
}
