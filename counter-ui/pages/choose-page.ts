import { LitElement, css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { call } from '#ui-kit/call.ts'
import type { Credential } from '#ui-kit/credential.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/hall-mark.ts'
import { Keyboard } from '../keys.ts'
import '../parts/act-button.ts'

/** Nobody has signed in to choose a window; this page asks only what everybody may know. */
const nobody: Credential = {
  token: null,
  session: null,
  ready: Promise.resolve(),
  renew: () => Promise.resolve(false),
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/

/**
 * The address names no counter: which one is it? The sample hall names its counters; in any other
 * hall the id is typed, once, when the computer of the counter is set up.
 */
@customElement('choose-page')
export class ChoosePage extends LitElement {
  @state() private counters: readonly { id: string; no: string }[] = []
  @state() private fault = false
  @query('input') private field!: HTMLInputElement

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    fields,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100%;
        padding: 16px;
      }
      main {
        display: grid;
        gap: 18px;
        width: min(460px, 100%);
        --card-inset: 26px 22px 22px;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      hall-mark {
        color: var(--c-primary);
        font-size: 26px;
      }
      header button {
        min-height: 36px;
        padding: 0 8px;
        color: var(--green-800);
        font-size: 14px;
        font-weight: var(--w-strong);
      }
      h1 {
        font-size: 24px;
      }
      p {
        color: var(--ink-700);
        font-size: 14.5px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 10px;
      }
      a {
        display: grid;
        place-items: center;
        min-height: 76px;
        border: 2px solid var(--c-control);
        border-radius: 14px;
        color: var(--ink-800);
        font-size: 30px;
        font-weight: var(--w-number);
        text-decoration: none;
      }
      a:hover {
        background: var(--bg-50);
      }
    `,
  ]

  constructor() {
    super()
    new Keyboard(this, { escape: () => {}, digits: () => false })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#ask()
  }

  override render() {
    const say = this.#speech
    return html`<main class="card">
      <header>
        <hall-mark></hall-mark>
        <button lang=${say.other} @click=${() => say.toggle()}>
          ${say.say('ctr.menu.language')}
        </button>
      </header>
      <div>
        <h1>${say.say('ctr.choose')}</h1>
        <p>${say.say('ctr.choose.hint')}</p>
      </div>
      ${this.counters.length > 0 ? this.#list() : this.#form()}
    </main>`
  }

  #list() {
    const say = this.#speech
    return html`<ul>
      ${this.counters.map(
        ({ id, no }) =>
          html`<li>
            <a href=${addressOf(id)} aria-label=${say.say('ctr.window', { no })}>${no}</a>
          </li>`,
      )}
    </ul>`
  }

  #form() {
    const say = this.#speech
    return html`<div class="field">
        <label for="counter">${say.say('ctr.choose.field')}</label>
        <input
          id="counter"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          placeholder=${say.say('ctr.choose.example')}
          aria-invalid=${this.fault ? 'true' : 'false'}
          aria-describedby="fault"
        />
        <p class="error" id="fault" role="alert">
          ${
            this.fault
              ? html`<ui-icon name="alert-triangle"></ui-icon>${say.say('ctr.choose.empty')}`
              : nothing
          }
        </p>
      </div>
      <act-button
        look="main"
        key="Enter"
        label=${say.say('ctr.choose.go')}
        @press=${this.#go}
      ></act-button>`
  }

  async #ask(): Promise<void> {
    const result = await call(nobody, 'GET /api/v1/sample')
    if (result.ok) this.counters = result.answer.counters
  }

  readonly #go = (): void => {
    const id = this.field.value.trim()
    this.fault = !idPattern.test(id)
    if (this.fault) this.field.focus()
    else location.assign(addressOf(id))
  }
}

const addressOf = (id: string): string => `?counter=${encodeURIComponent(id)}`

declare global {
  interface HTMLElementTagNameMap {
    'choose-page': ChoosePage
  }
}
