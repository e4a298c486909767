import { LitElement, css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { WaitingTicketView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { DirectCallReason } from '../acts.ts'
import { wish } from '../events.ts'
import '../parts/act-button.ts'
import '../parts/choice-chips.ts'
import type { ChoiceChips } from '../parts/choice-chips.ts'
import '../parts/front-frame.ts'
import '../parts/pick-list.ts'
import { pageStyles } from '../styles.ts'

/** A whole number as the door takes it; shorter ones only narrow the list. */
const wholeNumber = /^[A-Z]{1,2}\d{3,4}$/

/**
 * A number is called out of order: typed or picked from the queue, and with a reason, which is kept.
 * Enter after the number goes on to the reasons, where the digits are.
 */
@customElement('by-number-page')
export class ByNumberPage extends LitElement {
  @property({ attribute: false }) waiting: readonly WaitingTicketView[] = []
  @property({ attribute: false }) reasons: readonly DirectCallReason[] = []
  @property() why = ''
  @property({ type: Boolean }) busy = false
  @state() private typed = ''
  @state() private reason: DirectCallReason | '' = ''
  @query('choice-chips') private chips!: ChoiceChips

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    pageStyles,
    css`
      .reasons {
        --card-inset: 13px 16px 15px;
      }
    `,
  ]

  override render() {
    const say = this.#speech
    const items = this.#items()
    const isUnknown = items.length === 0 && this.#isWhole
    return html`<front-frame
        heading=${say.say('ctr.byNumber.title')}
        under=${say.say('ctr.byNumber.hint')}
      ></front-frame>
      <pick-list
        typing
        compact
        keys="0"
        icon="ticket"
        .items=${items}
        picked=${this.typed}
        .value=${this.typed}
        hint=${say.say('ctr.byNumber.field')}
        none=${isUnknown ? say.say('ctr.byNumber.none', { q: this.typed }) : ''}
        @query=${(event: CustomEvent<string>) => this.#take(event.detail)}
        @pick=${(event: CustomEvent<string>) => this.#take(event.detail)}
      ></pick-list>
      ${this.#reasons()}
      <act-button
        look="main"
        key="Enter"
        icon="speakerphone"
        label=${this.#isWhole && this.reason ? say.say('ctr.byNumber.go', { no: this.typed }) : ''}
        why=${this.#need()}
        ?busy=${this.busy}
        @press=${this.#go}
        @not-yet=${() => this.#isWhole && this.chips.focus()}
      ></act-button>`
  }

  #items() {
    const isPicked = this.waiting.some(({ ticketNo }) => ticketNo === this.typed)
    return this.waiting
      .filter(({ ticketNo }) => isPicked || ticketNo.includes(this.typed))
      .map(({ ticketNo, serviceName }) => ({
        id: ticketNo,
        icon: '',
        over: '',
        title: ticketNo,
        under: this.#speech.pick(serviceName),
      }))
  }

  #reasons() {
    const say = this.#speech
    const choices = this.reasons.map((value) => ({
      value,
      label: say.say(`ctr.callReason.${value}`),
    }))
    return html`<section class="card reasons">
      <choice-chips
        label=${say.say('ctr.byNumber.why')}
        .choices=${choices}
        chosen=${this.reason}
        @choose=${(event: CustomEvent<DirectCallReason>) => (this.reason = event.detail)}
      ></choice-chips>
    </section>`
  }

  get #isWhole(): boolean {
    return wholeNumber.test(this.typed)
  }

  #need(): string {
    if (!this.#isWhole) return this.#speech.say('ctr.byNumber.needNo')
    return this.reason ? this.why : this.#speech.say('ctr.byNumber.needWhy')
  }

  #take(text: string): void {
    this.typed = text.toUpperCase().replace(/\s/g, '')
  }

  readonly #go = (): void => {
    if (!this.reason) return
    wish(this, { act: { do: 'callByNumber', ticketNo: this.typed, reason: this.reason } })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'by-number-page': ByNumberPage
  }
}
