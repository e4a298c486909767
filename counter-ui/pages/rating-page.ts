import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { durationCustomer } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech, type Words } from '#ui-kit/speech.ts'
import type { ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import '../parts/do-button.ts'
import '../parts/message-card.ts'
import '../parts/queue-card.ts'
import '../parts/side-doors.ts'
import { pageStyles } from '../styles.ts'

/** The service that has just ended, as this screen saw it. */
export type Finished = {
  ticketNo: string
  serviceName: Words
  servedMs: number
  waitedMs: number
}

/**
 * The customer is asked to rate. The clerk sees that it goes on and never what is chosen, and can
 * call the next one meanwhile.
 */
@customElement('rating-page')
export class RatingPage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) whys!: Whys
  @property({ attribute: false }) finished: Finished | null = null
  @property({ type: Number }) now = 0
  @property() busy: ActName | '' = ''
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)
  #until = 0
  #since = 0

  static override styles = [
    base,
    cards,
    pageStyles,
    css`
      .left {
        display: grid;
        gap: 6px;
        margin-block-start: 8px;
        color: var(--ink-700);
        font-size: 12.5px;
      }
      .track {
        height: 10px;
        overflow: hidden;
        border-radius: 999px;
        background: var(--c-track);
      }
      .track div {
        height: 100%;
        border-radius: inherit;
        background: var(--green-600);
      }
      dl {
        display: grid;
        gap: 6px;
        --card-inset: 14px 18px;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        font-size: 14px;
        line-height: 1.45;
      }
      dd {
        font-weight: var(--w-strong);
        text-align: end;
      }
    `,
  ]

  /** Each touch of the customer starts the time anew; the bar starts anew with it. */
  protected override willUpdate(): void {
    const until = this.view.rating?.until ?? 0
    if (until === this.#until) return
    this.#until = until
    this.#since = this.now
  }

  override render() {
    const say = this.#speech
    return html`<message-card
        icon="star"
        heading=${say.say('ctr.asked')}
        text=${this.#words()}
        ?tall=${this.wide}
        ?small=${!this.wide}
      >
        ${this.view.evaluatorOnline ? this.#left() : nothing}
      </message-card>
      ${this.finished ? this.#about(this.finished) : nothing}
      ${this.wide ? nothing : this.#between()}
      <do-button
        act="callNext"
        look="main"
        key="Enter"
        label=${this.view.next ? say.say('ctr.nextNo', { no: this.view.next.ticketNo }) : ''}
        busy=${this.busy}
        .whys=${this.whys}
      ></do-button>
      ${this.wide ? nothing : this.#others()}`
  }

  /** Who waits meanwhile, where there is room for it. */
  #between() {
    const { waiting, waitingTotal } = this.view
    if (this.finished || waitingTotal === 0) return html`<span class="free"></span>`
    return html`<queue-card .rows=${waiting} .total=${waitingTotal} .now=${this.now}></queue-card>`
  }

  #words(): string {
    const say = this.#speech
    if (!this.view.evaluatorOnline) return say.say('ctr.rating.noDevice')
    return `${say.say('ctr.say')}\n${say.say('ctr.say.dont')}`
  }

  #left() {
    const left = Math.max(0, this.#until - this.now)
    const share = 1 - left / Math.max(1, this.#until - this.#since)
    const s = Math.ceil(left / 1000)
    return html`<div class="left">
      <div class="track"><div .style=${`width: ${100 * share}%`}></div></div>
      <div class="spread">
        <span>${this.#speech.say('ctr.rating.waits')}</span>
        <span role="timer" aria-live="off">${this.#speech.say('ctr.rating.left', { s })}</span>
      </div>
    </div>`
  }

  #about({ ticketNo, serviceName, servedMs, waitedMs }: Finished) {
    const say = this.#speech
    return html`<dl class="card">
      ${this.#fact(say.say('ctr.service'), `${say.pick(serviceName)} · ${ticketNo}`)}
      ${this.#fact(say.say('ctr.serviceTime'), durationCustomer(say.lang, servedMs))}
      ${this.#fact(say.say('ctr.waitTime'), durationCustomer(say.lang, waitedMs))}
    </dl>`
  }

  #fact(name: string, value: string) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`
  }

  #others() {
    const { parked, missed } = this.view
    return html`<side-doors
      .whys=${this.whys}
      .parked=${parked.length}
      .missed=${missed.length}
    ></side-doors>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rating-page': RatingPage
  }
}
