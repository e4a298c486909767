import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'

/**
 * The key that presses a button, printed on it: `<key-hint key="Enter"></key-hint>`. The button
 * tells readers by `aria-keyshortcuts`, so this is only for the eye. On the filled button: `filled`.
 */
@customElement('key-hint')
export class KeyHint extends LitElement {
  @property() key = ''
  @property({ type: Boolean, reflect: true }) filled = false

  static override styles = css`
    :host {
      display: inline-block;
      font-size: 12px;
      font-weight: var(--w-strong);
      line-height: 20px;
    }
    kbd {
      display: block;
      box-sizing: border-box;
      min-width: 22px;
      padding: 0 5px;
      border: 1px solid var(--line-300);
      border-radius: 5px;
      background: var(--bg-100);
      color: var(--ink-700);
      font: inherit;
      text-align: center;
    }
    :host([filled]) kbd {
      border-color: var(--green-300);
      background: var(--green-800);
      color: var(--white);
    }
  `

  override render() {
    return html`<kbd aria-hidden="true">${this.key}</kbd>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'key-hint': KeyHint
  }
}
