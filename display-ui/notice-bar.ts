import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { say } from '#ui-kit/speech.ts'
import { widthInCharacters } from './text-width.ts'

/** A notice stays so long before the next takes its place. */
const pageMs = 12_000

/** A longer text is set in two lines. */
const oneLineMax = 31

/** Notices as pages, one at a time: nothing scrolls on the wall. */
@customElement('notice-bar')
export class NoticeBar extends LitElement {
  @property({ attribute: false }) notices: readonly string[] = []
  @state() private page = 0
  #timer = 0
  #shown = ''
  #leaving = ''

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        background: var(--wall-bar);
        color: var(--white);
      }
      h2 {
        display: flex;
        flex: none;
        align-items: center;
        gap: 20px;
        width: 236px;
        margin: 0;
        padding-left: 42px;
        background: var(--wall-bar-label);
        font-size: 46px;
        font-weight: var(--w-strong);
        white-space: nowrap;
      }
      .page {
        display: grid;
        flex: 1;
        align-items: center;
        min-width: 0;
        padding: 0 40px 0 38px;
        font-size: 48px;
      }
      p {
        grid-area: 1 / 1;
        min-width: 0;
        margin: 0;
        overflow: hidden;
        animation: appear var(--t-page);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      p.leaving {
        opacity: 0;
        animation: leave var(--t-page);
      }
      p.long {
        display: -webkit-box;
        font-size: 36px;
        line-height: 42px;
        white-space: normal;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .position {
        align-self: center;
        padding-right: 40px;
        color: var(--wall-on-bar-2);
        font-size: 36px;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @keyframes leave {
        from {
          opacity: 1;
        }
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#timer = window.setInterval(() => {
      this.page += 1
    }, pageMs)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  protected override willUpdate(): void {
    const text = this.notices[this.#index] ?? ''
    if (text === this.#shown) return
    this.#leaving = this.#shown
    this.#shown = text
  }

  override render() {
    const count = this.notices.length
    return html`
      <h2><ui-icon name="speakerphone"></ui-icon>${say('zh', 'disp.notice')}</h2>
      ${keyed(
        this.#shown,
        html`<div class="page prose">
          <p class="leaving ${lengthOf(this.#leaving)}" aria-hidden="true">${this.#leaving}</p>
          <p class=${lengthOf(this.#shown)}>${this.#shown}</p>
        </div>`,
      )}
      ${count > 1 ? html`<span class="position">${this.#index + 1}/${count}</span>` : nothing}
    `
  }

  get #index(): number {
    return this.page % Math.max(1, this.notices.length)
  }
}

function lengthOf(text: string): 'long' | '' {
  return widthInCharacters(text) > oneLineMax ? 'long' : ''
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-bar': NoticeBar
  }
}
