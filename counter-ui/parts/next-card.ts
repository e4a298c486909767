import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { Speech } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { ownClass, whyLine } from '../why.ts'
import { classTag } from './class-tag.ts'
import './front-button.ts'

/**
 * Whom the rule calls next, how long that customer has waited and why it is their turn, which leads
 * on to the parts of the choice; or that nobody waits. What stands in it below is the button that
 * calls. `wide`: the number fills the card.
 */
@customElement('next-card')
export class NextCard extends LitElement {
  @property({ attribute: false }) next: CounterView['next'] = null
  @property({ type: Number }) now = 0
  @property() timeZone = 'UTC'
  @property({ type: Boolean }) sound = true
  /** Takes all the height there is: where nobody waits there is no list below. */
  @property({ type: Boolean, reflect: true }) tall = false
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    chips,
    css`
      .card {
        display: grid;
        gap: 14px;
        --card-inset: 16px 14px 14px;
      }
      .next {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        min-height: 66px;
        padding: 0 4px;
      }
      .label {
        color: var(--c-text-2);
        font-size: 13px;
      }
      ticket-number {
        display: block;
        font-size: 40px;
      }
      .about {
        text-align: end;
      }
      .service {
        font-size: 16px;
        font-weight: var(--w-strong);
        line-height: 1.35;
      }
      .waited {
        margin-block-start: 2px;
        color: var(--ink-700);
        font-size: 14px;
      }
      .next + .why {
        margin-block: -12px -6px;
      }
      .nobody {
        justify-content: start;
      }
      .nobody ui-icon {
        color: var(--green-600);
        font-size: 34px;
      }
      .nobody strong {
        display: block;
        font-size: 19px;
      }
      :host([wide]) {
        --main-height: 98px;
        --main-size: 27px;
      }
      :host([wide]) .card {
        align-content: center;
        justify-items: center;
        gap: 30px;
        height: 100%;
        padding: 24px;
        text-align: center;
      }
      :host([wide]) .next {
        display: grid;
        justify-items: center;
        gap: 28px;
      }
      :host([wide]) .label {
        margin-block-end: 26px;
        font-size: 17px;
      }
      :host([wide]) ticket-number {
        font-size: 176px;
        line-height: 0.78;
      }
      :host([wide]) .about {
        text-align: center;
      }
      :host([wide]) .service {
        font-size: 22px;
      }
      :host([wide]) .waited {
        margin-block-start: 6px;
        font-size: 16px;
      }
      :host([tall]) {
        flex: 1;
      }
      :host([tall]) .card {
        grid-template-rows: 1fr auto;
        height: 100%;
      }
      :host([tall]) .nobody {
        display: grid;
        align-content: center;
        justify-content: center;
        justify-items: center;
        gap: 16px;
        text-align: center;
      }
      :host(:is([wide], [tall])) .nobody ui-icon {
        font-size: 88px;
        --icon-stroke: 1.25;
      }
      :host([tall]) .nobody strong {
        font-size: 22px;
      }
      :host([wide]) .nobody strong {
        font-size: 32px;
      }
      :host([wide]) slot::slotted(*) {
        width: min(520px, 60vw);
      }
    `,
  ]

  override render() {
    return html`<section class="card" aria-live="polite">
      ${this.next ? this.#somebody(this.next) : this.#nobody()}
      <slot></slot>
    </section>`
  }

  #somebody(next: NonNullable<CounterView['next']>) {
    const say = this.#speech
    const own = ownClass(say.lang, next, this.timeZone)
    return html`<div class="next">
        <div>
          <p class="label">${say.say('ctr.nextIs')}</p>
          <ticket-number .number=${next.ticketNo}></ticket-number>
        </div>
        <div class="about">
          <p class="service">${say.pick(next.serviceName)}</p>
          ${own === null ? nothing : html`<p>${classTag(next.priority, own)}</p>`}
        </div>
      </div>
      <front-button
        class="why"
        page="why"
        look="text"
        key=${this.wide ? '4' : ''}
        label=${whyLine(say.lang, next, this.now, this.timeZone)}
      ></front-button>`
  }

  #nobody() {
    const say = this.#speech
    return html`<div class="next nobody">
      <ui-icon name="circle-check"></ui-icon>
      <div>
        <strong>${say.say('ctr.empty')}</strong>
        <span class="waited">${say.say(this.sound ? 'ctr.empty.why' : 'ctr.empty.silent')}</span>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'next-card': NextCard
  }
}
