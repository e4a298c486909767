import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import '#ui-kit/elements/ticket-number.ts'
import type { Key } from '../keys.ts'
import './act-button.ts'
import './message-card.ts'

/** A number that is not in the line, and the button that brings it back. */
export type Held = {
  id: string
  ticketNo: string
  service: string
  under: string
  /** Why it cannot be brought back now; empty: it can. */
  why: string
  press: () => void
}

const digits: readonly Key[] = ['1', '2', '3', '4', '5', '6']

/** Numbers on hold or missed, each with its way back; `none` where there is no such number. */
@customElement('held-list')
export class HeldList extends LitElement {
  @property({ attribute: false }) rows: readonly Held[] = []
  @property() label = ''
  @property() none = ''
  @property({ type: Boolean }) busy = false

  static override styles = [
    base,
    cards,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      ul {
        display: grid;
        gap: 10px;
        margin: -5px;
        padding: 5px;
        overflow-y: auto;
      }
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr) fit-content(46%);
        align-items: center;
        gap: 2px 12px;
        --card-inset: 12px 16px;
      }
      ticket-number {
        font-size: 22px;
        --number-weight: 700;
      }
      .service {
        margin-inline-start: 10px;
        font-size: 15px;
      }
      .under {
        margin-block-start: 4px;
        color: var(--ink-700);
        font-size: 13px;
      }
    `,
  ]

  override render() {
    if (this.rows.length === 0)
      return html`<message-card icon="circle-check" heading=${this.none}></message-card>`
    return html`<ul>
      ${this.rows.map(
        (row, index) =>
          html`<li class="card">
            <div>
              <ticket-number .number=${row.ticketNo}></ticket-number>
              <span class="service">${row.service}</span>
              ${row.under ? html`<p class="under">${row.under}</p>` : nothing}
            </div>
            <act-button
              label=${this.label}
              key=${digits[index] ?? ''}
              why=${row.why}
              ?busy=${this.busy}
              @press=${row.press}
            ></act-button>
          </li>`,
      )}
    </ul>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'held-list': HeldList
  }
}
