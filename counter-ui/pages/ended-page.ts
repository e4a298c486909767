import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { wish } from '../events.ts'
import '../parts/act-button.ts'
import '../parts/message-card.ts'
import { pageStyles } from '../styles.ts'

export type Ending = NonNullable<CounterView['sessionEnded']>

const icons: Record<Ending, IconName> = {
  replaced: 'device-desktop',
  idle: 'clock',
  'shift-over': 'moon-stars',
  forced: 'lock',
  'signed-out': 'logout',
}

/** Why this browser no longer has the counter, and the way back to it; no name of anybody. */
@customElement('ended-page')
export class EndedPage extends LitElement {
  @property() ending: Ending = 'replaced'

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    pageStyles,
    css`
      :host {
        justify-content: center;
        width: min(560px, 100%);
        margin-inline: auto;
      }
    `,
  ]

  override render() {
    const say = this.#speech
    return html`<message-card
        ?warn=${this.ending !== 'signed-out'}
        role="alert"
        icon=${icons[this.ending]}
        heading=${say.say(`ctr.ended.${this.ending}`)}
        text=${say.say(`ctr.ended.${this.ending}.why`)}
      ></message-card>
      <act-button
        look="main"
        key="Enter"
        icon="login"
        label=${say.say('ctr.ended.again')}
        @press=${() => wish(this, { signIn: true })}
      ></act-button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ended-page': EndedPage
  }
}
