import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { timer } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import '../parts/do-button.ts'
import '../parts/queue-card.ts'
import { longestMinutes } from '../queue-sum.ts'
import { pageStyles } from '../styles.ts'

/** The counter is paused: for how long and why, who waits meanwhile, and one key to come back. */
@customElement('paused-page')
export class PausedPage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) whys!: Whys
  @property({ type: Number }) now = 0
  @property() busy: ActName | '' = ''
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    pageStyles,
    css`
      .paused {
        display: grid;
        justify-items: center;
        gap: 8px;
        padding: 24px 20px 20px;
        border-radius: 14px;
        background: var(--ink-800);
        color: var(--line-200);
        font-size: 14.5px;
      }
      .time {
        color: var(--white);
        font-size: 76px;
        font-weight: var(--w-strong);
        letter-spacing: -0.02em;
        line-height: 1;
      }
      :host([wide]) .paused {
        flex: 1;
        align-content: center;
        gap: 18px;
        font-size: 18px;
      }
      :host([wide]) .time {
        font-size: 132px;
      }
      .hint.plain {
        background: var(--green-50);
        color: var(--green-800);
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const { since, pauseReason } = this.view.counter
    return html`<section class="paused">
        <h2>${say.say('ctr.paused')}</h2>
        <span class="time" role="timer" aria-live="off">${timer(this.now - since)}</span>
        <p>${pauseReason ? say.say(`ctr.pauseReason.${pauseReason}`) : nothing}</p>
      </section>
      <p class="hint warn"><ui-icon name="users"></ui-icon>${this.#waiting()}</p>
      <p class="hint plain">
        <ui-icon name="device-tablet"></ui-icon>${say.say('ctr.paused.shown')}
      </p>
      ${
        this.wide
          ? nothing
          : html`<queue-card
              .rows=${this.view.waiting}
              .total=${this.view.waitingTotal}
              .now=${this.now}
            ></queue-card>`
      }
      <do-button
        act="resumeCounter"
        look="main"
        key="Enter"
        busy=${this.busy}
        .whys=${this.whys}
      ></do-button>`
  }

  #waiting(): string {
    const { waiting, counters, today } = this.view
    const say = this.#speech
    const c = counters.filter(({ state }) => state !== 'closed' && state !== 'paused').length
    if (waiting.length === 0) return say.say('ctr.paused.nobody', { c })
    const m = longestMinutes(waiting, this.now)
    return say.say('ctr.paused.waiting', { n: today.hallWaiting, c, m })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paused-page': PausedPage
  }
}
