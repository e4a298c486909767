import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import '../parts/candidate-card.ts'
import '../parts/do-button.ts'
import '../parts/front-frame.ts'
import { pageStyles } from '../styles.ts'

/** Why the next number is the next: the rule in words, and the parts for it and the next two. */
@customElement('why-page')
export class WhyPage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) whys!: Whys
  @property() busy: ActName | '' = ''

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    pageStyles,
    css`
      li + li {
        margin-block-start: 10px;
      }
      .rule {
        color: var(--ink-700);
        font-size: 13.5px;
        line-height: 1.5;
      }
      do-button {
        margin-block-start: auto;
      }
    `,
  ]

  override render() {
    const { next, services, waiting, hall } = this.view
    if (!next) return nothing
    const { why } = next
    const say = this.#speech
    const isPlaced = why.chosen.because === 'placed-first'
    return html`<front-frame
        heading=${say.say('ctr.order.title', { no: next.ticketNo })}
      ></front-frame>
      <p class="rule">${say.say(isPlaced ? 'ctr.order.placed' : `ctr.order.rule.${why.rule}`)}</p>
      <ol>
        ${[why.chosen, ...why.others].map((candidate, index) => {
          const ticket = waiting.find(({ id }) => id === candidate.ticketId) ?? null
          const service = services.find(({ id }) => id === candidate.serviceId)
          return html`<li>
            <candidate-card
              .candidate=${candidate}
              .ticket=${ticket}
              .serviceName=${ticket?.serviceName ?? service?.name}
              .place=${index + 1}
              timeZone=${hall.timeZone}
            ></candidate-card>
          </li>`
        })}
      </ol>
      <do-button
        act="callNext"
        look="main"
        key="Enter"
        label=${say.say('ctr.nextNo', { no: next.ticketNo })}
        busy=${this.busy}
        .whys=${this.whys}
      ></do-button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'why-page': WhyPage
  }
}
