import { LitElement, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { wish } from '../events.ts'
import '../parts/act-button.ts'
import '../parts/front-frame.ts'
import '../parts/pick-list.ts'
import { matches } from '../search.ts'
import { pageStyles } from '../styles.ts'

/**
 * A service is picked: for somebody who came without a number (`walkIn`), or in place of the one
 * that the ticket in hand was taken for (`correct`). What this counter handles stands first.
 */
@customElement('service-page')
export class ServicePage extends LitElement {
  @property() purpose: 'walkIn' | 'correct' = 'walkIn'
  @property({ attribute: false }) services: CounterView['services'] = []
  /** The ticket whose service is corrected, and its service so far. */
  @property({ attribute: false }) ticket: CounterView['current'] = null
  @property() why = ''
  @property({ type: Boolean }) busy = false
  @state() private query = ''
  @state() private picked = ''

  readonly #speech = new Speech(this)

  static override styles = [base, pageStyles]

  override render() {
    const say = this.#speech
    const items = this.#items()
    const picked = this.services.find(({ id }) => id === this.picked)
    const name = picked ? say.pick(picked.name) : ''
    return html`<front-frame
        heading=${
          this.purpose === 'walkIn'
            ? say.say('ctr.walkIn.title')
            : say.say('ctr.correct.title', { no: this.ticket?.ticketNo ?? '' })
        }
        under=${say.say(`ctr.${this.purpose}.hint`)}
      ></front-frame>
      <pick-list
        typing
        .items=${items}
        picked=${this.picked}
        .value=${this.query}
        hint=${say.say('ctr.service.search')}
        none=${items.length === 0 ? say.say('ctr.transfer.none', { q: this.query }) : ''}
        @query=${(event: CustomEvent<string>) => (this.query = event.detail)}
        @pick=${(event: CustomEvent<string>) => (this.picked = event.detail)}
      ></pick-list>
      <act-button
        look="main"
        key="Enter"
        label=${name ? say.say(`ctr.${this.purpose}.go`, { name }) : ''}
        why=${name ? this.why : say.say('ctr.service.need')}
        ?busy=${this.busy}
        @press=${this.#go}
        @not-yet=${() => this.#first(items[0]?.id)}
      ></act-button>`
  }

  #items() {
    const say = this.#speech
    return this.services
      .filter(
        ({ id, name }) => id !== this.ticket?.serviceId && matches(this.query, name.zh, name.en),
      )
      .toSorted((a, b) => Number(b.here) - Number(a.here))
      .map(({ id, icon, name, here }) => ({
        id,
        icon,
        over: '',
        title: say.pick(name),
        under: say.say(here ? 'ctr.service.here' : 'ctr.service.notHere'),
      }))
  }

  /** Enter in the search takes what was found first; the next Enter goes on. */
  #first(id: string | undefined): void {
    if (!this.picked && this.query && id) this.picked = id
  }

  readonly #go = (): void => {
    const name = this.purpose === 'walkIn' ? 'walkIn' : 'correctService'
    wish(this, { act: { do: name, serviceId: this.picked } })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-page': ServicePage
  }
}
