import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { WaitingTicketView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { Speech, type Words } from '#ui-kit/speech.ts'
import '#ui-kit/elements/ticket-number.ts'
import { className } from '#ui-kit/ticket-class.ts'
import { ownClass, partsOf, placeReason, type Candidate } from '../why.ts'
import { classTag } from './class-tag.ts'

/**
 * One of those the rule weighed: its number and service, and the sum or the reason that gave it its
 * `place`; 1 is the next. `ticket`: what the list knows of it.
 */
@customElement('candidate-card')
export class CandidateCard extends LitElement {
  @property({ attribute: false }) candidate!: Candidate
  @property({ attribute: false }) ticket: WaitingTicketView | null = null
  @property({ attribute: false }) serviceName: Words = { zh: '', en: '' }
  @property({ type: Number }) place = 1
  @property() timeZone = 'UTC'

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    chips,
    css`
      .card {
        display: grid;
        gap: 10px;
        --card-inset: 12px 16px;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 4px 10px;
      }
      ticket-number {
        flex: none;
        font-size: 22px;
      }
      .service {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 6px;
        min-width: 0;
        font-size: 14px;
        line-height: 1.3;
      }
      dl {
        display: flex;
        gap: 6px;
      }
      dt {
        color: var(--c-text-2);
        font-size: 12px;
        line-height: 1.4;
      }
      dd {
        font-size: 15px;
        font-weight: var(--w-strong);
        line-height: 1.4;
        white-space: nowrap;
      }
      dl > div + div dt {
        padding-inline-start: 16px;
      }
      .sign {
        display: inline-block;
        width: 16px;
        color: var(--c-text-2);
        font-weight: var(--w-text);
      }
      .reason {
        align-self: end;
        color: var(--ink-700);
        font-size: 13.5px;
        line-height: 1.5;
      }
      .under {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 4px 14px;
      }
      @media (width >= 900px) {
        .card {
          --card-inset: 16px 20px;
        }
        ticket-number {
          font-size: 28px;
        }
        .service {
          font-size: 16px;
        }
        dl {
          gap: 14px;
        }
        dt {
          font-size: 14px;
        }
        dd {
          font-size: 19px;
        }
      }
    `,
  ]

  override render() {
    const { candidate, place } = this
    const say = this.#speech
    const reason = placeReason(say.lang, candidate)
    return html`<article class="card">
      <div class="head">
        <ticket-number .number=${candidate.ticketNo}></ticket-number>
        <span class="service">${say.pick(this.serviceName)} ${this.#class()}</span>
        ${
          place === 1
            ? html`<span class="tag">${say.say('ctr.order.first')}</span>`
            : html`<span class="tag grey">${say.say('ctr.order.place', { n: place })}</span>`
        }
      </div>
      <div class="under">
        <dl>
          ${partsOf(say.lang, candidate).map(
            ({ sign, name, value }) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${sign ? html`<span class="sign">${sign}</span>` : nothing}${value}</dd>
              </div>`,
          )}
        </dl>
        ${reason ? html`<p class="reason">${reason}</p>` : nothing}
      </div>
    </article>`
  }

  #class() {
    const { priority } = this.candidate
    const { lang } = this.#speech
    const words = this.ticket
      ? ownClass(lang, this.ticket, this.timeZone)
      : className(lang, priority)
    return classTag(priority, words)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'candidate-card': CandidateCard
  }
}
