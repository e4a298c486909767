import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { tell } from '../events.ts'
import { strong } from '../text.ts'
import { KioskDivertPage } from './kiosk-divert-page.ts'

/**
 * A terminal does this sooner: where it is and how long it takes there, beside the window. An offer
 * and no wall: nothing is chosen beforehand. Event besides those of the page: `go-self-service`.
 */
@customElement('kiosk-divert')
export class KioskDivert extends KioskDivertPage {
  protected override readonly hasBack = true

  /** 无需排队 is said only where nobody stands in front of the terminal. */
  protected override heading() {
    const { speech } = this
    const isFree = this.offered.offer.ahead === 0
    const how = speech.say(isFree ? 'kiosk.divert.noLine' : 'kiosk.divert.sooner')
    return strong(speech.say('kiosk.divert', { how }), how)
  }

  protected override there() {
    const { speech, taking } = this
    const { minutes } = this.offered.offer
    return html`<dl>
        <div>
          <dt>${speech.say('kiosk.divert.whole')}</dt>
          <dd>${speech.say('kiosk.divert.minutes', { n: minutes })}</dd>
        </div>
        <div>
          <dt>${speech.say('kiosk.divert.unsure')}</dt>
          <dd>${speech.say('kiosk.divert.helped')}</dd>
        </div>
      </dl>
      <button
        class="button primary prose"
        aria-disabled=${taking ? 'true' : 'false'}
        @click=${this.#go}
      >
        ${speech.say('kiosk.divert.go')}<ui-icon name="arrow-right"></ui-icon>
      </button>`
  }

  readonly #go = (): void => {
    if (!this.taking) tell(this, 'go-self-service')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-divert': KioskDivert
  }
}
