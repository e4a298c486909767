import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { tell } from '../events.ts'
import { KioskDivertPage } from './kiosk-divert-page.ts'

/**
 * The way to the terminal that was chosen, and whom to ask there. It ends like the page of a number:
 * by hand, or after `leftS` seconds. Event besides those of the page: `go-home`.
 */
@customElement('kiosk-divert-way')
export class KioskDivertWay extends KioskDivertPage {
  @property({ attribute: false }) leftS: number | null = null
  protected override readonly hasBack = false

  protected override heading() {
    return html`<b>${this.speech.say('kiosk.divert.way')}</b>`
  }

  protected override there() {
    const { speech, taking } = this
    return html`<p class="ask">
        <ui-icon name="headset"></ui-icon>${speech.say('kiosk.divert.ask')}
      </p>
      <button
        class="button primary"
        aria-disabled=${taking ? 'true' : 'false'}
        @click=${this.#finish}
      >
        <ui-icon name="check"></ui-icon>${speech.say('kiosk.finish')} ${this.#left()}
      </button>`
  }

  #left() {
    const { leftS } = this
    if (leftS === null) return nothing
    return html`<span class="left" role="timer" aria-live="off"
      >${this.speech.say('kiosk.finish.in', { s: leftS })}</span
    >`
  }

  readonly #finish = (): void => {
    if (!this.taking) tell(this, 'go-home')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-divert-way': KioskDivertWay
  }
}
