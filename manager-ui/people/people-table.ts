import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { Speech } from '#ui-kit/speech.ts'
import { moment } from '../moment.ts'
import { pill } from '../parts/pill.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import { tableStyles } from '../styles.ts'
import { listTable } from '../parts/list-table.ts'
import { proofsOf, type Person } from './person.ts'

/**
 * People, one a row, with all their roles. Whoever is locked out is tinted and barred; a name opens
 * its person beside the table (`chosen`, with the id).
 */
@customElement('people-table')
export class PeopleTable extends LitElement {
  @property({ attribute: false }) people: Person[] = []
  @property({ attribute: false }) chosenId: string | null = null
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @property() label = ''

  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const columns = ['name', 'post', 'roles', 'proofs', 'state'] as const
    return listTable(
      this.label,
      columns.map((name) => speech.say(`mgr.ppl.col.${name}`)),
      this.people.map((person) => this.row(person)),
    )
  }

  private row(person: Person) {
    const { speech } = this
    const { id, name, staffNo, post, roles, pinLockedUntil } = person
    const isChosen = id === this.chosenId
    const tone = isChosen ? 'chosen' : pinLockedUntil === null ? '' : 'due'
    return html`<tr class=${tone}>
      <td>
        <button
          class="open"
          aria-pressed=${isChosen ? 'true' : 'false'}
          @click=${() => this.choose(id)}
        >
          ${speech.pick(name)}
        </button>
        <small>${speech.say('common.staffNo', { no: staffNo })}</small>
      </td>
      <td>${speech.pick(post)}</td>
      <td>
        <span class="roles">
          ${roles.map((role) => html`<span class="tag">${speech.say(`role.${role}`)}</span>`)}
          ${
            roles.length === 0
              ? html`<span class="quiet-word">${speech.say('mgr.ppl.noRole')}</span>`
              : nothing
          }
        </span>
      </td>
      <td>${proofsOf(person, speech)}</td>
      <td>${this.state(person)}</td>
    </tr>`
  }

  private state({ pinLockedUntil, counterId, atConsole, enrolmentUntil }: Person) {
    const { speech, zone, now } = this
    const at = (until: number) => moment(speech, until, zone, now)
    if (pinLockedUntil !== null)
      return html`${pill('amber', 'lock', speech.say('mgr.ppl.locked'))}
        <small>${speech.say('mgr.ppl.until', { at: at(pinLockedUntil) })}</small>`
    if (counterId !== null) return pill('green', 'device-desktop', speech.say('mgr.ppl.atCounter'))
    if (atConsole) return pill('green', 'login', speech.say('mgr.ppl.atConsole'))
    if (enrolmentUntil !== null)
      return html`${pill('blue', 'key', speech.say('mgr.ppl.invited'))}
        <small>${speech.say('mgr.ppl.until', { at: at(enrolmentUntil) })}</small>`
    return html`<span class="quiet-word">${speech.say('mgr.ppl.away')}</span>`
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: id }))
  }

  static override styles = [
    base,
    chips,
    tableStyles,
    pillStyles,
    css`
      .roles {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'people-table': PeopleTable
  }
}
