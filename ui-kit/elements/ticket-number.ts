import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { spokenNumber } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'

/**
 * A ticket number, the largest thing wherever it stands: `<ticket-number .number=${'A025'}>`. It has
 * the size and colour of the text around; readers hear it sign by sign. Null draws a dash.
 *
 * Custom property `--number-weight`: 800, in tables 700.
 */
@customElement('ticket-number')
export class TicketNumber extends LitElement {
  @property() number: string | null = null

  readonly #speech = new Speech(this)

  static override styles = css`
    :host {
      display: inline-block;
      font-variant-numeric: tabular-nums;
      font-weight: var(--number-weight, var(--w-number));
      letter-spacing: var(--track-number);
      line-height: 1;
      white-space: nowrap;
    }
  `

  override render() {
    if (!this.number) return html`<span>—</span>`
    const label = spokenNumber(this.#speech.lang, this.number)
    return html`<span role="img" aria-label=${label}>${this.number}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-number': TicketNumber
  }
}
