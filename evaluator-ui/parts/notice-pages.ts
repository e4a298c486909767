import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { EvaluatorView } from '#contract/live.ts'
import { landscape } from '#ui-kit/drawings.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'

const pageMs = 12_000
const sizes = ['', 'tight', 'tightest']

/** The hall's notices, one whole page at a time; nothing scrolls. A welcome where there are none. */
@customElement('notice-pages')
export class NoticePages extends LitElement {
  @property({ attribute: false }) notices: EvaluatorView['notices'] = []
  @state() private page = 0
  private readonly speech = new Speech(this)
  private timer = 0

  override connectedCallback() {
    super.connectedCallback()
    this.timer = window.setInterval(() => (this.page += 1), pageMs)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.timer)
  }

  /** A long notice is set smaller, as far as it can still be read; none is cut in the middle. */
  protected override updated() {
    const page = this.renderRoot.querySelector('.page')
    const body = page?.querySelector('.body')
    if (!page || !body) return
    for (const size of sizes) {
      page.className = `page ${size}`
      if (body.scrollHeight <= body.clientHeight) return
    }
  }

  override render() {
    const { speech, notices } = this
    const index = this.page % Math.max(1, notices.length)
    const notice = notices[index]
    if (!notice)
      return html`<article class="card welcome">
        <h2>${speech.say('eval.welcome')}</h2>
        <p class="body">${speech.say('eval.welcomeBody')}</p>
        ${landscape}
      </article>`
    const hint = speech.pick(notice.hint)
    return html`<article class="card">
      <header>
        <ui-icon name="news"></ui-icon>
        <span class="kind">${speech.say('eval.notices')}</span>
        <span>${speech.say('eval.noticePlace', { n: index + 1, of: notices.length })}</span>
      </header>
      ${keyed(
        notice.id,
        html`<div class="page prose">
          <h2>${speech.pick(notice.title)}</h2>
          <p class="body">${speech.pick(notice.body)}</p>
          ${
            hint
              ? html`<p class="advice"><ui-icon name="info-circle"></ui-icon>${hint}</p>`
              : nothing
          }
        </div>`,
      )}
    </article>`
  }

  static override styles = [
    base,
    cards,
    css`
      :host {
        display: block;
        min-height: 0;
      }
      .card {
        display: flex;
        flex-direction: column;
        height: 100%;
        padding: 32px 36px 26px;
        border-radius: 28px;
        overflow: hidden;
      }
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        color: var(--c-text-2);
        font-size: 22px;
        line-height: 1.3;
      }
      header ui-icon {
        font-size: 26px;
      }
      header ui-icon,
      .kind {
        color: var(--green-800);
      }
      .kind {
        flex: 1;
        font-weight: var(--w-strong);
      }
      .page {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-height: 0;
        animation: appear var(--t-page) var(--ease-page);
      }
      h2 {
        margin-top: 14px;
        font-size: 41px;
        text-wrap: balance;
      }
      .body {
        flex: 1;
        min-height: 0;
        margin-top: 14px;
        overflow: hidden;
        color: var(--ink-700);
        font-size: 26px;
        line-height: 1.6;
        text-wrap: pretty;
      }
      .advice {
        display: flex;
        align-items: center;
        gap: 12px;
        padding-top: 20px;
        border-top: 2px solid var(--c-rule);
        color: var(--ink-700);
        font-size: 23px;
        line-height: 1.4;
        text-wrap: balance;
      }
      .advice ui-icon {
        font-size: 26px;
      }
      .tight h2 {
        font-size: 33px;
      }
      .tight .body {
        font-size: 24px;
      }
      .tight .advice {
        font-size: 21px;
      }
      .tightest h2 {
        font-size: 28px;
      }
      .tightest .body {
        font-size: 20px;
        line-height: 1.5;
      }
      .tightest .advice {
        font-size: 20px;
      }
      .welcome {
        position: relative;
        border: 0;
        background: var(--surface-hero);
        color: var(--white);
      }
      .welcome .body {
        color: var(--green-200);
      }
      .welcome svg {
        position: absolute;
        inset: auto 0 0;
        width: 100%;
        height: 62%;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-pages': NoticePages
  }
}
