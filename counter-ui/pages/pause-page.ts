import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { PauseReason } from '../acts.ts'
import { wish } from '../events.ts'
import '../parts/front-frame.ts'
import '../parts/option-list.ts'
import { pageStyles } from '../styles.ts'

const icons: Record<PauseReason, IconName> = {
  meal: 'tools-kitchen-2',
  handover: 'arrows-exchange',
  documents: 'walk',
  system: 'tool',
  other: 'dots',
}

/** Why the counter is paused: one key, and the sign is on. */
@customElement('pause-page')
export class PausePage extends LitElement {
  @property({ attribute: false }) reasons: readonly PauseReason[] = []
  @property() why = ''
  @property({ type: Boolean }) busy = false

  readonly #speech = new Speech(this)

  static override styles = [base, pageStyles]

  override render() {
    const say = this.#speech
    const options = this.reasons.map((reason) => ({
      icon: icons[reason],
      label: say.say(`ctr.pauseReason.${reason}`),
      choose: () => wish(this, { act: { do: 'pause', reason } }),
    }))
    return html`<front-frame
        heading=${say.say('ctr.pause.title')}
        under=${say.say('ctr.pause.hint')}
      ></front-frame>
      <option-list .options=${options} why=${this.why} ?busy=${this.busy}></option-list>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pause-page': PausePage
  }
}
