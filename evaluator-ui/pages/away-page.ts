import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EvaluatorView } from '#contract/live.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { say, Speech } from '#ui-kit/speech.ts'
import '../parts/counter-badge.ts'

/**
 * Nobody serves at this window now: says so from afar, in both languages, and names the windows that
 * are open. Slot `mark`: how old the page is, where that has to be said.
 */
@customElement('away-page')
export class AwayPage extends LitElement {
  @property({ attribute: false }) view!: EvaluatorView
  /** The time of day, as shown. */
  @property() clock = ''
  private readonly speech = new Speech(this)

  override render() {
    const { speech, view } = this
    const isPaused = view.counter.state === 'paused'
    const title = isPaused ? 'eval.paused' : 'eval.notOpen'
    return html`<main class="on-dark">
      <header>
        <counter-badge .no=${view.counter.no}></counter-badge>
        <slot name="mark"></slot>
        <time>${this.clock}</time>
      </header>
      <span class="sign">
        <ui-icon name=${isPaused ? 'player-pause-filled' : 'moon-stars'}></ui-icon>
      </span>
      <h1>${speech.say(title)}</h1>
      <p lang=${speech.other}>${say(speech.other, `${title}More`)}</p>
      ${this.elsewhere(view.otherCounterNos)}
    </main>`
  }

  private elsewhere(counterNos: string[]) {
    const { speech } = this
    if (counterNos.length === 0) return html`<p class="ask">${speech.say('eval.noOther')}</p>`
    const list = counterNos.join(speech.lang === 'zh' ? '、' : ', ')
    return html`<div class="go">
      <ui-icon name="walk"></ui-icon>${speech.say('eval.goTo', { list })}
    </div>`
  }

  static override styles = [
    base,
    css`
      :host {
        height: 100%;
      }
      main {
        display: flex;
        flex-direction: column;
        align-items: center;
        height: 100%;
        padding: 40px 48px;
        background: var(--ink-800);
        color: var(--white);
        text-align: center;
      }
      header {
        align-self: stretch;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 20px;
      }
      counter-badge {
        --badge: var(--white);
        --badge-text: var(--ink-800);
        font-size: 34px;
      }
      time {
        font-size: 46px;
        font-weight: var(--w-strong);
        letter-spacing: -0.02em;
        line-height: 1;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 170px;
        height: 170px;
        margin-top: 56px;
        border-radius: 50%;
        background: #ffffff1a;
        font-size: 96px;
      }
      h1 {
        margin-top: 26px;
        font-size: 92px;
        line-height: 1.3;
      }
      p {
        margin-top: 8px;
        color: var(--line-300);
        font-size: 34px;
        line-height: 1.4;
      }
      .go {
        display: flex;
        align-items: center;
        gap: 28px;
        margin-top: 48px;
        padding: 24px 52px;
        border-radius: 28px;
        background: var(--c-call);
        color: var(--c-on-call);
        font-size: 44px;
        --icon-stroke: 2.2;
        font-weight: var(--w-strong);
        line-height: 1.4;
      }
      .go ui-icon {
        font-size: 52px;
      }
      .ask {
        margin-top: 48px;
        color: var(--white);
        font-size: 38px;
      }
      h1:lang(en) {
        font-size: 76px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'away-page': AwayPage
  }
}
