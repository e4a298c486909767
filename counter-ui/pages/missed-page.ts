import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { clockTime } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { whyNot } from '../buttons.ts'
import { wish } from '../events.ts'
import '../parts/front-frame.ts'
import '../parts/held-list.ts'
import { pageStyles } from '../styles.ts'

type Missed = CounterView['missed'][number]

/** Numbers that nobody came for: whoever is back within the grace rejoins the queue. */
@customElement('missed-page')
export class MissedPage extends LitElement {
  @property({ attribute: false }) missed: readonly Missed[] = []
  @property() timeZone = 'UTC'
  @property({ type: Number }) now = 0
  /** Why none can be brought back at all. */
  @property() why = ''
  @property({ type: Boolean }) busy = false

  readonly #speech = new Speech(this)

  static override styles = [base, pageStyles]

  override render() {
    const say = this.#speech
    return html`<front-frame heading=${say.say('ctr.missed.title')}></front-frame>
      <held-list
        label=${say.say('ctr.missed.requeue')}
        none=${say.say('ctr.missed.none')}
        .rows=${this.missed.map((ticket) => this.#row(ticket))}
        ?busy=${this.busy}
      ></held-list>`
  }

  #row({ id, ticketNo, serviceName, graceUntil, button }: Missed) {
    const say = this.#speech
    const t = clockTime(graceUntil, this.timeZone)
    return {
      id,
      ticketNo,
      service: say.pick(serviceName),
      under: button.live ? say.say('ctr.missed.until', { t }) : '',
      why: this.why || whyNot(say.lang, button, this.now),
      press: () => wish(this, { act: { do: 'requeue', ticketId: id } }),
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'missed-page': MissedPage
  }
}
