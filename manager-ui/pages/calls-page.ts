import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Paged } from '../paged.ts'
import { formStyles } from '../parts/form.ts'
import { loadNote } from '../parts/load-note.ts'
import '../rules/call-panel.ts'
import '../rules/call-table.ts'
import type { Called, CallsPage as Page, CallsQuery } from '../rules/called.ts'
import { pageStyles } from '../styles.ts'

const pageSize = 50

/** Every call of a business day with why it went first, by window and by departure from the rule. */
@customElement('calls-page')
export class CallsPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private filter: Pick<CallsQuery, 'businessDay' | 'counterId' | 'departures'> = {}
  @state() private chosenSeq: number | null = null

  private readonly speech = new Speech(this)
  private readonly list = new Paged<Page, Called, string>(this, () => this.entry, {
    read: (entry, cursor) => {
      const query = { ...this.filter, limit: pageSize, ...(cursor === null ? {} : { cursor }) }
      return entry.ask('GET /api/v1/calls', { query })
    },
    itemsOf: ({ calls }) => calls,
    nextOf: ({ nextCursor }) => nextCursor,
  })

  override render() {
    const { speech } = this
    const page = this.list.first.value
    const calls = this.list.items
    const chosen = calls.find(({ seq }) => seq === this.chosenSeq)
    return html`<header class="head">
        <h1>${speech.say('mgr.part.calls')}</h1>
        <span class="sub">${speech.say('mgr.call.sub')}</span>
      </header>
      <div class="body">
        <div class=${chosen ? 'columns' : 'stack'}>
          <section class="card panel">
            ${this.filters(page)} ${calls.length > 0 ? this.table(calls, page) : nothing}
            ${this.note(calls.length === 0)} ${this.more()}
          </section>
          ${
            chosen
              ? html`<call-panel
                  .call=${chosen}
                  .services=${page?.services ?? []}
                  .zone=${this.zone}
                  .now=${this.now}
                  @close=${() => (this.chosenSeq = null)}
                ></call-panel>`
              : nothing
          }
        </div>
      </div>`
  }

  private table(calls: Called[], page: Page | null) {
    return html`<call-table
      .calls=${calls}
      .services=${page?.services ?? []}
      .chosenSeq=${this.chosenSeq}
      .zone=${this.zone}
      .label=${this.speech.say('mgr.part.calls')}
      @chosen=${({ detail }: CustomEvent<number>) => {
        this.chosenSeq = detail === this.chosenSeq ? null : detail
      }}
    ></call-table>`
  }

  private filters(page: Page | null) {
    const { speech, filter } = this
    const counters = [
      { id: '', label: speech.say('mgr.call.anyCounter') },
      ...(page?.counters ?? []).map(({ id, no }) => ({
        id,
        label: speech.say('common.window', { no }),
      })),
    ]
    return html`<div class="row filters">
      <div class="row" role="group" aria-label=${speech.say('mgr.call.shown')}>
        ${this.chip(false)} ${this.chip(true)}
      </div>
      <div class="field">
        <label for="day">${speech.say('mgr.call.day')}</label>
        <input
          id="day"
          type="date"
          .value=${filter.businessDay ?? page?.businessDay ?? ''}
          @change=${({ target }: Event) => {
            const { value } = target as HTMLInputElement
            this.look(value === '' ? {} : { businessDay: value }, 'businessDay')
          }}
        />
      </div>
      <div class="field">
        <label for="counter">${speech.say('mgr.call.counter')}</label>
        <select
          id="counter"
          @change=${({ target }: Event) => {
            const id = counters[(target as HTMLSelectElement).selectedIndex]?.id ?? ''
            this.look(id === '' ? {} : { counterId: id }, 'counterId')
          }}
        >
          ${counters.map(
            ({ id, label }) =>
              html`<option .selected=${live(id === (filter.counterId ?? ''))}>${label}</option>`,
          )}
        </select>
      </div>
    </div>`
  }

  private chip(departures: boolean) {
    const isOn = departures === (this.filter.departures === 1)
    return html`<button
      class="chip"
      aria-pressed=${isOn ? 'true' : 'false'}
      @click=${() => this.look(departures ? { departures: 1 } : {}, 'departures')}
    >
      <ui-icon name=${isOn ? 'circle-check' : 'circle'}></ui-icon>
      ${this.speech.say(departures ? 'mgr.call.departures' : 'mgr.call.all')}
    </button>`
  }

  private note(isEmpty: boolean) {
    const { speech, filter } = this
    const text = speech.say(filter.departures === 1 ? 'mgr.call.noneDepartures' : 'mgr.call.none')
    return loadNote(this.list.first, speech, {
      ...{ is: isEmpty, text, more: speech.say('mgr.call.noneMore') },
    })
  }

  private more() {
    if (!this.list.hasMore) return nothing
    return html`<div class="row filters">
      <button class="button" @click=${() => void this.list.readOn()}>
        ${this.speech.say('mgr.call.more')}
      </button>
    </div>`
  }

  /** One filter as it is now; left out where it is none. */
  private look(part: CallsQuery, name: keyof typeof this.filter): void {
    const { [name]: _was, ...rest } = this.filter
    this.filter = { ...rest, ...part }
    this.chosenSeq = null
    this.list.reload()
  }

  static override styles = [
    base,
    buttons,
    cards,
    chips,
    fields,
    pageStyles,
    formStyles,
    css`
      .filters {
        gap: 12px 20px;
        padding: 14px 18px;
      }
      .filters .field {
        display: flex;
        align-items: center;
        gap: 10px;
      }
      .filters .field label {
        white-space: nowrap;
      }
      .filters .field :is(input, select) {
        width: auto;
      }
      @media (min-width: 1101px) {
        .columns {
          grid-template-columns: minmax(0, 1fr) 420px;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'calls-page': CallsPage
  }
}
