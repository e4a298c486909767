import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Problem } from '#contract/refusals.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { kiosk } from '../styles.ts'

/** Why no number was given, in an amber strip; empty while there is no refusal. */
@customElement('refusal-notice')
export class RefusalNotice extends LitElement {
  @property({ attribute: false }) refusal: Problem | null = null
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    css`
      div {
        display: grid;
        align-items: center;
        height: 100%;
      }
      p {
        display: flex;
        align-items: center;
        gap: 16px;
        padding: 10px 24px;
        border: 2px solid var(--amber-600);
        border-radius: 20px;
        background: var(--amber-100);
        color: var(--amber-900);
        font-size: 25px;
        line-height: 1.3;
      }
      ui-icon {
        font-size: 38px;
      }
      @media (orientation: landscape) {
        p {
          height: 100%;
          font-size: 20px;
        }
      }
    `,
  ]

  override render() {
    return html`<div role="alert">${this.#text()}</div>`
  }

  #text() {
    if (!this.refusal) return nothing
    const speech = this.#speech
    const reason = this.refusal.titles[speech.lang]
    return html`<p>
      <ui-icon name="alert-triangle"></ui-icon>
      <span
        ><b>${speech.say('kiosk.refused', { reason })}</b> ${speech.say('kiosk.refused.keep')}</span
      >
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'refusal-notice': RefusalNotice
  }
}
