import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ui-icon.ts'
import { tell } from '../events.ts'
import { kiosk } from '../styles.ts'

/**
 * The bar at the bottom of every page: 返回 first, where the page has one, and the other language
 * always at the same spot. The default slot stands between them: a pager, or where else to get help.
 *
 * Attributes: `back` shows 返回 (on the landscape panel the page has it top left), `dark` is for
 * green and night surfaces. `staleAt`: the numbers on the page are of that time, e.g. `10:21`.
 * Events: `go-back`, `switch-language`.
 */
@customElement('kiosk-bar')
export class KioskBar extends LitElement {
  @property({ type: Boolean }) back = false
  @property({ type: Boolean, reflect: true }) dark = false
  @property({ attribute: false }) staleAt: string | null = null
  readonly #speech = new Speech(this)

  static override styles = [
    ...kiosk,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 24px;
        height: 184px;
        padding: 0 var(--gutter);
        border-top: 1px solid var(--c-edge);
        background: var(--c-card);
        color: var(--ink-700);
        font-size: 28px;
      }
      :host([dark]) {
        border-color: transparent;
        background: none;
        color: var(--white);
      }
      .middle {
        flex: 1;
        min-width: 0;
      }
      .note {
        display: flex;
        text-wrap: balance;
        align-items: center;
        gap: 16px;
      }
      .note ui-icon {
        font-size: 40px;
      }
      .stale {
        width: fit-content;
        padding: 14px 24px;
        border-radius: 20px;
        background: var(--amber-200);
        color: var(--amber-900);
        font-weight: var(--w-strong);
      }
      .button {
        width: 220px;
        background: var(--bg-100);
        font-size: 28px;
      }
      .button ui-icon {
        font-size: 34px;
      }
      .back {
        --icon-stroke: 2.4;
        background: var(--c-card);
        font-size: 32px;
      }
      :host([dark]) .button {
        border-color: var(--green-300);
        background: none;
        color: var(--white);
      }
      @media (orientation: landscape) {
        :host {
          height: 98px;
          padding-bottom: 22px;
          border: 0;
          background: none;
          font-size: 21px;
        }
        .button {
          width: 200px;
          background: var(--c-card);
          font-size: 23px;
        }
        .button ui-icon {
          font-size: 28px;
        }
        .back {
          display: none;
        }
        .note ui-icon {
          font-size: 30px;
        }
        .stale {
          padding: 8px 18px;
          border-radius: 16px;
        }
      }
    `,
  ]

  override render() {
    const { back, dark, staleAt } = this
    const speech = this.#speech
    return html`
      ${
        back
          ? html`<button class="button back" @click=${() => tell(this, 'go-back')}>
              <ui-icon name="chevron-left"></ui-icon>${speech.say('kiosk.back')}
            </button>`
          : nothing
      }
      <div class="middle">${staleAt === null ? this.#slot() : this.#stale(staleAt)}</div>
      <button
        class=${dark ? 'button on-dark' : 'button'}
        lang=${speech.other === 'zh' ? 'zh-CN' : 'en'}
        @click=${() => tell(this, 'switch-language')}
      >
        <ui-icon name="language"></ui-icon>${speech.say('kiosk.language')}
      </button>
    `
  }

  #slot() {
    return html`<slot
      ><p class="note">
        <ui-icon name="headset"></ui-icon>${this.#speech.say('kiosk.helpDesk')}
      </p></slot
    >`
  }

  #stale(time: string) {
    return html`<p class="note stale" role="status">
      <ui-icon name="cloud-off"></ui-icon>${this.#speech.say('kiosk.stale', { time })}
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-bar': KioskBar
  }
}
