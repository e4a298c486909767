import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { clockTime, durationCustomer } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { edgeStyles } from '../styles.ts'
import { ownClass } from '../why.ts'
import { classTag } from './class-tag.ts'

type Current = NonNullable<CounterView['current']>

/**
 * The customer who was called or is being served: number, service, class, how long they waited, and
 * what the number goes on to. What stands in it corrects the service; `clock` (slot) stands beside the number where it is wide.
 */
@customElement('customer-card')
export class CustomerCard extends LitElement {
  @property({ attribute: false }) ticket!: Current
  @property() timeZone = 'UTC'
  /** The service takes longer than its norm. */
  @property({ type: Boolean }) late = false
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    chips,
    edgeStyles,
    css`
      .card {
        display: grid;
      }
      .about {
        display: grid;
        gap: 6px;
        min-width: 0;
      }
      .label {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--ink-700);
        font-size: 13.5px;
      }
      .label ui-icon {
        font-size: 18px;
      }
      .middle,
      .foot {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
      }
      .foot {
        min-height: 30px;
        margin-block-end: -4px;
      }
      .foot ::slotted(*) {
        flex: none;
        margin: -5px -8px -5px 0;
      }
      ticket-number {
        font-size: 64px;
      }
      .called ticket-number {
        margin-block: 4px 2px;
        font-size: 88px;
      }
      .facts {
        color: var(--ink-700);
        font-size: 13.5px;
        line-height: 1.7;
        text-align: end;
      }
      .service {
        font-size: 16px;
        font-weight: var(--w-strong);
        line-height: 1.35;
      }
      .waited {
        flex: none;
        color: var(--ink-700);
        font-size: 14px;
      }
      .further {
        display: flex;
        gap: 6px;
        padding-block-start: 8px;
        border-block-start: 1px solid var(--c-rule);
        color: var(--ink-700);
        font-size: 13.5px;
        line-height: 1.4;
      }
      .further ui-icon {
        margin-block-start: 0.1em;
        color: var(--green-700);
        font-size: 16px;
      }
      :host([wide]) .card {
        grid-template-columns: minmax(0, 1.06fr) minmax(0, 1fr);
        --card-inset: 24px 32px;
      }
      :host([wide]) .about {
        gap: 14px;
        padding-inline-end: 24px;
        border-inline-end: 1px solid var(--c-edge);
      }
      :host([wide]) .label {
        font-size: 15px;
      }
      :host([wide]) ticket-number {
        margin-block: 2px 6px;
        font-size: 108px;
      }
      :host([wide]) .service {
        font-size: 19px;
      }
      slot[name='clock'] {
        display: grid;
        align-content: center;
        padding-inline-start: 32px;
      }
    `,
  ]

  override render() {
    const isCalled = this.ticket.state === 'called'
    const state = isCalled ? 'called' : this.late ? 'late' : ''
    return html`<section class="card edged ${state}">
      <div class="about">
        <p class="label">
          ${isCalled ? this.#saying() : this.#speech.say('ctr.nowServing')} ${this.#english()}
        </p>
        <div class="middle">
          <ticket-number .number=${this.ticket.ticketNo}></ticket-number>
          ${isCalled || this.wide ? nothing : this.#facts()}
        </div>
        <div class="foot">
          <span class="service">
            ${this.#speech.pick(this.ticket.serviceName)} ${this.#class()}
          </span>
          ${isCalled && !this.wide ? this.#waited() : nothing}
          <slot></slot>
        </div>
        ${this.#further()}
      </div>
      ${this.wide ? html`<slot name="clock"></slot>` : nothing}
    </section>`
  }

  #class() {
    const own = ownClass(this.#speech.lang, this.ticket, this.timeZone)
    return classTag(this.ticket.priority, own)
  }

  /** What this number goes on to when the present service is done. */
  #further() {
    const [first, ...more] = this.ticket.further
    if (!first) return nothing
    const say = this.#speech
    const [name, n] = [say.pick(first), more.length]
    return html`<p class="further">
      <ui-icon name="arrow-right"></ui-icon>
      ${n > 0 ? say.say('ctr.further.more', { name, n }) : say.say('ctr.further', { name })}
    </p>`
  }

  #english() {
    if (this.ticket.language !== 'en') return nothing
    return html`<span class="tag blue">${this.#speech.say('ctr.english')}</span>`
  }

  #saying() {
    return html`<ui-icon name="volume"></ui-icon>
      ${this.#speech.say('ctr.saying', { n: this.ticket.callCount })}`
  }

  #facts() {
    const { waitedMs, startedAt } = this.ticket
    const say = this.#speech
    const t = startedAt === null ? '' : clockTime(startedAt, this.timeZone)
    return html`<p class="facts">
      ${say.say('ctr.waitedShort', { t: durationCustomer(say.lang, waitedMs) })}<br />${say.say(
        'ctr.startedAt',
        { t },
      )}
    </p>`
  }

  #waited() {
    const say = this.#speech
    const t = durationCustomer(say.lang, this.ticket.waitedMs)
    return html`<span class="waited">${say.say('ctr.waitedFor', { t })}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-card': CustomerCard
  }
}
