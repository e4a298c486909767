import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { timer } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { wish } from '../events.ts'

/** The strip under the head while there is no line: since when, and a way to try at once. */
@customElement('line-banner')
export class LineBanner extends LitElement {
  @property({ type: Number }) ms = 0

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    css`
      .banner {
        min-height: 58px;
        font-size: 13.5px;
        line-height: 1.35;
      }
      .banner > ui-icon {
        font-size: 20px;
      }
      p {
        flex: 1;
      }
      button {
        flex: none;
        min-height: 36px;
        padding: 0 12px;
        border-radius: 9px;
        background: var(--amber-900);
        color: var(--white);
        font-size: 13px;
        font-weight: var(--w-strong);
      }
    `,
  ]

  override render() {
    const t = timer(this.ms).replace(/^0/, '')
    return html`<div class="banner">
      <ui-icon name="alert-triangle"></ui-icon>
      <p role="status">${this.#speech.say('ctr.disconnected', { t })}</p>
      <button @click=${() => wish(this, { retry: true })}>
        ${this.#speech.say('ctr.retryNow')}
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'line-banner': LineBanner
  }
}
