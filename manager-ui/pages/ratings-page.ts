import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CallResult } from '#ui-kit/call.ts'
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
import '../ratings/rating-panel.ts'
import '../ratings/rating-sum.ts'
import '../ratings/rating-table.ts'
import { isLow, type Rating } from '../ratings/rating.ts'
import { pageStyles } from '../styles.ts'

type Shown = 'all' | 'low' | 'flagged'
type Page = Extract<CallResult<'GET /api/v1/evaluations'>, { ok: true }>['answer']

const pageSize = 200

/**
 * The ratings of a business day as this person may see them, low ones marked; for reviewers and
 * auditors also those that deserve a second look. Beside them the one that was opened.
 */
@customElement('ratings-page')
export class RatingsPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private businessDay = ''
  @state() private shown: Shown = 'all'
  @state() private chosenId: string | null = null

  private readonly speech = new Speech(this)
  private readonly list = new Paged<Page, Rating, string>(this, () => this.entry, {
    read: (entry, cursor) => this.read(entry, cursor),
    itemsOf: ({ evaluations }) => evaluations,
    nextOf: ({ nextCursor }) => nextCursor,
  })

  private async read(
    entry: Entry,
    cursor: string | null,
  ): Promise<CallResult<'GET /api/v1/evaluations'>> {
    const query = {
      limit: pageSize,
      newest: true,
      ...(this.businessDay ? { businessDay: this.businessDay } : {}),
      ...(cursor ? { cursor } : {}),
    }
    return this.shown === 'flagged'
      ? entry.ask('GET /api/v1/evaluations/flags', { query })
      : entry.ask('GET /api/v1/evaluations', { query })
  }

  private get ratings(): Rating[] {
    const rated = this.list.items.filter(({ attitude }) => attitude !== null)
    return this.shown === 'low' ? rated.filter(isLow) : rated
  }

  override render() {
    const { speech, ratings } = this
    const chosen = ratings.find(({ ratingId }) => ratingId === this.chosenId)
    return html`<header class="head">
        <h1>${speech.say('mgr.part.ratings')}</h1>
        <span class="sub">${this.sight}</span>
        <div class="acts field">
          <label class="visually-hidden" for="day">${speech.say('mgr.rate.day')}</label>
          <input
            id="day"
            type="date"
            .value=${this.businessDay || (this.list.items[0]?.businessDay ?? '')}
            @change=${({ target }: Event) => this.turnTo((target as HTMLInputElement).value)}
          />
        </div>
      </header>
      <div class="body stack">
        ${
          this.entry.may('rating.aggregates')
            ? html`<rating-sum .entry=${this.entry} .businessDay=${this.businessDay}></rating-sum>`
            : nothing
        }
        <div class=${chosen ? 'columns' : 'stack'}>
          <section class="card panel">
            ${this.filters()}
            ${
              ratings.length > 0
                ? html`<rating-table
                    .ratings=${ratings}
                    .chosenId=${this.chosenId}
                    .zone=${this.zone}
                    .label=${speech.say('mgr.part.ratings')}
                    @chosen=${({ detail }: CustomEvent<string>) => {
                      this.chosenId = detail === this.chosenId ? null : detail
                    }}
                  ></rating-table>`
                : nothing
            }
            ${this.note(ratings.length === 0)} ${this.more()}
          </section>
          ${
            chosen
              ? html`<rating-panel
                  .entry=${this.entry}
                  .rating=${chosen}
                  .zone=${this.zone}
                  .now=${this.now}
                  @close=${() => (this.chosenId = null)}
                ></rating-panel>`
              : nothing
          }
        </div>
      </div>`
  }

  /** What of the ratings this person sees, in words. */
  private get sight(): string {
    const isJudge = this.entry.may('rating.flags') !== null
    return this.speech.say(isJudge ? 'mgr.rate.masked.other' : 'mgr.rate.masked.manager')
  }

  private filters() {
    const { speech, shown } = this
    const offered: Shown[] = this.entry.may('rating.flags')
      ? ['all', 'low', 'flagged']
      : ['all', 'low']
    return html`<div class="row filters" role="group" aria-label=${speech.say('mgr.rate.shown')}>
      ${offered.map(
        (name) =>
          html`<button
            class="chip"
            aria-pressed=${name === shown ? 'true' : 'false'}
            @click=${() => this.show(name)}
          >
            <ui-icon name=${name === shown ? 'circle-check' : 'circle'}></ui-icon>
            ${speech.say(`mgr.rate.${name}`)}
          </button>`,
      )}
    </div>`
  }

  private note(isEmpty: boolean) {
    const { speech, shown } = this
    const text = speech.say(
      shown === 'all'
        ? 'mgr.rate.none'
        : shown === 'low'
          ? 'mgr.rate.noneLow'
          : 'mgr.rate.noneFlagged',
    )
    const more = speech.say('mgr.rate.noneMore')
    return loadNote(this.list.first, speech, { is: isEmpty, text, more })
  }

  private more() {
    if (!this.list.hasMore) return nothing
    return html`<div class="row filters">
      <button class="button" @click=${() => void this.list.readOn()}>
        ${this.speech.say('mgr.rate.more')}
      </button>
    </div>`
  }

  private show(shown: Shown): void {
    this.shown = shown
    this.begin()
  }

  private turnTo(businessDay: string): void {
    this.businessDay = businessDay
    this.begin()
  }

  private begin(): void {
    this.chosenId = null
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
        padding: 14px 18px;
      }
      .body {
        align-content: start;
      }
      .acts.field {
        display: block;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'ratings-page': RatingsPage
  }
}
