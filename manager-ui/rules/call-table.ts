import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { clockTime, durationStaff } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { listTable } from '../parts/list-table.ts'
import { pill } from '../parts/pill.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import { tableStyles } from '../styles.ts'
import { isDeparture, whyWords, type Called, type CallsPage } from './called.ts'
import { classWord, serviceWord } from './rule.ts'

/**
 * Calls of a day, newest first, each with why in a line; departures from the rule are marked. A number
 * opens its call (`chosen`, with the number of its event).
 */
@customElement('call-table')
export class CallTable extends LitElement {
  @property({ attribute: false }) calls: readonly Called[] = []
  @property({ attribute: false }) services: CallsPage['services'] = []
  @property({ attribute: false }) chosenSeq: number | null = null
  @property() zone = ''
  @property() label = ''

  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const columns = ['time', 'no', 'service', 'counter', 'waited', 'why'] as const
    return listTable(
      this.label,
      columns.map((name) => speech.say(`mgr.call.col.${name}`)),
      this.calls.map((call) => this.row(call)),
    )
  }

  private row(call: Called) {
    const { speech, zone } = this
    const { seq, at, ticketNo, serviceId, counterNo, staffName, staffId, why } = call
    const isChosen = seq === this.chosenSeq
    const priority = why?.chosen.priority ?? 0
    return html`<tr class=${isChosen ? 'chosen' : isDeparture(call) ? 'due' : ''}>
      <td class="short">${clockTime(at, zone)}</td>
      <td>
        <button
          class="open"
          aria-pressed=${isChosen ? 'true' : 'false'}
          @click=${() => this.dispatchEvent(new CustomEvent('chosen', { detail: seq }))}
        >
          ${ticketNo}
        </button>
        ${priority > 0 ? html`<small>${classWord(speech, priority)}</small>` : nothing}
      </td>
      <td>${serviceWord(speech, this.services, serviceId)}</td>
      <td>
        ${speech.say('common.window', { no: counterNo })}
        <small>${staffName ? speech.pick(staffName) : staffId}</small>
      </td>
      <td class="short">${why ? durationStaff(why.chosen.waitedS * 1000) : '—'}</td>
      <td>
        ${whyWords(call, speech)}
        ${
          isDeparture(call)
            ? html`<small>
                ${pill('amber', 'flag', speech.say(call.direct ? 'mgr.call.direct' : 'mgr.call.placed'))}
              </small>`
            : nothing
        }
      </td>
    </tr>`
  }

  static override styles = [
    base,
    tableStyles,
    pillStyles,
    css`
      small .pill {
        margin-top: 2px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'call-table': CallTable
  }
}
