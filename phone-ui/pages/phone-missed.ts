import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { clockTime } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../parts/hotline-line.ts'
import '../parts/phone-header.ts'
import '../parts/todo-list.ts'
import { phone } from '../styles.ts'

/** The call was missed. Nobody is blamed: the number is kept for a while, and here is what to do. */
@customElement('phone-missed')
export class PhoneMissed extends LitElement {
  @property({ attribute: false }) ticket!: TicketView
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) staleAt: string | null = null
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      .hero {
        background: linear-gradient(160deg, var(--ink-800), var(--ink-700));
      }
      .ticket {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-top: 18px;
      }
      .number {
        font-size: 72px;
      }
      .state {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 6px 14px;
        border-radius: 14px;
        background: var(--amber-400);
        color: var(--ink-900);
        font-size: 17px;
        font-weight: var(--w-strong);
      }
      .when {
        margin-top: 14px;
        font-size: 15px;
      }
      h1 {
        font-size: 25px;
        line-height: 1.4;
      }
      .keep {
        margin-top: 8px;
        color: var(--ink-700);
        font-size: 16px;
        line-height: 1.6;
      }
    `,
  ]

  override render() {
    const { ticket } = this
    const speech = this.#speech
    const mayReturn = ticket.missed?.mayReturn ?? false
    return html`<div class="column">
      <header class="hero on-dark">
        <phone-header .hall=${ticket.hall} .staleAt=${this.staleAt}></phone-header>
        <div class="ticket">
          <ticket-number class="number" .number=${ticket.ticketNo}></ticket-number>
          <p class="state">
            <ui-icon name="clock-pause"></ui-icon>${speech.say('ph.state.no_show')}
          </p>
        </div>
        <p class="when">${this.#when()}</p>
      </header>
      <main class="on-hero">
        <section class="card">
          <h1>${speech.say(mayReturn ? 'ph.missed' : 'ph.missed.over')}</h1>
          <p class="keep">${mayReturn ? this.#keep() : speech.say('ph.missed.over.do')}</p>
        </section>
        ${mayReturn ? this.#steps() : nothing}
      </main>
      <footer class="foot"><hotline-line .hall=${ticket.hall}></hotline-line></footer>
    </div>`
  }

  #when() {
    const { lastCalledAt, callCount: n, counterNo: counter, hall } = this.ticket
    if (lastCalledAt === null) return nothing
    const time = clockTime(lastCalledAt, hall.timeZone)
    if (counter === null) return this.#speech.say('ph.missed.called', { n, time })
    return this.#speech.say('ph.missed.calledTo', { counter, n, time })
  }

  /** After the time a number may still come back while few have been called; no time is told then. */
  #keep() {
    const { missed, hall } = this.ticket
    const speech = this.#speech
    if (!missed || missed.graceUntil <= this.now) return speech.say('ph.missed.keep.now')
    return speech.say('ph.missed.keep', { time: clockTime(missed.graceUntil, hall.timeZone) })
  }

  #steps() {
    const no = this.ticket.ticketNo
    const speech = this.#speech
    return html`<todo-list
      .heading=${speech.say('ph.missed.do')}
      .steps=${[
        { what: speech.say('ph.missed.step1'), hint: speech.say('ph.missed.step1.hint') },
        { what: speech.say('ph.missed.step2', { no }), hint: speech.say('ph.missed.step2.hint') },
      ]}
    ></todo-list>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-missed': PhoneMissed
  }
}
