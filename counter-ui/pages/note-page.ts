import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../parts/front-frame.ts'
import '../parts/note-panel.ts'
import { pageStyles } from '../styles.ts'

/** A note on the ticket in hand, where the panel is too narrow to have the notes beside it. */
@customElement('note-page')
export class NotePage extends LitElement {
  @property({ attribute: false }) ticket!: NonNullable<CounterView['current']>
  @property() timeZone = 'UTC'
  @property() why = ''
  @property({ type: Boolean }) busy = false

  readonly #speech = new Speech(this)

  static override styles = [base, pageStyles]

  override render() {
    const say = this.#speech
    return html`<front-frame
        heading=${say.say('ctr.note.title', { no: this.ticket.ticketNo })}
        under=${say.say('ctr.note.hint')}
      ></front-frame>
      <note-panel
        front
        .ticket=${this.ticket}
        timeZone=${this.timeZone}
        why=${this.why}
        ?busy=${this.busy}
      ></note-panel>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-page': NotePage
  }
}
