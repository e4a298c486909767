import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { tell } from '../events.ts'
import { kiosk } from '../styles.ts'

/**
 * Turns the sheets of a long list: 上一页 · 1 / 2 · 下一页. A button with nowhere to go stays where it
 * is, greyed. Event `show-sheet`.
 */
@customElement('sheet-pager')
export class SheetPager extends LitElement {
  @property({ type: Number }) sheet = 0
  @property({ type: Number }) sheets = 1
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    css`
      :host {
        --button-inset: 24px;
        --button-size: 28px;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 20px;
      }
      .page {
        min-width: 84px;
        color: var(--ink-900);
        font-weight: var(--w-strong);
        text-align: center;
      }
      @media (orientation: landscape) {
        :host {
          --button-inset: 22px;
          --button-size: 22px;
        }
      }
    `,
  ]

  override render() {
    const { sheet, sheets } = this
    const speech = this.#speech
    const place = { page: sheet + 1, pages: sheets }
    return html`
      ${this.#turn(sheet - 1, html`<ui-icon name="chevron-left"></ui-icon>${speech.say('kiosk.previous')}`)}
      <span class="page" role="status" aria-label=${speech.say('kiosk.page', place)}
        >${speech.say('kiosk.page.short', place)}</span
      >
      ${this.#turn(sheet + 1, html`${speech.say('kiosk.next')}<ui-icon name="chevron-right"></ui-icon>`)}
    `
  }

  #turn(to: number, label: unknown) {
    const isThere = to >= 0 && to < this.sheets
    return html`<button
      class="button"
      aria-disabled=${isThere ? 'false' : 'true'}
      @click=${() => isThere && tell(this, 'show-sheet', { sheet: to })}
    >
      ${label}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sheet-pager': SheetPager
  }
}
