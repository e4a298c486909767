import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { loadNote } from '../parts/load-note.ts'
import '../people/add-person.ts'
import type { AddPerson } from '../people/add-person.ts'
import '../people/people-table.ts'
import '../people/person-panel.ts'
import type { Person } from '../people/person.ts'
import { pageStyles } from '../styles.ts'

/**
 * The people of the hall: what each may do and how they prove who they are, and beside them the one
 * that was opened, or the form for somebody new.
 */
@customElement('people-page')
export class PeoplePage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private chosenId: string | null = null
  @query('add-person') private adding?: AddPerson

  private readonly speech = new Speech(this)
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/people', how),
  )

  override render() {
    const { speech } = this
    const known = this.asked.value?.people ?? null
    const active = known?.filter(({ active }) => active) ?? []
    const left = known?.filter(({ active }) => !active) ?? []
    return html`<header class="head">
        <h1>${speech.say('mgr.part.people')}</h1>
        ${
          known
            ? html`<span class="sub">${speech.say('mgr.ppl.sum', { n: active.length })}</span>`
            : nothing
        }
        <div class="acts">${this.addButton()}</div>
      </header>
      <div class="body">
        <div class="columns">
          <div class="stack">
            <section class="card panel">
              ${known ? this.table(active, speech.say('mgr.part.people')) : nothing}
              ${loadNote(this.asked, speech)}
            </section>
            ${left.length > 0 ? this.gone(left) : nothing}
          </div>
          ${this.aside()}
        </div>
      </div>`
  }

  private addButton() {
    if (!this.entry.may('people.create')) return nothing
    return html`<button
      class="button"
      @click=${async () => {
        this.chosenId = null
        await this.updateComplete
        this.adding?.focus()
      }}
    >
      <ui-icon name="user-plus"></ui-icon>${this.speech.say('mgr.ppl.add')}
    </button>`
  }

  private table(people: Person[], label: string) {
    return html`<people-table
      .people=${people}
      .chosenId=${this.chosenId}
      .zone=${this.zone}
      .now=${this.now}
      .label=${label}
      @chosen=${({ detail }: CustomEvent<string>) => {
        this.chosenId = detail === this.chosenId ? null : detail
      }}
    ></people-table>`
  }

  private gone(left: Person[]) {
    const label = this.speech.say('mgr.ppl.left', { n: left.length })
    return html`<details class="card panel">
      <summary>${label}</summary>
      ${this.table(left, label)}
    </details>`
  }

  private aside() {
    const { entry, zone, now } = this
    const person = this.asked.value?.people.find(({ id }) => id === this.chosenId)
    const reload = () => void this.asked.reload()
    if (person)
      return html`<person-panel
        .entry=${entry}
        .person=${person}
        .zone=${zone}
        .now=${now}
        @changed=${reload}
        @close=${() => (this.chosenId = null)}
      ></person-panel>`
    if (!entry.may('people.create')) return nothing
    return html`<add-person
      .entry=${entry}
      @added=${({ detail }: CustomEvent<string>) => {
        this.chosenId = detail
        reload()
      }}
    ></add-person>`
  }

  static override styles = [base, buttons, cards, pageStyles]
}

declare global {
  interface HTMLElementTagNameMap {
    'people-page': PeoplePage
  }
}
