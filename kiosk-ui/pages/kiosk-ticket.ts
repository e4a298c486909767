import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HallView } from '#contract/live.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { tell } from '../events.ts'
import '../parts/kiosk-bar.ts'
import '../parts/kiosk-header.ts'
import '../parts/ticket-card.ts'
import { inRow, strong } from '../text.ts'
import type { TakenNumber } from '../visit.ts'
import { ticketPage } from './kiosk-ticket.css.ts'

/**
 * Here is your number. Shown until the customer is done or `leftS` seconds have passed, which the
 * button counts down. Events: `go-home`, with `switch-language` of the bar.
 */
@customElement('kiosk-ticket')
export class KioskTicket extends LitElement {
  @property({ attribute: false }) hall!: HallView
  @property({ attribute: false }) taken!: TakenNumber
  @property({ attribute: false }) now = 0
  @property({ type: Number }) leftS: number | null = null
  readonly #speech = new Speech(this)

  static override styles = ticketPage

  override render() {
    const { hall, taken, now, leftS } = this
    const speech = this.#speech
    const no = taken.ticketNo
    return html`
      <kiosk-header role="banner" .hall=${hall} .now=${now}></kiosk-header>
      <main class="page-in">
        <div class="done">
          <h1 lang=${speech.lang}>
            <ui-icon name="circle-check-filled"></ui-icon>${speech.say('kiosk.done')}
          </h1>
          <p lang=${speech.lang}>${speech.say('kiosk.sit')}</p>
        </div>
        <ticket-card .taken=${taken} .timeZone=${hall.timeZone}></ticket-card>
        ${this.#materials()}
        <button class="button finish on-dark" @click=${() => tell(this, 'go-home')}>
          <ui-icon name="check"></ui-icon>
          <span class="go">${speech.say('kiosk.finish')}</span>
          ${
            leftS === null
              ? nothing
              : html`<span class="left" role="timer" aria-live="off"
                  >${speech.say('kiosk.finish.in', { s: leftS })}</span
                >`
          }
        </button>
      </main>
      <kiosk-bar role="contentinfo" dark>
        <p class="note">${strong(speech.say('kiosk.noteNumber', { no }), no)}</p>
      </kiosk-bar>
    `
  }

  #materials() {
    const speech = this.#speech
    const materials = inRow(speech.pick(this.taken.materials))
    if (!materials) return nothing
    return html`<p class="bring">
      <ui-icon name="clipboard-check"></ui-icon>
      <span>${speech.say('kiosk.ready')}<b>${materials}</b></span>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-ticket': KioskTicket
  }
}
