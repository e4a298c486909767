import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { phone } from '../styles.ts'

/** So many people fit beside the word; more are told by a number. */
const shownMax = 4

/** Those ahead as figures, and you behind them. Says nothing that the count above does not say. */
@customElement('queue-line')
export class QueueLine extends LitElement {
  @property({ type: Number }) ahead = 0
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: space-between;
        color: var(--ink-700);
        font-size: 15px;
      }
      .people {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      .people > * {
        display: grid;
        place-items: center;
        min-width: 38px;
        height: 34px;
        padding: 0 8px;
        border-radius: 9px;
        background: var(--bg-100);
        color: var(--ink-600);
        font-size: 19px;
      }
      .people .more {
        background: none;
        font-size: 15px;
        font-weight: var(--w-strong);
      }
      .people .you {
        background: var(--amber-400);
        color: var(--amber-900);
        font-size: 15px;
        font-weight: var(--w-strong);
      }
    `,
  ]

  override render() {
    const shown = Math.min(this.ahead, shownMax)
    const more = this.ahead - shown
    return html`<span>${this.#speech.say('ph.queue')}</span>
      <span class="people" aria-hidden="true">
        ${more > 0 ? html`<span class="more">+${more}</span>` : nothing}
        ${Array.from({ length: shown }, () => html`<span><ui-icon name="user"></ui-icon></span>`)}
        <span class="you">${this.#speech.say('ph.you')}</span>
      </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-line': QueueLine
  }
}
