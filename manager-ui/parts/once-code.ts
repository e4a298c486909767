import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { pageStyles } from '../styles.ts'

/**
 * A code that the server tells once: large enough to be read out, with what to do with it. Sends
 * `over` when it has been handed on; then nobody sees it again.
 */
@customElement('once-code')
export class OnceCode extends LitElement {
  @property() heading = ''
  @property() code = ''
  @property() text = ''

  private readonly speech = new Speech(this)

  override render() {
    return html`<div role="status">
        <p class="name">${this.heading}</p>
        <p class="code">${this.code}</p>
      </div>
      <p>${this.text}</p>
      <p class="hint warn">
        <ui-icon name="eye-off"></ui-icon><span>${this.speech.say('mgr.once')}</span>
      </p>
      <button class="button primary" @click=${() => this.dispatchEvent(new CustomEvent('over'))}>
        ${this.speech.say('mgr.onceDone')}
      </button>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        line-height: 1.6;
      }
      .name {
        color: var(--c-text-2);
        font-size: 13px;
      }
      .code {
        font-size: 32px;
        font-weight: var(--w-number);
        letter-spacing: 0.06em;
        line-height: 1.3;
        overflow-wrap: anywhere;
        user-select: all;
      }
      .hint {
        font-size: 13px;
      }
      .button {
        justify-self: start;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'once-code': OnceCode
  }
}
