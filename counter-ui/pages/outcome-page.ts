import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Outcome } from '../acts.ts'
import { wish } from '../events.ts'
import '../parts/front-frame.ts'
import '../parts/option-list.ts'
import { pageStyles } from '../styles.ts'

const icons: Record<Outcome, IconName> = {
  done: 'circle-check',
  accepted: 'clipboard-check',
  'materials-missing': 'file-text',
  referred: 'door-exit',
  other: 'dots',
}

/** What came of the service, where it is not simply done: one key finishes it. */
@customElement('outcome-page')
export class OutcomePage extends LitElement {
  @property() ticketNo = ''
  @property({ attribute: false }) outcomes: readonly Outcome[] = []
  @property() why = ''
  @property({ type: Boolean }) busy = false

  readonly #speech = new Speech(this)

  static override styles = [base, pageStyles]

  override render() {
    const say = this.#speech
    const options = this.outcomes.map((outcome) => ({
      icon: icons[outcome],
      label: say.say(`ctr.outcome.${outcome}`),
      choose: () => wish(this, { act: { do: 'complete', outcome } }),
    }))
    return html`<front-frame
        heading=${say.say('ctr.outcome.title', { no: this.ticketNo })}
        under=${say.say('ctr.outcome.hint')}
      ></front-frame>
      <option-list .options=${options} why=${this.why} ?busy=${this.busy}></option-list>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outcome-page': OutcomePage
  }
}
