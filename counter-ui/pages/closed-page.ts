import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import '../parts/do-button.ts'
import '../parts/group-loads.ts'
import '../parts/message-card.ts'
import '../parts/queue-card.ts'
import { pageStyles } from '../styles.ts'

/** Signed in, and the counter not open yet: what waits, and one key to begin. */
@customElement('closed-page')
export class ClosedPage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) whys!: Whys
  @property({ type: Number }) now = 0
  @property() busy: ActName | '' = ''
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [base, cards, pageStyles]

  override render() {
    const say = this.#speech
    const { waiting, groups, today } = this.view
    return html`<message-card
        icon="moon-stars"
        heading=${say.say('ctr.closed.title')}
        text=${say.say('ctr.closed.why', { n: today.hallWaiting })}
        ?tall=${this.wide}
      ></message-card>
      ${
        this.wide
          ? html`<group-loads .groups=${groups}></group-loads>`
          : html`<queue-card
              .rows=${waiting}
              .total=${this.view.waitingTotal}
              .now=${this.now}
            ></queue-card>`
      }
      <do-button
        act="open"
        look="main"
        key="Enter"
        busy=${this.busy}
        .whys=${this.whys}
      ></do-button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'closed-page': ClosedPage
  }
}
