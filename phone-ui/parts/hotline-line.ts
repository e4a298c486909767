import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HallView } from '#contract/live.ts'
import { Speech } from '#ui-kit/speech.ts'
import { phone } from '../styles.ts'

/** Whom to call, at the foot of pages on which there is nothing to press. */
@customElement('hotline-line')
export class HotlineLine extends LitElement {
  @property({ attribute: false }) hall!: HallView
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      p {
        color: var(--ink-700);
        font-size: 15px;
        text-align: center;
      }
      a {
        display: inline-block;
        padding: 11px 8px;
        color: var(--green-800);
        font-weight: var(--w-strong);
      }
    `,
  ]

  override render() {
    const { hotline } = this.hall
    return html`<p class="prose">
      ${this.#speech.say('ph.hotline')} <a href=${`tel:${hotline}`}>${hotline}</a>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hotline-line': HotlineLine
  }
}
