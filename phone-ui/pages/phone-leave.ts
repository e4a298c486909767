import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { Speech } from '#ui-kit/speech.ts'
import { tell } from '../events.ts'
import '../parts/phone-header.ts'
import { phone } from '../styles.ts'

/**
 * Really leave the queue? It cannot be taken back, so staying is the filled button. `busy`: the
 * answer is awaited. `problem`: why it was not done. Events: `stay`, `leave`, `switch-language`.
 */
@customElement('phone-leave')
export class PhoneLeave extends LitElement {
  @property({ attribute: false }) ticket!: TicketView
  @property({ attribute: false }) staleAt: string | null = null
  @property({ type: Boolean }) busy = false
  @property({ attribute: false }) problem: string | null = null
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      header {
        padding: max(16px, env(safe-area-inset-top)) 20px 0;
        color: var(--ink-900);
      }
      main {
        display: grid;
        flex: 1;
        align-content: center;
        justify-items: center;
        padding: 20px 24px;
        text-align: center;
      }
      .number {
        color: var(--green-800);
        font-size: 72px;
      }
      h1 {
        margin-top: 24px;
        font-size: 28px;
      }
      .lost {
        max-width: 300px;
        margin-top: 10px;
        color: var(--ink-700);
        font-size: 17px;
        line-height: 1.6;
      }
      .problem {
        display: flex;
        gap: 8px;
        align-items: start;
        margin-top: 20px;
        padding: 12px 16px;
        border-radius: 14px;
        background: var(--amber-100);
        color: var(--amber-900);
        font-size: 15px;
        text-align: start;
      }
      .problem ui-icon {
        margin-top: 2px;
        font-size: 20px;
      }
      .foot {
        --button-height: 60px;
      }
    `,
  ]

  override render() {
    const { ticket, busy, problem } = this
    const speech = this.#speech
    return html`<div class="column">
      <header><phone-header .hall=${ticket.hall} .staleAt=${this.staleAt}></phone-header></header>
      <main>
        <ticket-number class="number" .number=${ticket.ticketNo}></ticket-number>
        <h1>${speech.say('ph.leave.ask')}</h1>
        <p class="lost">${speech.say('ph.leave.lost', { no: ticket.ticketNo })}</p>
        <div role="alert">
          ${
            problem === null
              ? nothing
              : html`<p class="problem"><ui-icon name="alert-triangle"></ui-icon>${problem}</p>`
          }
        </div>
      </main>
      <footer class="foot">
        <button class="button primary" @click=${() => tell(this, 'stay')}>
          ${speech.say('ph.leave.stay')}
        </button>
        <button
          class="button danger"
          aria-busy=${busy ? 'true' : 'false'}
          aria-disabled=${busy ? 'true' : 'false'}
          @click=${() => busy || tell(this, 'leave')}
        >
          ${speech.say(busy ? 'ph.leave.going' : 'ph.leave.yes')}
        </button>
      </footer>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-leave': PhoneLeave
  }
}
