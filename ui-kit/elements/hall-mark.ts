import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { mark } from '#ui-kit/drawings.ts'
import { Speech, type Words } from '#ui-kit/speech.ts'
import { base } from '#ui-kit/styles/base.ts'

/**
 * The mark and the name of the hall, at the top of each screen:
 * `<hall-mark .name=${hall.name} gloss></hall-mark>`. With `gloss` the English name stands small
 * under the Chinese one, for readers who have not switched yet. Without a name only the mark.
 *
 * Custom properties: `--mark` (its width), `--mark-color`, `--gloss-size`. The name has the size and
 * colour of the text around.
 */
@customElement('hall-mark')
export class HallMark extends LitElement {
  @property({ attribute: false }) name: Words | null = null
  @property({ type: Boolean }) gloss = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 0.6em;
        font-weight: var(--w-strong);
        line-height: 1.25;
      }
      .mark {
        flex: none;
        width: var(--mark, 1.5em);
        color: var(--mark-color, currentColor);
      }
      .mark svg {
        display: block;
        width: 100%;
      }
      .gloss {
        color: var(--c-text-2);
        font-size: var(--gloss-size, 0.68em);
        font-weight: var(--w-text);
      }
    `,
  ]

  override render() {
    const hasGloss = this.gloss && this.#speech.lang === 'zh'
    return html`<span class="mark">${mark}</span>${
        this.name &&
        html`<span>
          <span>${this.#speech.pick(this.name)}</span>
          ${hasGloss ? html`<p class="gloss" lang="en">${this.name.en}</p>` : nothing}
        </span>`
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-mark': HallMark
  }
}
