import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ButtonView, CounterView } from '#contract/live.ts'
import { durationCustomer, timer } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { clockStyles } from './clock-styles.ts'

/**
 * The time since the first call, how often was called, and how far it is until the number may be
 * judged a no-show; the instant comes from the view's button.
 */
@customElement('call-clock')
export class CallClock extends LitElement {
  @property({ attribute: false }) ticket!: NonNullable<CounterView['current']>
  @property({ attribute: false }) noShow!: ButtonView
  @property({ type: Number }) now = 0
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    clockStyles,
    css`
      .bar {
        height: 10px;
        margin-block: 4px;
        overflow: hidden;
        border-radius: 999px;
        background: var(--c-track);
      }
      .bar div {
        height: 100%;
        border-radius: inherit;
        background: var(--amber-500);
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const { callCount } = this.ticket
    return html`<div class="top">
        <span class="time number" role="timer" aria-live="off"
          >${timer(this.now - this.#from)}</span
        >
        <span class="beside">${say.say('ctr.sinceCall')}</span>
        <span class="target">${say.say('ctr.callCount', { n: callCount })}</span>
      </div>
      <div class="bar"><div .style=${`width: ${100 * this.#share()}%`}></div></div>
      <div class="under">
        <span>${say.say('ctr.callBegan')}</span>
        <span>${this.#until()}</span>
      </div>`
  }

  /** How much of the time until the no-show is over, 0 to 1. */
  #share(): number {
    const { liveAt } = this.noShow
    const from = this.#from
    if (liveAt === null || liveAt <= from) return 1
    return Math.min(1, Math.max(0, (this.now - from) / (liveAt - from)))
  }

  get #from(): number {
    return this.ticket.firstCalledAt ?? this.now
  }

  #until(): string {
    const { liveAt, calls } = this.noShow
    const say = this.#speech
    if (calls > 0) return say.say('ctr.noShowCalls', { n: calls })
    if (liveAt === null || this.now >= liveAt) return say.say('ctr.noShowNow')
    return say.say('ctr.noShowFrom', { t: durationCustomer(say.lang, liveAt - this.#from) })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-clock': CallClock
  }
}
