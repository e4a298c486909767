import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import '#ui-kit/elements/ui-icon.ts'
import { Speech } from '#ui-kit/speech.ts'
import { phone } from '../styles.ts'

/**
 * Why somebody is called before this number, in one plain line. A preferred or booked one is not
 * told by its number: what somebody is preferred for, or that they are, is their own affair.
 */
@customElement('before-line')
export class BeforeLine extends LitElement {
  @property({ attribute: false }) earlier!: NonNullable<TicketView['before']>
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      p {
        display: flex;
        gap: 8px;
        color: var(--ink-700);
        font-size: 15px;
        line-height: 1.45;
      }
      ui-icon {
        margin-top: 0.1em;
        color: var(--green-700);
        font-size: 19px;
      }
    `,
  ]

  override render() {
    return html`<p class="prose"><ui-icon name="info-circle"></ui-icon>${this.#words()}</p>`
  }

  #words(): string {
    const { ticketNo: no, because } = this.earlier
    if (because === 'preferred' || because === 'appointment')
      return this.#speech.say(`ph.before.${because}`)
    return this.#speech.say(`ph.before.${because}`, { no })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'before-line': BeforeLine
  }
}
