import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { face } from '#ui-kit/drawings.ts'
import '#ui-kit/elements/ui-icon.ts'
import { clockTime } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import { pill } from '../parts/pill.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import { tableStyles } from '../styles.ts'
import { listTable } from '../parts/list-table.ts'
import { isLow, wordsOf, type Level, type Rating } from './rating.ts'

/**
 * Ratings, one a row with both dimensions in face and word. A low one is barred, tinted and says so;
 * a flagged one carries a flag. `chosen` goes up with the rating's id.
 */
@customElement('rating-table')
export class RatingTable extends LitElement {
  @property({ attribute: false }) ratings: Rating[] = []
  @property({ attribute: false }) chosenId: string | null = null
  @property() zone = ''
  @property() label = ''

  private readonly speech = new Speech(this)

  override render() {
    const { speech } = this
    const columns = ['time', 'staff', 'service', 'attitude', 'efficiency', 'words'] as const
    return listTable(
      this.label,
      columns.map((name) => speech.say(`mgr.rate.col.${name}`)),
      this.ratings.map((rating) => this.row(rating)),
    )
  }

  private row(rating: Rating) {
    const { speech } = this
    const { ratingId, counterNo, staffName, staffId, serviceName, serviceId } = rating
    const isChosen = ratingId === this.chosenId
    return html`<tr class=${isChosen ? 'chosen' : isLow(rating) ? 'due' : ''}>
      <td>
        <button
          class="open"
          aria-pressed=${isChosen ? 'true' : 'false'}
          @click=${() => this.choose(ratingId)}
        >
          ${rating.ratedAt === null ? rating.businessDay : clockTime(rating.ratedAt, this.zone)}
        </button>
        ${this.marks(rating)}
      </td>
      <td>
        ${staffName ? speech.pick(staffName) : staffId}
        ${
          counterNo === null
            ? nothing
            : html`<small>${speech.say('common.window', { no: counterNo })}</small>`
        }
      </td>
      <td>${serviceName ? speech.pick(serviceName) : serviceId}</td>
      <td>${this.level(rating.attitude)}</td>
      <td>${this.level(rating.efficiency)}</td>
      <td class="words">${wordsOf(rating, speech) ?? html`<span class="quiet-word">—</span>`}</td>
    </tr>`
  }

  private marks(rating: Rating) {
    const { speech } = this
    return html`<span class="marks">
      ${isLow(rating) ? pill('amber', 'alert-triangle', speech.say('mgr.rate.lowMark')) : nothing}
      ${
        rating.flags?.length
          ? pill('blue', 'flag', speech.say('mgr.rate.flagMark', { n: rating.flags.length }))
          : nothing
      }
      ${rating.annulled ? pill('grey', 'minus', speech.say('mgr.rate.annulled')) : nothing}
    </span>`
  }

  private level(level: Level | null) {
    if (level === null) return html`<span class="quiet-word">—</span>`
    return html`<span class="level"
      ><span class="face">${face(level, false)}</span>${this.speech.say(
        `mgr.rate.level.${level}`,
      )}</span
    >`
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: id }))
  }

  static override styles = [
    base,
    tableStyles,
    pillStyles,
    css`
      .level {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .face {
        flex: none;
        width: 24px;
        height: 24px;
      }
      .face svg {
        display: block;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .words {
        max-width: 22em;
        overflow-wrap: anywhere;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'rating-table': RatingTable
  }
}
