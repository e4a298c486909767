import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import '../audit/audit-filter.ts'
import '../audit/audit-table.ts'
import '../audit/entry-panel.ts'
import type { AuditEntry, AuditFilter } from '../audit/entry-row.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import type { CallResult } from '#ui-kit/call.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Paged } from '../paged.ts'
import { loadNote } from '../parts/load-note.ts'
import { tell } from '../parts/said-line.ts'
import { saveFile } from '../parts/save-file.ts'
import { pageStyles } from '../styles.ts'

type Page = Extract<CallResult<'GET /api/v1/audit'>, { ok: true }>['answer']

const pageSize = 50

/**
 * Who did what, newest first, with filters by day, person, act and result; denied ones marked. The
 * table can be taken along by those who may, and an auditor writes findings beside an entry.
 */
@customElement('audit-page')
export class AuditPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private filter: AuditFilter = {}
  @state() private chosenSeq: number | null = null
  @state() private fault = ''

  private readonly speech = new Speech(this)
  private readonly list = new Paged<Page, AuditEntry, number>(this, () => this.entry, {
    read: (entry, before) => {
      const query = { ...this.filter, limit: pageSize, ...(before === null ? {} : { before }) }
      return entry.ask('GET /api/v1/audit', { query })
    },
    itemsOf: ({ entries }) => entries,
    nextOf: ({ nextBefore }) => nextBefore,
  })

  override render() {
    const { speech } = this
    const entries = this.list.items
    const chosen = entries.find(({ seq }) => seq === this.chosenSeq)
    return html`<header class="head">
        <h1>${speech.say('mgr.part.audit')}</h1>
        ${
          this.fault
            ? html`<span class="error" role="alert">
                <ui-icon name="alert-triangle"></ui-icon>${this.fault}
              </span>`
            : nothing
        }
        <div class="acts">${this.exportButton()}</div>
      </header>
      <div class="body">
        <div class=${chosen ? 'columns' : 'stack'}>
          <section class="card panel">
            <audit-filter
              .filter=${this.filter}
              @filter=${({ detail }: CustomEvent<AuditFilter>) => this.look(detail)}
            ></audit-filter>
            ${entries.length > 0 ? this.table(entries) : nothing}
            ${loadNote(this.list.first, speech, {
              is: entries.length === 0,
              text: speech.say('mgr.aud.none'),
              more: speech.say('mgr.aud.noneMore'),
            })}
            ${this.more()}
          </section>
          ${chosen ? this.panel(chosen) : nothing}
        </div>
      </div>`
  }

  private table(entries: AuditEntry[]) {
    return html`<audit-table
      .entries=${entries}
      .chosenSeq=${this.chosenSeq}
      .zone=${this.zone}
      .now=${this.now}
      .label=${this.speech.say('mgr.part.audit')}
      @chosen=${({ detail }: CustomEvent<number>) => {
        this.chosenSeq = detail === this.chosenSeq ? null : detail
      }}
    ></audit-table>`
  }

  private panel(found: AuditEntry) {
    return html`<entry-panel
      .entry=${this.entry}
      .found=${found}
      .zone=${this.zone}
      .now=${this.now}
      @changed=${() => this.list.reload()}
      @close=${() => (this.chosenSeq = null)}
    ></entry-panel>`
  }

  private more() {
    if (!this.list.hasMore) return nothing
    return html`<div class="more">
      <button class="button" @click=${() => void this.list.readOn()}>
        ${this.speech.say('mgr.aud.more')}
      </button>
    </div>`
  }

  private look(filter: AuditFilter): void {
    this.filter = filter
    this.chosenSeq = null
    this.list.reload()
  }

  private exportButton() {
    if (!this.entry.may('record.export')) return nothing
    return html`<button class="button" @click=${() => void this.export()}>
      <ui-icon name="download"></ui-icon>${this.speech.say('mgr.aud.export')}
    </button>`
  }

  private async export(): Promise<void> {
    const { speech } = this
    const made = await this.entry.ask('POST /api/v1/audit.csv', { body: this.filter })
    this.fault = ''
    if (made.ok) {
      saveFile(`audit-${this.entry.me?.hallId ?? 'hall'}.csv`, made.answer, 'text/csv')
      tell(speech.say('mgr.aud.exported'))
    } else this.fault = made.problem ? speech.pick(made.problem.titles) : speech.say('mgr.noAnswer')
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    css`
      .more {
        padding: 14px 18px;
      }
      .error {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--c-danger);
        font-size: 13px;
        font-weight: var(--w-label);
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'audit-page': AuditPage
  }
}
