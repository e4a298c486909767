import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import '#ui-kit/elements/ui-icon.ts'

/**
 * What has happened, big and calm: an icon, one sentence, what it means. What stands in it below
 * says more. `warn`: in amber; `tall`: takes all the height there is.
 */
@customElement('message-card')
export class MessageCard extends LitElement {
  @property() icon: IconName = 'info-circle'
  @property() heading = ''
  @property() text = ''
  @property({ type: Boolean, reflect: true }) warn = false
  @property({ type: Boolean, reflect: true }) tall = false
  /** Leaves room for what stands below it. */
  @property({ type: Boolean, reflect: true }) small = false

  static override styles = [
    base,
    cards,
    css`
      :host([tall]) {
        display: grid;
        flex: 1;
      }
      .card {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: 10px;
        padding: 28px 24px;
        text-align: center;
      }
      .round {
        display: grid;
        place-items: center;
        width: 88px;
        height: 88px;
        margin-block-end: 8px;
        border-radius: 50%;
        background: var(--green-100);
        color: var(--green-700);
        font-size: 44px;
      }
      :host([warn]) .round {
        background: var(--amber-100);
        color: var(--amber-800);
      }
      :host([small]) .card {
        gap: 6px;
        padding: 20px 18px 18px;
      }
      :host([small]) .round {
        width: 68px;
        height: 68px;
        margin-block-end: 4px;
        font-size: 34px;
      }
      h2 {
        font-size: 22px;
      }
      p {
        max-width: 34em;
        color: var(--ink-700);
        font-size: 14.5px;
        line-height: 1.6;
        white-space: pre-line;
      }
      ::slotted(*) {
        width: 100%;
        max-width: 420px;
      }
    `,
  ]

  override render() {
    return html`<section class="card">
      <span class="round"><ui-icon name=${this.icon}></ui-icon></span>
      <h2>${this.heading}</h2>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <slot></slot>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'message-card': MessageCard
  }
}
