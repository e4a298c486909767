import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { WaitingTicketView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { queueSum } from '../queue-sum.ts'
import './queue-rows.ts'

/**
 * The queue of this counter on the narrow panel: as many rows as fit, and in it below a way to the
 * rest; or `whole`, to be scrolled through, on a page that has the heading.
 */
@customElement('queue-card')
export class QueueCard extends LitElement {
  @property({ attribute: false }) rows: readonly WaitingTicketView[] = []
  /** How many wait, also those beyond the rows that the view names. */
  @property({ type: Number }) total = 0
  @property({ type: Number }) now = 0
  @property({ type: Boolean, reflect: true }) whole = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    css`
      :host {
        display: flex;
        flex: 1;
        min-height: 0;
      }
      .card {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-width: 0;
        overflow: hidden;
        --card-inset: 0;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 9px 16px;
      }
      h2 {
        font-size: 14.5px;
      }
      .sum {
        color: var(--c-text-2);
        font-size: 13.5px;
      }
      queue-rows,
      .scroll {
        flex: 1;
        min-height: 0;
      }
      .scroll {
        overflow-y: auto;
      }
      .scroll:focus-visible {
        outline-offset: -3px;
      }
    `,
  ]

  override render() {
    return html`<section class="card">
      ${
        this.whole
          ? nothing
          : html`<div class="head">
              <h2>${this.#speech.say('ctr.queue')}</h2>
              <span class="sum"
                >${queueSum(this.#speech.lang, this.rows, this.total, this.now)}</span
              >
            </div>`
      }
      ${
        this.whole
          ? html`<div
              class="scroll"
              tabindex="0"
              role="region"
              aria-label=${this.#speech.say('ctr.queue')}
            >
              <queue-rows .rows=${this.rows} .now=${this.now}></queue-rows>
            </div>`
          : html`<queue-rows fit .rows=${this.rows} .now=${this.now}></queue-rows>`
      }
      <slot></slot>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-card': QueueCard
  }
}
