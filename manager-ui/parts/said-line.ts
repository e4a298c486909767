import { LitElement, css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'

const shownMs = 6_000
const saying = 'console-said'

/** Says below left, for six seconds, what was just done. */
export function tell(text: string): void {
  dispatchEvent(new CustomEvent(saying, { detail: text }))
}

/** The place where `tell` says it; one a page. */
@customElement('said-line')
export class SaidLine extends LitElement {
  @state() private text = ''
  #timer = 0

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener(saying, this.#hear)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener(saying, this.#hear)
    clearTimeout(this.#timer)
  }

  readonly #hear = (event: Event): void => {
    this.text = String((event as CustomEvent<string>).detail)
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => (this.text = ''), shownMs)
  }

  override render() {
    const said = html`<p><ui-icon name="circle-check"></ui-icon>${this.text}</p>`
    return html`<div role="status">${this.text ? said : nothing}</div>`
  }

  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        inset: auto auto 20px 20px;
        z-index: 2;
      }
      p {
        display: flex;
        align-items: center;
        gap: 10px;
        max-width: min(520px, 90vw);
        padding: 12px 18px;
        border-radius: 12px;
        background: var(--ink-900);
        box-shadow: var(--e3);
        color: var(--white);
        font-size: 14px;
      }
      ui-icon {
        color: var(--green-300);
        font-size: 20px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'said-line': SaidLine
  }
}
