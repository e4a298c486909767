import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { minutesRange } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { tell } from '../events.ts'
import { strong } from '../text.ts'
import type { Offered } from '../visit.ts'
import { takeAnyway } from './take-anyway.css.ts'

/**
 * 仍然取号: the number for a window, one tap away wherever a terminal is offered, with who waits
 * there, for how long, and the whole time until it is done, as the terminal tells its own.
 * `taking`: it is on its way, and shows so after a moment (`slow`). Event `take-anyway`.
 */
@customElement('take-anyway')
export class TakeAnyway extends LitElement {
  @property({ attribute: false }) offered!: Offered
  @property({ type: Boolean }) taking = false
  @property({ type: Boolean }) slow = false
  readonly #speech = new Speech(this)

  static override styles = takeAnyway

  override render() {
    const { taking, slow } = this
    const speech = this.#speech
    return html`<button
      class="card"
      lang=${speech.lang}
      aria-disabled=${taking ? 'true' : 'false'}
      aria-busy=${taking ? 'true' : 'false'}
      @click=${this.#take}
    >
      <span class="tile"><ui-icon name="ticket"></ui-icon></span>
      <span class="what">
        <b class="name">${speech.say('kiosk.divert.stay')}</b>
        ${this.#window()}
      </span>
      <span class="end">
        <span class="take">${speech.say('kiosk.divert.take')}</span>
        ${
          taking && slow
            ? html`<ui-icon class="spinner" name="loader-2"></ui-icon>`
            : html`<ui-icon name="chevron-right"></ui-icon>`
        }
      </span>
    </button>`
  }

  /** People, wait and whole time; with no window open nobody can know how long it takes. */
  #window() {
    const { service, offer } = this.offered
    const { waiting, wait } = service
    const speech = this.#speech
    const people = html`<span class="part"
      >${strong(speech.say('kiosk.divert.ahead', { n: waiting }), waiting)}</span
    >`
    if (offer.windowMinutes === null)
      return html`<span class="line">
        ${waiting > 0 ? people : nothing}
        <span class="part">${speech.say('kiosk.divert.noWindow')}</span>
      </span>`
    const { from, until, over } = offer.windowMinutes
    const whole = minutesRange(speech.lang, { fromMinutes: from, untilMinutes: until, over })
    const range = wait && minutesRange(speech.lang, wait)
    return html`<span class="line">
        ${people}
        ${range ? html`<span class="part">${strong(speech.say('kiosk.divert.wait', { range }), range)}</span>` : nothing}
      </span>
      <span class="line whole">${speech.say('kiosk.divert.whole')} <b>${whole}</b></span>`
  }

  readonly #take = (): void => {
    if (!this.taking) tell(this, 'take-anyway')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'take-anyway': TakeAnyway
  }
}
