import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import '../parts/do-button.ts'
import '../parts/front-button.ts'
import '../parts/group-loads.ts'
import '../parts/next-card.ts'
import '../parts/queue-card.ts'
import '../parts/side-doors.ts'
import { pageStyles } from '../styles.ts'

/** The counter is open and free: call the next customer. Everything else is one key away. */
@customElement('idle-page')
export class IdlePage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) whys!: Whys
  @property({ type: Number }) now = 0
  @property() busy: ActName | '' = ''
  @property({ type: Boolean }) sound = true
  @property({ type: Boolean }) offline = false
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    pageStyles,
    css`
      :host([wide]) {
        gap: 16px;
      }
      :host([wide]) next-card {
        flex: 1;
      }
    `,
  ]

  override render() {
    return html`<next-card
        .next=${this.view.next}
        .now=${this.now}
        timeZone=${this.view.hall.timeZone}
        .sound=${this.sound}
        ?tall=${!this.wide && this.#isEmpty}
        ?wide=${this.wide}
      >
        <do-button
          act="callNext"
          look="main"
          key="Enter"
          busy=${this.busy}
          .whys=${this.whys}
        ></do-button>
      </next-card>
      ${this.offline ? this.#offline() : nothing} ${this.wide ? this.#besides() : this.#below()}`
  }

  #offline() {
    return html`<p class="hint">
      <ui-icon name="info-circle"></ui-icon>${this.#speech.say('ctr.offlineIdle')}
    </p>`
  }

  /** Beside the queue pane, which has the other buttons, there is room for what waits by group. */
  #besides() {
    return html`<group-loads .groups=${this.view.groups}></group-loads>`
  }

  get #isEmpty(): boolean {
    return this.view.waitingTotal === 0
  }

  #below() {
    const { parked, missed } = this.view
    return html`${this.#isEmpty ? nothing : this.#queue()}
      <side-doors
        .whys=${this.whys}
        .parked=${parked.length}
        .missed=${missed.length}
      ></side-doors>`
  }

  #queue() {
    const { waiting, waitingTotal } = this.view
    return html`<queue-card .rows=${waiting} .total=${waitingTotal} .now=${this.now}>
      <front-button
        page="queue"
        look="text"
        key="6"
        label=${this.#speech.say('ctr.queue.all', { n: waitingTotal })}
        .whys=${this.whys}
      ></front-button>
    </queue-card>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'idle-page': IdlePage
  }
}
