import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HallView } from '#contract/live.ts'
import { clockTime, dateLine } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/hall-mark.ts'
import { kiosk } from '../styles.ts'

/**
 * The strip on top: whose hall this is, and what time it is there. Nothing in it can be touched.
 * Attribute `night`: on the dark page of closed hours.
 */
@customElement('kiosk-header')
export class KioskHeader extends LitElement {
  @property({ attribute: false }) hall!: HallView
  @property({ attribute: false }) now = 0
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: space-between;
        height: 120px;
        padding: 0 var(--gutter);
        border-bottom: 1px solid var(--c-edge);
        background: var(--c-card);
        color: var(--c-text);
      }
      :host([night]) {
        border-color: #ffffff26;
        background: none;
        color: var(--white);
      }
      hall-mark {
        --mark: 56px;
        --mark-color: var(--green-700);
        --gloss-size: 24px;
        gap: 26px;
        margin-inline-start: 6px;
        font-size: 36px;
      }
      :host([night]) hall-mark {
        --mark-color: var(--green-500);
        --c-text-2: var(--green-200);
      }
      .date {
        color: var(--c-text-2);
        font-size: 26px;
        line-height: 1.4;
      }
      :host([night]) .date {
        color: var(--green-200);
      }
      .time {
        text-align: end;
      }
      .clock {
        font-size: 48px;
        font-weight: var(--w-strong);
        line-height: 1.1;
      }
      @media (orientation: landscape) {
        :host {
          height: 84px;
        }
        hall-mark {
          --mark: 44px;
          --gloss-size: 18px;
          font-size: 26px;
        }
        .clock {
          font-size: 34px;
        }
        .date {
          font-size: 19px;
        }
      }
    `,
  ]

  override render() {
    const { lang } = this.#speech
    const { name, timeZone } = this.hall
    return html`
      <hall-mark .name=${name} gloss></hall-mark>
      <div class="time">
        <div class="clock">${clockTime(this.now, timeZone)}</div>
        <div class="date">${dateLine(lang, this.now, timeZone)}</div>
      </div>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-header': KioskHeader
  }
}
