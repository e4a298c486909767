import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { clockRange, minutesRange } from '#ui-kit/format.ts'
import { figure, listOf } from '#ui-kit/figures.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/qr-code.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { classLine } from '#ui-kit/ticket-class.ts'
import type { TakenNumber } from '../visit.ts'
import { ticketCard } from './ticket-card.css.ts'

const minuteMs = 60_000

/**
 * The number just taken, as a ticket with its tear line: the number first, then counters, its class,
 * people ahead, minutes, clock times, and the code of the ticket's own page.
 */
@customElement('ticket-card')
export class TicketCard extends LitElement {
  @property({ attribute: false }) taken!: TakenNumber
  @property({ attribute: false }) timeZone = ''
  readonly #speech = new Speech(this)

  static override styles = ticketCard

  override render() {
    const { taken } = this
    const speech = this.#speech
    return html`
      <div class="number">
        <p class="service prose" lang=${speech.lang}>${speech.pick(taken.serviceName)}</p>
        <p class="label">
          ${speech.say('kiosk.yourNumber')}
          ${
            speech.lang === 'zh'
              ? html`<span lang="en">${speech.say('kiosk.yourNumber.other')}</span>`
              : nothing
          }
        </p>
        <ticket-number .number=${taken.ticketNo}></ticket-number>
        <p class="pills">
          <span class="counters"><ui-icon name="map-pin"></ui-icon>${this.#counters()}</span>
          ${this.#class()}
        </p>
      </div>
      <div class="tear"></div>
      ${this.#facts()}
      <div class="scan">
        <qr-code .text=${taken.pageUrl} .label=${speech.say('kiosk.qr')}></qr-code>
        <div>
          <p class="scan-title">${speech.say('kiosk.qr')}</p>
          <p class="scan-hint">${speech.say('kiosk.qr.hint')}</p>
        </div>
      </div>
    `
  }

  /** The class alone: what somebody is preferred for is not for a screen that others read too. */
  #class() {
    const { priority, bookedAt } = this.taken
    const words = classLine(this.#speech.lang, { priority, reason: null, bookedAt }, this.timeZone)
    if (words === null) return nothing
    return html`<span class="counters own">
      <ui-icon name=${priority === 2 ? 'calendar-check' : 'heart-handshake'}></ui-icon>${words}
    </span>`
  }

  #facts() {
    const { ahead, wait, issuedAt } = this.taken
    const speech = this.#speech
    const fact = (name: string, label: string, text: string) =>
      html`<div class=${name}>
        <dt>${label}</dt>
        <dd>${figure(text)}</dd>
      </div>`
    const clock =
      wait && !wait.over
        ? clockRange(
            issuedAt + wait.fromMinutes * minuteMs,
            issuedAt + wait.untilMinutes * minuteMs,
            this.timeZone,
          )
        : null
    return html`<dl class="facts" lang=${speech.lang}>
      ${ahead === null ? nothing : fact('ahead', speech.say('kiosk.ahead'), speech.say('kiosk.people', { n: ahead }))}
      ${fact(
        wait && !wait.over ? 'wait' : 'wait words',
        speech.say('kiosk.facts.wait'),
        wait ? minutesRange(speech.lang, wait) : speech.say('kiosk.unknown'),
      )}
      ${clock === null ? nothing : fact('clock', speech.say('kiosk.clock'), clock)}
    </dl>`
  }

  #counters(): string {
    const { counterNos } = this.taken
    const speech = this.#speech
    const list = listOf(speech.lang, counterNos)
    if (counterNos.length === 0) return speech.say('kiosk.window.none')
    return speech.say(counterNos.length === 1 ? 'kiosk.window.one' : 'kiosk.window', { list })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-card': TicketCard
  }
}
