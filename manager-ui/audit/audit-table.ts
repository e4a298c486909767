import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { moment } from '../moment.ts'
import { pill } from '../parts/pill.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import { tableStyles } from '../styles.ts'
import { listTable } from '../parts/list-table.ts'
import { objectOf, reasonOf, whoOf, type AuditEntry } from './entry-row.ts'

/** The record as a trail of acts, one a row; the act opens its entry (`chosen`, with its number). */
@customElement('audit-table')
export class AuditTable extends LitElement {
  @property({ attribute: false }) entries: AuditEntry[] = []
  @property({ attribute: false }) chosenSeq: number | null = null
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @property() label = ''

  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const columns = ['at', 'who', 'what', 'object', 'reason', 'result'] as const
    return listTable(
      this.label,
      columns.map((name) => speech.say(`mgr.aud.col.${name}`)),
      this.entries.map((entry) => this.row(entry)),
    )
  }

  private row(entry: AuditEntry) {
    const { speech, zone, now } = this
    const { seq, at, who, what, result, notes } = entry
    const isChosen = seq === this.chosenSeq
    const dash = html`<span class="quiet-word">—</span>`
    return html`<tr class=${isChosen ? 'chosen' : result === 'denied' ? 'due' : ''}>
      <td class="when">${moment(speech, at, zone, now)}<small>${seq}</small></td>
      <td class="text">${whoOf(entry, speech)}<small>${speech.pick(who.kindWords)}</small></td>
      <td>
        <button
          class="open"
          aria-pressed=${isChosen ? 'true' : 'false'}
          @click=${() => this.choose(seq)}
        >
          ${speech.pick(what)}
        </button>
        ${
          notes.length > 0
            ? html`<small>
                <ui-icon name="note"></ui-icon> ${speech.say('mgr.aud.notes', { n: notes.length })}
              </small>`
            : nothing
        }
      </td>
      <td class="text">${objectOf(entry, speech) ?? dash}</td>
      <td class="text">${reasonOf(entry, speech) ?? dash}</td>
      <td>
        ${
          result === 'denied'
            ? pill('red', 'lock', speech.say('mgr.aud.denied'))
            : speech.say('mgr.aud.done')
        }
      </td>
    </tr>`
  }

  private choose(seq: number): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: seq }))
  }

  static override styles = [
    base,
    tableStyles,
    pillStyles,
    css`
      .when {
        white-space: nowrap;
      }
      .text {
        max-width: 16em;
        overflow-wrap: anywhere;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-table': AuditTable
  }
}
