import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../parts/further-list.ts'
import '../parts/hotline-line.ts'
import '../parts/phone-header.ts'
import { phone } from '../styles.ts'

/** States in which the holder has nothing to do on this page, each with an icon of its own shape. */
const icons = {
  serving: 'player-play-filled',
  parked: 'clock-pause',
  completed: 'circle-check-filled',
  cancelled: 'circle-x',
  expired: 'hourglass',
} as const
export type QuietState = keyof typeof icons

/** Being served, on hold, or at an end: the number, what it means, and what comes next. */
@customElement('phone-state')
export class PhoneState extends LitElement {
  @property({ attribute: false }) ticket!: TicketView
  @property({ attribute: false }) state: QuietState = 'serving'
  @property({ attribute: false }) staleAt: string | null = null
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      .ended {
        background: linear-gradient(160deg, var(--ink-800), var(--ink-700));
      }
      .ticket {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        margin-top: 18px;
      }
      .number {
        font-size: 72px;
      }
      .service {
        font-size: 17px;
        font-weight: var(--w-strong);
        line-height: 1.4;
        text-align: end;
      }
      .card {
        display: grid;
        justify-items: center;
        padding: 36px 24px 40px;
        text-align: center;
      }
      .card ui-icon {
        color: var(--green-700);
        font-size: 64px;
      }
      .ended + main .card ui-icon {
        color: var(--ink-600);
      }
      h1 {
        margin-top: 16px;
        font-size: 25px;
      }
      .next {
        max-width: 280px;
        margin-top: 10px;
        color: var(--ink-700);
        font-size: 16px;
        line-height: 1.6;
      }
    `,
  ]

  override render() {
    const { ticket, state } = this
    const speech = this.#speech
    const isEnded = state === 'cancelled' || state === 'expired'
    return html`<div class="column">
      <header class=${isEnded ? 'hero ended on-dark' : 'hero on-dark'}>
        <phone-header .hall=${ticket.hall} .staleAt=${this.staleAt}></phone-header>
        <div class="ticket">
          <ticket-number class="number" .number=${ticket.ticketNo}></ticket-number>
          <p class="service prose">${speech.pick(ticket.serviceName)}</p>
        </div>
      </header>
      <main class="on-hero">
        <section class="card" role="status">
          <ui-icon name=${icons[state]}></ui-icon>
          <h1>${this.#title()}</h1>
          <p class="next">${speech.say(`ph.${state}.hint`)}</p>
        </section>
        ${
          ticket.further.length > 0 && !isEnded
            ? html`<further-list .services=${ticket.further}></further-list>`
            : nothing
        }
      </main>
      <footer class="foot">
        <hotline-line .hall=${ticket.hall}></hotline-line>
      </footer>
    </div>`
  }

  #title(): string {
    const { state, ticket } = this
    if (state !== 'serving') return this.#speech.say(`ph.${state}`)
    return this.#speech.say('ph.serving', { counter: ticket.counterNo ?? '—' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-state': PhoneState
  }
}
