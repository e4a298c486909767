import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'

export type Toast = { text: string; isRefusal: boolean }

/**
 * One message at the lower left: what was refused and why, or that something was kept. It takes no
 * focus and no place. The region is on the page before its text, so that readers hear it. Event
 * `close`.
 */
@customElement('toast-line')
export class ToastLine extends LitElement {
  @property({ attribute: false }) toast: Toast | null = null

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        inset: auto auto var(--toast-bottom, 16px) 16px;
        z-index: 2;
        max-width: min(480px, calc(100vw - 32px));
      }
      .toast {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 10px 8px 10px 16px;
        border-radius: 14px;
        background: var(--ink-900);
        box-shadow: var(--e3);
        color: var(--white);
        font-size: 14.5px;
        line-height: 1.4;
      }
      .toast > ui-icon {
        color: var(--green-300);
        font-size: 20px;
      }
      .refusal > ui-icon {
        color: var(--amber-400);
      }
      p {
        flex: 1;
      }
      button {
        display: grid;
        flex: none;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: 10px;
        font-size: 18px;
      }
      button:hover {
        background: var(--ink-700);
      }
    `,
  ]

  override render() {
    return html`<div role="alert">${this.toast ? this.#line(this.toast) : nothing}</div>`
  }

  #line({ text, isRefusal }: Toast) {
    return html`<div class="toast on-dark ${isRefusal ? 'refusal' : ''}">
      <ui-icon name=${isRefusal ? 'alert-triangle' : 'circle-check'}></ui-icon>
      <p>${text}</p>
      <button
        aria-label=${this.#speech.say('ctr.close')}
        @click=${() => this.dispatchEvent(new Event('close'))}
      >
        <ui-icon name="x"></ui-icon>
      </button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'toast-line': ToastLine
  }
}
