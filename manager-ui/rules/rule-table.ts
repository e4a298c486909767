import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconName } from '#ui-kit/icons.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { moment } from '../moment.ts'
import { listTable } from '../parts/list-table.ts'
import { pill, type Tone } from '../parts/pill.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import { tableStyles } from '../styles.ts'
import type { RuleItem } from './rule.ts'

const looks = {
  'in-force': { tone: 'green', icon: 'player-play' },
  coming: { tone: 'blue', icon: 'clock' },
  past: { tone: 'grey', icon: 'history' },
} as const satisfies Record<RuleItem['state'], { tone: Tone; icon: IconName }>

/** The rules of a hall, newest beginning first; a name opens its rule (`chosen`, with its id). */
@customElement('rule-table')
export class RuleTable extends LitElement {
  @property({ attribute: false }) rules: readonly RuleItem[] = []
  @property({ attribute: false }) chosenId: string | null = null
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @property() label = ''

  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const columns = ['name', 'kind', 'from', 'state'] as const
    return listTable(
      this.label,
      columns.map((name) => speech.say(`mgr.rule.col.${name}`)),
      this.rules.map((rule) => this.row(rule)),
    )
  }

  private row({ id, name, rule, from, state }: RuleItem) {
    const { speech, zone, now } = this
    const isChosen = id === this.chosenId
    const { tone, icon } = looks[state]
    return html`<tr class=${isChosen ? 'chosen' : ''}>
      <td class="name">
        <button
          class="open"
          aria-pressed=${isChosen ? 'true' : 'false'}
          @click=${() => this.dispatchEvent(new CustomEvent('chosen', { detail: id }))}
        >
          ${speech.pick(name)}
        </button>
      </td>
      <td>${speech.say(`mgr.rule.kind.${rule.kind}`)}</td>
      <td class="short">${from === 0 ? '—' : moment(speech, from, zone, now)}</td>
      <td>${pill(tone, icon, speech.say(`mgr.rule.state.${state}`))}</td>
    </tr>`
  }

  static override styles = [
    base,
    tableStyles,
    pillStyles,
    css`
      .name {
        overflow-wrap: anywhere;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-table': RuleTable
  }
}
