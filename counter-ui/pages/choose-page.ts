import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/hall-mark.ts'

/** The address names no counter of the sample hall: which one is it? */
@customElement('choose-page')
export class ChoosePage extends LitElement {
  @property({ attribute: false }) counters: readonly { id: string; no: string }[] = []

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
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
      <ul>
        ${this.counters.map(
          ({ id, no }) =>
            html`<li>
              <a href=${addressOf(id)} aria-label=${say.say('ctr.window', { no })}>${no}</a>
            </li>`,
        )}
      </ul>
    </main>`
  }
}

const addressOf = (id: string): string => `?counter=${encodeURIComponent(id)}`

declare global {
  interface HTMLElementTagNameMap {
    'choose-page': ChoosePage
  }
}
