import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Whys } from '../buttons.ts'
import '../parts/do-button.ts'
import '../parts/message-card.ts'
import { pageStyles } from '../styles.ts'

/** The customer in hand was completed without a line: it is kept on this device and sent later. */
@customElement('kept-page')
export class KeptPage extends LitElement {
  @property({ attribute: false }) ticket!: NonNullable<CounterView['current']>
  @property({ attribute: false }) whys!: Whys
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [base, cards, pageStyles]

  override render() {
    const say = this.#speech
    return html`<message-card
        icon="device-desktop"
        heading="${this.ticket.ticketNo} ${say.say('ctr.kept')}"
        text=${say.say('ctr.kept.why')}
        tall
      ></message-card>
      <do-button act="callNext" look="main" key="Enter" .whys=${this.whys}></do-button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-page': KeptPage
  }
}
