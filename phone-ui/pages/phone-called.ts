import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { clockTime, durationCustomer } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../parts/phone-header.ts'
import { phone } from '../styles.ts'

/** It is your turn: another page altogether, with the window to be read at arm's length. */
@customElement('phone-called')
export class PhoneCalled extends LitElement {
  @property({ attribute: false }) ticket!: TicketView
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) staleAt: string | null = null
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      :host {
        background: var(--c-call);
        color: var(--c-on-call);
      }
      header {
        padding: max(16px, env(safe-area-inset-top)) 20px 0;
      }
      main {
        display: flex;
        flex: 1;
        flex-direction: column;
      }
      .turn {
        display: grid;
        flex: 1;
        align-content: center;
        justify-items: center;
        gap: 26px;
        padding: 20px;
        text-align: center;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 12px;
        font-size: 40px;
        font-weight: var(--w-number);
      }
      .number {
        font-size: 118px;
      }
      .go {
        display: flex;
        align-items: center;
        gap: 14px;
        font-size: 30px;
        font-weight: var(--w-strong);
      }
      .window {
        display: grid;
        place-items: center;
        min-width: 108px;
        height: 116px;
        padding: 0 20px;
        border-radius: 26px;
        background: var(--ink-900);
        color: var(--amber-400);
        font-size: 94px;
      }
      .sheet {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
        align-items: center;
        padding: 28px 20px max(32px, env(safe-area-inset-bottom));
        border-radius: 32px 32px 0 0;
        background: var(--c-card);
        box-shadow: 0 -12px 32px #4a2c0026;
      }
      .tile {
        --tile: 60px;
        grid-row: 1 / 4;
        align-self: start;
      }
      .come {
        font-size: 22px;
        font-weight: var(--w-strong);
        line-height: 1.35;
      }
      .late,
      .since {
        color: var(--ink-700);
        font-size: 15px;
      }
    `,
  ]

  override render() {
    const { ticket, now } = this
    const speech = this.#speech
    const counter = ticket.counterNo ?? '—'
    return html`<div class="column">
      <header><phone-header .hall=${ticket.hall} .staleAt=${this.staleAt}></phone-header></header>
      <main>
        <div class="turn">
          <h1><ui-icon name="bell-ringing-filled"></ui-icon>${speech.say('ph.turn')}</h1>
          <ticket-number class="number" .number=${ticket.ticketNo}></ticket-number>
          <p class="go">
            <span>${speech.say('ph.turn.go')}</span>
            <span class="window number">${counter}</span>
            <span>${speech.say('ph.turn.counter')}</span>
          </p>
        </div>
        <section class="sheet">
          <span class="tile"><ui-icon name="walk"></ui-icon></span>
          <p class="come">${speech.say('ph.turn.come')}</p>
          <p class="late">${speech.say('ph.turn.late')}</p>
          ${ticket.lastCalledAt === null ? '' : this.#since(ticket.lastCalledAt, now)}
        </section>
      </main>
    </div>`
  }

  #since(at: number, now: number) {
    const { lang } = this.#speech
    const time = clockTime(at, this.ticket.hall.timeZone)
    const duration = durationCustomer(lang, now - at)
    return html`<p class="since" role="timer" aria-live="off">
      ${this.#speech.say('ph.turn.since', { time, duration })}
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-called': PhoneCalled
  }
}
