import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import '#ui-kit/elements/key-hint.ts'
import '#ui-kit/elements/ui-icon.ts'
import { AnswersKey, type Key } from '../keys.ts'

const digits: readonly Key[] = ['1', '2', '3', '4', '5', '6']

/**
 * A few answers in a row, of which one is chosen; each has a digit, counted on from `from`.
 *
 * Event `choose` with the value. Custom property `--columns`.
 */
@customElement('choice-chips')
export class ChoiceChips extends LitElement {
  @property() label = ''
  @property({ attribute: false }) choices: readonly { value: string; label: string }[] = []
  @property() chosen = ''
  @property({ type: Number }) from = 1

  static override styles = [
    base,
    css`
      h3 {
        margin-block-end: 9px;
        font-size: 14px;
      }
      div {
        display: grid;
        grid-template-columns: repeat(var(--columns, 3), minmax(0, 1fr));
        gap: 10px;
      }
      label {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 5px;
        min-height: 44px;
        padding: 4px 2px;
        border: 1px solid var(--c-control);
        border-radius: 12px;
        background: var(--c-card);
        color: var(--ink-800);
        font-size: 13.5px;
        font-weight: var(--w-strong);
        line-height: 1.2;
        text-align: center;
        cursor: pointer;
      }
      label:hover {
        background: var(--bg-50);
      }
      input {
        position: absolute;
        inset: 0;
        opacity: 0;
        cursor: pointer;
      }
      label:has(:focus-visible) {
        outline: 3px solid var(--c-focus);
        outline-offset: 2px;
      }
      .chosen,
      .chosen:hover {
        border-color: var(--c-select);
        background: var(--c-select-bg);
        box-shadow: inset 0 0 0 1px var(--c-select);
        color: var(--green-800);
      }
      ui-icon {
        color: var(--c-select);
        font-size: 18px;
      }
    `,
  ]

  constructor() {
    super()
    digits.forEach((digit) => {
      const index = () => Number(digit) - this.from
      new AnswersKey(
        this,
        () => (this.choices[index()] ? digit : null),
        () => this.#choose(this.choices[index()]?.value),
      )
    })
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus()
  }

  override render() {
    return html`<h3 id="label">${this.label}</h3>
      <div role="radiogroup" aria-labelledby="label">
        ${this.choices.map(({ value, label }, index) => this.#chip(value, label, index))}
      </div>`
  }

  #chip(value: string, label: string, index: number) {
    const isChosen = value === this.chosen
    const digit = digits[this.from - 1 + index]
    return html`<label class=${isChosen ? 'chosen' : ''}>
      <input
        type="radio"
        name="choice"
        .checked=${isChosen}
        aria-keyshortcuts=${digit ?? nothing}
        @change=${() => this.#choose(value)}
      />
      ${isChosen ? html`<ui-icon name="circle-check-filled"></ui-icon>` : nothing}
      <span>${label}</span>
      ${digit && !isChosen ? html`<key-hint key=${digit}></key-hint>` : nothing}
    </label>`
  }

  #choose(value: string | undefined): void {
    if (value !== undefined) this.dispatchEvent(new CustomEvent('choose', { detail: value }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'choice-chips': ChoiceChips
  }
}
