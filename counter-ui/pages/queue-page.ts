import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { WaitingTicketView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../parts/front-frame.ts'
import '../parts/queue-card.ts'
import { queueSum } from '../queue-sum.ts'
import { pageStyles } from '../styles.ts'

/** The whole queue of the counter, where the panel shows only its first rows. */
@customElement('queue-page')
export class QueuePage extends LitElement {
  @property({ attribute: false }) waiting: readonly WaitingTicketView[] = []
  @property({ type: Number }) total = 0
  @property({ type: Number }) now = 0

  readonly #speech = new Speech(this)

  static override styles = [base, pageStyles]

  override render() {
    const say = this.#speech
    return html`<front-frame
        heading=${say.say('ctr.queue')}
        under=${queueSum(say.lang, this.waiting, this.total, this.now)}
      ></front-frame>
      <queue-card whole .rows=${this.waiting} .total=${this.total} .now=${this.now}></queue-card>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-page': QueuePage
  }
}
