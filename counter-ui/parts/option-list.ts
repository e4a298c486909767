import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import type { Key } from '../keys.ts'
import './act-button.ts'

/** One answer; choosing it acts. */
export type Option = { icon: IconName; label: string; choose: () => void }

const keys: readonly Key[] = ['1', '2', '3', '4', '5', '6']

/**
 * A question that is answered by one press: the answers under each other, each with its digit, the
 * first with the focus so that Enter and Tab work too.
 */
@customElement('option-list')
export class OptionList extends LitElement {
  @property({ attribute: false }) options: readonly Option[] = []
  @property() why = ''
  @property({ type: Boolean }) busy = false

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(330px, 1fr));
        gap: 10px;
      }
    `,
  ]

  protected override firstUpdated(): void {
    void this.#focusFirst()
  }

  async #focusFirst(): Promise<void> {
    const first = this.renderRoot.querySelector('act-button')
    await first?.updateComplete
    first?.focus()
  }

  override render() {
    return this.options.map(
      ({ icon, label, choose }, index) =>
        html`<act-button
          look="option"
          icon=${icon}
          label=${label}
          key=${keys[index] ?? ''}
          why=${this.why}
          ?busy=${this.busy}
          @press=${choose}
        ></act-button>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'option-list': OptionList
  }
}
