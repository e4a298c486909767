import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HallView } from '#contract/live.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/hall-mark.ts'
import '#ui-kit/elements/ui-icon.ts'
import { tell } from '../events.ts'
import { phone } from '../styles.ts'

/**
 * The top of each page: whose hall it is, and the other language. Takes the colour of the text
 * around. `staleAt`: what the page shows is of that time. Event `switch-language`.
 */
@customElement('phone-header')
export class PhoneHeader extends LitElement {
  @property({ attribute: false }) hall: HallView | null = null
  @property({ attribute: false }) staleAt: string | null = null
  readonly #speech = new Speech(this)

  static override styles = [
    ...phone,
    css`
      .bar {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        min-height: 44px;
      }
      hall-mark {
        --mark: 24px;
        gap: 12px;
        font-size: 17px;
      }
      .language {
        min-width: 46px;
        height: 44px;
        padding: 0 12px;
        border-radius: 12px;
        background: color-mix(in srgb, currentColor 16%, transparent);
        font-size: 15px;
        font-weight: var(--w-strong);
        text-align: center;
      }
      .stale {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-top: 10px;
        padding: 8px 12px;
        border-radius: 12px;
        background: var(--amber-100);
        color: var(--amber-900);
        font-size: 14px;
        font-weight: var(--w-strong);
      }
      .stale ui-icon {
        font-size: 20px;
      }
      .language:focus-visible {
        box-shadow: 0 0 0 2px var(--white);
      }
    `,
  ]

  override render() {
    const speech = this.#speech
    return html`<div class="bar">
        <hall-mark .name=${this.hall?.shortName ?? null}></hall-mark>
        <button
          class="language"
          lang=${speech.other === 'zh' ? 'zh-CN' : 'en'}
          @click=${() => tell(this, 'switch-language')}
        >
          ${speech.say('ph.language')}
        </button>
      </div>
      <div role="status">
        ${
          this.staleAt === null
            ? nothing
            : html`<p class="stale">
                <ui-icon name="cloud-off"></ui-icon
                >${speech.say('ph.stale', { time: this.staleAt })}
              </p>`
        }
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-header': PhoneHeader
  }
}
