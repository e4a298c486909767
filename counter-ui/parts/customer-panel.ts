import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { clockTime, durationCustomer } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { customerHint } from './customer-hint.ts'

/** What is known about the customer in hand, on wide screens; nothing personal. */
@customElement('customer-panel')
export class CustomerPanel extends LitElement {
  @property({ attribute: false }) ticket!: NonNullable<CounterView['current']>
  @property() timeZone = 'UTC'

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    css`
      .card {
        display: grid;
        align-content: start;
        gap: 14px;
        height: 100%;
        padding: 20px 24px;
      }
      h2 {
        font-size: 17px;
      }
      .hint {
        font-size: 15px;
        line-height: 1.45;
      }
      dl {
        display: grid;
        gap: 10px;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        font-size: 14.5px;
        line-height: 1.5;
      }
      dt {
        color: var(--c-text-2);
      }
      dd {
        text-align: end;
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const { groupName, channel, issuedAt, waitedMs, callCount, language, parkedMs } = this.ticket
    const hint = customerHint(say.lang, this.ticket)
    const t = clockTime(issuedAt, this.timeZone)
    return html`<section class="card">
      <h2>${say.say('ctr.customer')}</h2>
      ${hint ? html`<p class="hint"><ui-icon name="info-circle"></ui-icon>${hint}</p>` : nothing}
      <dl>
        ${this.#fact(say.say('ctr.channel'), say.say(`ctr.channel.${channel}`, { t }))}
        ${this.#fact(say.say('ctr.group'), say.pick(groupName))}
        ${this.#fact(say.say('ctr.waitTime'), durationCustomer(say.lang, waitedMs))}
        ${this.#fact(say.say('ctr.calls'), say.say('ctr.calls.times', { n: callCount }))}
        ${this.#fact(say.say('ctr.language'), say.say(`ctr.language.${language}`))}
        ${
          parkedMs > 0
            ? this.#fact(say.say('ctr.heldFor'), durationCustomer(say.lang, parkedMs))
            : nothing
        }
      </dl>
    </section>`
  }

  #fact(name: string, value: string) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-panel': CustomerPanel
  }
}
