import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { KioskView } from '#contract/live.ts'
import { landscape } from '#ui-kit/drawings.ts'
import { clockTime, dateShort } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/hall-mark.ts'
import '#ui-kit/elements/ticket-number.ts'
import { kiosk } from '../styles.ts'
import { strong } from '../text.ts'
import { hero } from './kiosk-hero.css.ts'

/**
 * The green surface of the home page: the greeting and what goes on in the hall. A strip across the
 * portrait panel; on the landscape panel a column, which then also carries the hall and the clock.
 */
@customElement('kiosk-hero')
export class KioskHero extends LitElement {
  @property({ attribute: false }) view!: KioskView
  @property({ attribute: false }) now = 0
  readonly #speech = new Speech(this)

  static override styles = [...kiosk, hero]

  override render() {
    const { hall } = this.view
    const { lang } = this.#speech
    return html`
      <hall-mark .name=${hall.shortName}></hall-mark>
      <div class="greet">
        <h1 lang=${lang}>${this.#speech.say('kiosk.greet')}</h1>
        <p class="other" lang=${this.#speech.other}>${this.#speech.say('kiosk.greet.other')}</p>
      </div>
      <div class="landscape">${landscape}</div>
      ${this.#facts()}
      <div class="time">
        <span class="clock">${clockTime(this.now, hall.timeZone)}</span>
        <span>${dateShort(lang, this.now, hall.timeZone)}</span>
      </div>
    `
  }

  #facts() {
    const { openCounters: counters, waiting: n, nowCalling } = this.view
    const speech = this.#speech
    return html`<div class="facts" lang=${speech.lang}>
      ${
        nowCalling
          ? html`<div class="calling">
              <span>${speech.say('kiosk.nowCalling')}</span>
              <ticket-number .number=${nowCalling.ticketNo}></ticket-number>
              <span class="wide"
                >${speech.say('kiosk.callingTo', { counter: nowCalling.counterNo })}</span
              >
              <span class="narrow"
                >${speech.say('kiosk.callingGoTo', { counter: nowCalling.counterNo })}</span
              >
            </div>`
          : nothing
      }
      <div class="wide counters">
        ${strong(speech.say('kiosk.openCounters', { n: counters }), counters)}
      </div>
      <div class="wide people">${strong(speech.say('kiosk.waitingNow', { n }), n)}</div>
      <div class="narrow">${speech.say('kiosk.openAndWaiting', { counters, n })}</div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-hero': KioskHero
  }
}
