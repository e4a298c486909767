import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'

/**
 * Stands here before the first view has come, and again when the last one is too old to be shown.
 * Says that the business at the window goes on.
 */
@customElement('unlinked-page')
export class UnlinkedPage extends LitElement {
  /** When the last view came, as shown; empty: none has come yet. */
  @property() last = ''
  /** It has taken so long that something must be wrong. */
  @property({ type: Boolean }) broken = false
  /** The window, for staff who report it. */
  @property() counterId = ''
  private readonly speech = new Speech(this)

  override render() {
    const { speech, broken } = this
    return html`<main class=${broken ? 'broken' : ''}>
      <span class="sign"><ui-icon name=${broken ? 'cloud-off' : 'loader-2'}></ui-icon></span>
      <div role="status">
        <h1>${speech.say(broken ? 'eval.hidden' : 'eval.connecting')}</h1>
        <p>${speech.say(broken ? 'eval.hiddenMore' : 'eval.connectingMore')}</p>
        ${broken ? html`<p class="retry">${this.retrying()}</p>` : nothing}
      </div>
      <footer>${speech.say('kind.evaluator')} ${this.counterId}</footer>
    </main>`
  }

  private retrying(): string {
    const { speech, last } = this
    return last
      ? speech.say('eval.hiddenRetry', { time: last })
      : speech.say('eval.hiddenRetryFirst')
  }

  static override styles = [
    base,
    css`
      :host {
        height: 100%;
      }
      main {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        height: 100%;
        padding: 48px;
        text-align: center;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 170px;
        height: 170px;
        border-radius: 50%;
        background: var(--c-tile);
        color: var(--c-on-tile);
        font-size: 88px;
      }
      .broken .sign {
        background: var(--amber-100);
        color: var(--amber-800);
      }
      h1 {
        margin-top: 32px;
        font-size: 56px;
      }
      p {
        margin-top: 12px;
        color: var(--ink-700);
        font-size: 30px;
        line-height: 1.5;
      }
      .retry {
        margin-top: 32px;
        color: var(--c-text-2);
        font-size: 24px;
      }
      footer {
        position: absolute;
        right: 48px;
        bottom: 32px;
        color: var(--c-text-2);
        font-size: 20px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'unlinked-page': UnlinkedPage
  }
}
