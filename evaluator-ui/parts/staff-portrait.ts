import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'

/**
 * A member of staff as customers know them: the hall's picture of that name, or the initial on pale
 * green where there is none or it cannot be loaded. Fills its box; the name itself stands beside it,
 * so it is silent for readers.
 *
 * Custom property `--initial`: size of the initial.
 */
@customElement('staff-portrait')
export class StaffPortrait extends LitElement {
  /** The file's name below `/portraits/`; null: none. */
  @property() portrait: string | null = null
  @property() person = ''
  @state() private lost: string | null = null

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow: hidden;
        background: var(--green-100);
      }
      img,
      span {
        width: 100%;
        height: 100%;
      }
      img {
        display: block;
        object-fit: cover;
        object-position: 50% 20%;
      }
      span {
        display: grid;
        place-items: center;
        color: var(--green-800);
        font-size: var(--initial, 40px);
        font-weight: var(--w-strong);
        line-height: 1;
      }
    `,
  ]

  override render() {
    const { portrait } = this
    if (portrait === null || portrait === this.lost)
      return html`<span aria-hidden="true">${Array.from(this.person)[0]}</span>`
    return html`<img
      src="/portraits/${portrait}.svg"
      alt=""
      @error=${() => (this.lost = portrait)}
    />`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-portrait': StaffPortrait
  }
}
