import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { wish } from '../events.ts'

/** The top of every page in front: the way back, what the page asks, and a line under it. */
@customElement('front-frame')
export class FrontFrame extends LitElement {
  @property() heading = ''
  @property() under = ''

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 44px;
      }
      button {
        display: grid;
        flex: none;
        place-items: center;
        width: 36px;
        height: 36px;
        border: 1px solid var(--c-control);
        border-radius: 10px;
        background: var(--c-card);
        color: var(--ink-800);
        font-size: 19px;
      }
      h2 {
        font-size: 18.5px;
      }
      p {
        color: var(--ink-700);
        font-size: 13px;
        line-height: 1.4;
      }
    `,
  ]

  override render() {
    const back = this.#speech.say('ctr.back')
    return html`<button
        aria-label=${back}
        title=${back}
        aria-keyshortcuts="Escape"
        @click=${() => wish(this, { back: true })}
      >
        <ui-icon name="arrow-left"></ui-icon>
      </button>
      <div>
        <h2>${this.heading}</h2>
        ${this.under ? html`<p>${this.under}</p>` : nothing}
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-frame': FrontFrame
  }
}
