import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { nearAhead } from '../alerts.ts'
import { tell } from '../events.ts'
import { phone } from '../styles.ts'

/** Tell me when I am near: a card with a switch. Event `switch-alert`. */
@customElement('alert-switch')
export class AlertSwitch extends LitElement {
  @property({ type: Boolean }) on = false
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      .card {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 12px;
        width: 100%;
        padding: 14px 18px;
      }
      .name {
        display: block;
        font-size: 17px;
        font-weight: var(--w-strong);
        line-height: 1.35;
      }
      .hint {
        display: block;
        padding: 0;
        background: none;
        color: var(--ink-600);
        font-size: 14px;
        line-height: 1.5;
        text-wrap: balance;
      }
      .switch {
        position: relative;
        width: 60px;
        height: 34px;
        border: 2px solid var(--c-control);
        border-radius: 17px;
        background: var(--bg-200);
      }
      .switch::after {
        content: '';
        position: absolute;
        top: 2px;
        left: 2px;
        width: 26px;
        height: 26px;
        border-radius: 50%;
        background: var(--ink-600);
        transition: transform var(--t-fast) ease-out;
      }
      [aria-checked='true'] .switch {
        border-color: var(--c-select);
        background: var(--c-select);
      }
      [aria-checked='true'] .switch::after {
        background: var(--white);
        transform: translateX(26px);
      }
    `,
  ]

  override render() {
    const speech = this.#speech
    return html`<button
      class="card"
      role="switch"
      aria-checked=${this.on ? 'true' : 'false'}
      @click=${() => tell(this, 'switch-alert')}
    >
      <span class="tile"><ui-icon name=${this.on ? 'bell-ringing' : 'bell'}></ui-icon></span>
      <span>
        <span class="name">${speech.say('ph.alert')}</span>
        <span class="hint">${speech.say('ph.alert.hint', { n: nearAhead })}</span>
      </span>
      <span class="switch"></span>
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alert-switch': AlertSwitch
  }
}
