import { LitElement, css, html, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { icons, isFilled, isIconName } from '#ui-kit/icons.ts'

/**
 * One icon of the set, in the colour and (unless `font-size` says otherwise) the size of the text
 * beside it: `<ui-icon name="receipt-yuan"></ui-icon>`. Silent for readers: a word stands next to
 * it, or the button around it has a label. An unknown name from the hall's setup draws nothing.
 *
 * Custom property `--icon-stroke`: width of the lines on the 24 grid, 1.75 where nothing is said.
 */
@customElement('ui-icon')
export class UiIcon extends LitElement {
  @property() name = ''

  static override styles = css`
    :host {
      display: inline-block;
      flex: none;
      width: 1em;
      height: 1em;
      vertical-align: -0.125em;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: var(--icon-stroke, 1.75);
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .filled {
      fill: currentColor;
      stroke: none;
    }
  `

  override render() {
    if (!isIconName(this.name)) return nothing
    const path = svg`<path d=${icons[this.name]} />`
    return html`<svg
      viewBox="0 0 24 24"
      class=${isFilled(this.name) ? 'filled' : ''}
      aria-hidden="true"
    >
      ${path}
    </svg>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-icon': UiIcon
  }
}
