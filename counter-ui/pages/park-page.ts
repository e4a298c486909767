import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { ParkReason } from '../acts.ts'
import { wish } from '../events.ts'
import '../parts/front-frame.ts'
import '../parts/option-list.ts'
import { pageStyles } from '../styles.ts'

const icons: Record<ParkReason, IconName> = {
  'fetching-papers': 'walk',
  'filling-form': 'pencil',
  approval: 'hourglass',
  system: 'tool',
  other: 'dots',
}

/** Why the customer in hand is put on hold: one key, and the counter is free for another. */
@customElement('park-page')
export class ParkPage extends LitElement {
  @property() ticketNo = ''
  @property({ attribute: false }) reasons: readonly ParkReason[] = []
  @property() why = ''
  @property({ type: Boolean }) busy = false

  readonly #speech = new Speech(this)

  static override styles = [base, pageStyles]

  override render() {
    const say = this.#speech
    const options = this.reasons.map((reason) => ({
      icon: icons[reason],
      label: say.say(`ctr.parkReason.${reason}`),
      choose: () => wish(this, { act: { do: 'park', reason } }),
    }))
    return html`<front-frame
        heading=${say.say('ctr.park.title', { no: this.ticketNo })}
        under=${say.say('ctr.park.hint')}
      ></front-frame>
      <option-list .options=${options} why=${this.why} ?busy=${this.busy}></option-list>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'park-page': ParkPage
  }
}
