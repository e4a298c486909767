import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { minutesOnly } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { wish } from '../events.ts'
import '../parts/front-frame.ts'
import '../parts/held-list.ts'
import { pageStyles } from '../styles.ts'

type Parked = CounterView['parked'][number]

/** Numbers that were put on hold: call one back as soon as the counter is free. */
@customElement('parked-page')
export class ParkedPage extends LitElement {
  @property({ attribute: false }) parked: readonly Parked[] = []
  @property({ type: Number }) now = 0
  @property() why = ''
  @property({ type: Boolean }) busy = false

  readonly #speech = new Speech(this)

  static override styles = [base, pageStyles]

  override render() {
    const say = this.#speech
    return html`<front-frame heading=${say.say('ctr.parked.title')}></front-frame>
      <held-list
        label=${say.say('ctr.parked.resume')}
        none=${say.say('ctr.parked.none')}
        .rows=${this.parked.map((ticket) => this.#row(ticket))}
        ?busy=${this.busy}
      ></held-list>`
  }

  #row({ id, ticketNo, serviceName, parkedAt, reason, here }: Parked) {
    const say = this.#speech
    const because = say.say(`ctr.parkReason.${reason}`)
    return {
      id,
      ticketNo,
      service: say.pick(serviceName),
      under: say.say('ctr.parked.since', {
        why: here ? because : `${because} · ${say.say('ctr.parked.elsewhere')}`,
        t: minutesOnly(say.lang, this.now - parkedAt),
      }),
      why: this.why,
      press: () => wish(this, { act: { do: 'resumeTicket', ticketId: id } }),
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'parked-page': ParkedPage
  }
}
