import { LitElement, css, html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { colours } from './book/colours.ts'
import { controls } from './book/controls.ts'
import { drawn } from './book/drawn.ts'
import { figures } from './book/figures.ts'
import { pairingPages } from './book/pairing-pages.ts'
import './elements/hall-mark.ts'
import { base } from './styles/base.ts'
import { buttons } from './styles/buttons.ts'
import { cards } from './styles/cards.ts'
import { chips } from './styles/chips.ts'
import { fields } from './styles/fields.ts'
import { Speech } from './speech.ts'

const chapters: [title: string, render: (speech: Speech) => TemplateResult][] = [
  ['Colours', colours],
  ['Numbers, states and time', figures],
  ['Controls', controls],
  ['Icons and drawings', drawn],
  ['Before a hall has taken a screen in', pairingPages],
]

/** Every shared element and style with its states, on one page, in both languages. */
@customElement('kit-book')
export class KitBook extends LitElement {
  readonly #speech = new Speech(this)

  static override styles = [
    base,
    buttons,
    cards,
    chips,
    fields,
    css`
      :host {
        display: grid;
        gap: 40px;
        max-width: 1200px;
        margin: auto;
        padding: 32px 24px 96px;
      }
      main {
        display: grid;
        gap: 48px;
      }
      header {
        display: flex;
        justify-content: space-between;
      }
      h1 {
        font-size: 28px;
      }
      h2 {
        margin-block-end: 16px;
        font-size: 22px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 16px 24px;
        margin-block-end: 20px;
      }
      .swatches {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 12px;
      }
      .swatch {
        display: block;
        height: 44px;
        margin-block-end: 4px;
        border: 1px solid var(--c-edge);
        border-radius: 8px;
      }
      .icons {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
        gap: 16px 8px;
        font-size: 12px;
        text-align: center;
      }
      .icons ui-icon {
        display: block;
        margin: 0 auto 4px;
        font-size: 28px;
      }
      .large {
        font-size: 88px;
      }
      .face {
        width: 72px;
      }
      .landscape {
        height: 300px;
        border-radius: 28px;
        background: var(--surface-hero);
        overflow: hidden;
      }
      .landscape svg {
        width: 100%;
        height: 100%;
      }
      .bar {
        width: 320px;
      }
      qr-code {
        width: 216px;
      }
      .pages {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(360px, 1fr));
        gap: 16px;
      }
      .pages pairing-page {
        height: 720px;
        border-radius: 20px;
        overflow: hidden;
      }
    `,
  ]

  override render() {
    return html`<header>
        <h1>
          <hall-mark .name=${{ zh: '界面元素手册', en: 'The book of elements' }} gloss></hall-mark>
        </h1>
        <button class="button" @click=${() => this.#speech.toggle()}>
          ${this.#speech.other === 'en' ? 'English' : '中文'}
        </button>
      </header>
      <main>
        ${chapters.map(
          ([title, render]) =>
            html`<section>
              <h2>${title}</h2>
              ${render(this.#speech)}
            </section>`,
        )}
      </main>`
  }
}
