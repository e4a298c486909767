import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { Speech, type Words } from '#ui-kit/speech.ts'
import { phone } from '../styles.ts'

/** The services that this number goes on to, in their order. */
@customElement('further-list')
export class FurtherList extends LitElement {
  @property({ attribute: false }) services: readonly Words[] = []
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      h2 {
        font-size: 16px;
      }
      li {
        display: flex;
        gap: 12px;
        align-items: center;
        margin-top: 10px;
        font-size: 15px;
      }
      li ui-icon {
        color: var(--green-700);
        font-size: 22px;
      }
      .hint-line {
        margin-top: 8px;
        color: var(--ink-700);
        font-size: 14px;
      }
    `,
  ]

  override render() {
    const speech = this.#speech
    return html`<section class="card">
      <h2>${speech.say('ph.further')}</h2>
      <ol class="prose">
        ${this.services.map(
          (name) => html`<li><ui-icon name="arrow-right"></ui-icon>${speech.pick(name)}</li>`,
        )}
      </ol>
      <p class="hint-line">${speech.say('ph.further.hint')}</p>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'further-list': FurtherList
  }
}
