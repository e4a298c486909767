import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import '#ui-kit/elements/key-hint.ts'
import '#ui-kit/elements/ui-icon.ts'
import { AnswersKey, type Key } from '../keys.ts'

/**
 * `main`: the one filled button. `side`: icon beside the word. `stack`: above it. `text`: no edge.
 * `option`: one of several answers, of which any one acts.
 */
export type Look = 'main' | 'side' | 'stack' | 'text' | 'option'

/**
 * A button of the counter with the key that presses it printed on it. The filled one takes the focus
 * when it comes onto the page, unless something is being typed.
 *
 * `why` says why it cannot be used now: then it stands greyed with the reason, and keeps its place
 * and its focus. Event `press`: pressed by hand or key, never while greyed or busy; `not-yet`:
 * pressed while greyed, so that a page may lead on to what is missing. Custom properties
 * `--main-height` and `--main-size` of the filled one.
 */
@customElement('act-button')
export class ActButton extends LitElement {
  @property({ reflect: true }) look: Look = 'side'
  @property() icon: IconName | '' = ''
  @property() label = ''
  @property() why = ''
  @property() key: Key | '' = ''
  @property({ type: Boolean }) busy = false
  @query('button') private button!: HTMLButtonElement

  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        min-width: 0;
      }
      .button {
        width: 100%;
        --button-gap: 10px;
        --button-inset: 8px;
      }
      ui-icon {
        font-size: 19px;
      }
      .words {
        min-width: 0;
      }
      .why {
        display: inline-block;
        margin-inline-start: 0.3em;
        font-variant-numeric: tabular-nums;
      }
      key-hint {
        flex: none;
      }
      .primary {
        min-height: var(--main-height, 76px);
        font-size: var(--main-size, 22px);
        --button-radius: 16px;
      }
      .primary ui-icon {
        font-size: 1.22em;
      }
      /* The filled button is what Enter presses: its ring shows whenever it has the focus. */
      .primary:focus {
        outline: 3px solid var(--c-focus);
        outline-offset: 2px;
      }
      .stack {
        display: inline-grid;
        grid-template-columns: auto auto;
        align-content: center;
        min-height: 78px;
        --button-gap: 6px 5px;
        --button-inset: 3px;
      }
      .stack ui-icon,
      .stack .words:last-child {
        grid-column: 1 / -1;
        justify-self: center;
      }
      .stack .why {
        display: block;
        margin: 0;
        font-size: 13px;
      }
      .option {
        justify-content: start;
        min-height: 56px;
        --button-gap: 12px;
        --button-inset: 14px;
      }
      .option .words {
        flex: 1;
        text-align: start;
      }
      .quiet {
        min-height: 38px;
        font-size: 14px;
        --button-gap: 6px;
        --button-inset: 2px;
      }
      .quiet ui-icon {
        font-size: 17px;
      }
      .quiet[aria-disabled='true'],
      .quiet[aria-disabled='true']:is(:hover, :active) {
        background: none;
      }
      /* English runs longer; it must survive on the same buttons. */
      :host(:lang(en)) {
        --button-size: 14.5px;
      }
      :host(:lang(en)) .button:not(.option, .primary) {
        --button-gap: 7px 5px;
        --button-inset: 4px;
      }
      :host(:lang(en)) .quiet {
        font-size: 13px;
      }
    `,
  ]

  constructor() {
    super()
    new AnswersKey(
      this,
      () => this.key || null,
      () => this.#press(),
    )
  }

  protected override firstUpdated(): void {
    if (this.look === 'main' && !isTyping()) this.button.focus()
  }

  override render() {
    const kind = { main: 'primary', side: '', stack: 'stack', text: 'quiet', option: 'option' }[
      this.look
    ]
    return html`<button
      class="button ${kind}"
      type="button"
      aria-disabled=${this.why ? 'true' : nothing}
      aria-busy=${this.busy ? 'true' : nothing}
      aria-keyshortcuts=${this.key || nothing}
      @click=${this.#press}
    >
      ${this.icon && this.label ? html`<ui-icon name=${this.icon}></ui-icon>` : nothing}
      <span class="words">
        ${this.label} ${this.why ? html`<span class="why">${this.why}</span>` : nothing}
      </span>
      ${this.#hint()}
    </button>`
  }

  #hint() {
    if (!this.key || this.why) return nothing
    return html`<key-hint key=${this.key} ?filled=${this.look === 'main'}></key-hint>`
  }

  readonly #press = (): void => {
    if (this.busy) return
    this.dispatchEvent(new Event(this.why ? 'not-yet' : 'press'))
  }
}

/** Typing anywhere on the page: the focus stays where the clerk's hands are. */
function isTyping(): boolean {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
}

declare global {
  interface HTMLElementTagNameMap {
    'act-button': ActButton
  }
}
