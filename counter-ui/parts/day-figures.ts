import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { durationStaff } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'

/**
 * The day in four figures; the satisfaction is that of the whole hall, for nobody sees their own
 * ratings. A strip at the foot of the narrow panel; `wide` and with the clock in the wide head.
 */
@customElement('day-figures')
export class DayFigures extends LitElement {
  @property({ attribute: false }) today!: CounterView['today']
  @property() clock = ''
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        height: 52px;
        border-block-start: 1px solid var(--c-edge);
        background: var(--c-card);
      }
      div {
        align-self: center;
        padding: 0 4px;
        text-align: center;
      }
      div + div {
        border-inline-start: 1px solid var(--c-rule);
      }
      dt {
        color: var(--c-text-2);
        font-size: 12px;
        line-height: 1.35;
      }
      dd {
        font-size: 16px;
        font-weight: var(--w-strong);
        line-height: 1.25;
      }
      :host([wide]) dl {
        display: flex;
        gap: 34px;
        height: auto;
        border: 0;
      }
      :host([wide]) div {
        padding: 0;
        border: 0;
        text-align: start;
      }
      :host([wide]) dt {
        font-size: 13px;
      }
      :host([wide]) dd {
        font-size: 20px;
      }
    `,
  ]

  override render() {
    const { completed, handlingMs, satisfiedPercent, hallWaiting } = this.today
    const say = this.#speech
    const none = say.say('ctr.none')
    const percent =
      satisfiedPercent === null ? none : say.say('ctr.percent', { n: oneDecimal(satisfiedPercent) })
    return html`<dl>
      ${this.#figure(say.say('ctr.today'), completed)}
      ${this.#figure(say.say('ctr.handling'), handlingMs === null ? none : durationStaff(handlingMs))}
      ${this.#figure(say.say('ctr.satisfied'), percent)}
      ${this.#figure(say.say('ctr.hallWaiting'), hallWaiting)}
      ${this.clock ? this.#figure(say.say('ctr.clock'), this.clock) : nothing}
    </dl>`
  }

  #figure(name: string, value: string | number) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`
  }
}

const oneDecimal = (n: number): number => Math.round(n * 10) / 10

declare global {
  interface HTMLElementTagNameMap {
    'day-figures': DayFigures
  }
}
