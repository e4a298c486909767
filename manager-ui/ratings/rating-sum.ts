import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'

/** A share as a percentage with one digit; null: of nothing. */
const percent = (part: number, whole: number): string | null =>
  whole > 0 ? ((100 * part) / whole).toFixed(1) : null

/**
 * The ratings of a day in figures: how many were satisfied, how many rated at all, and what came of
 * the others. Not rated is never counted as good.
 */
@customElement('rating-sum')
export class RatingSum extends LitElement {
  @property({ attribute: false }) entry!: Entry
  /** Missing: the present one. */
  @property() businessDay = ''

  private readonly speech = new Speech(this)
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry, how) =>
      entry.ask('GET /api/v1/measures', {
        query: this.businessDay ? { businessDay: this.businessDay } : {},
        ...how,
      }),
  )

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('businessDay') && changed.get('businessDay') !== undefined)
      void this.asked.reload()
  }

  override render() {
    const { speech } = this
    const { ratings } = this.asked.value ?? {}
    if (!ratings) return nothing
    const { requested, rated, satisfied, satisfiedOf, timedOut, declined, deviceOffline } = ratings
    return html`${this.card(
        speech.say('mgr.sum.satisfied'),
        percent(satisfied, satisfiedOf),
        speech.say('mgr.sum.satisfiedMore', { all: satisfiedOf, n: satisfied }),
      )}
      ${this.card(
        speech.say('mgr.sum.rated'),
        percent(rated, requested),
        speech.say('mgr.sum.ratedMore', { all: requested, n: rated }),
      )}
      <div class="card">
        <h2>${speech.say('mgr.sum.others')}</h2>
        <dl>
          <div>
            <dt>${speech.say('mgr.sum.timedOut')}</dt>
            <dd>${timedOut}</dd>
          </div>
          <div>
            <dt>${speech.say('mgr.sum.declined')}</dt>
            <dd>${declined}</dd>
          </div>
          <div>
            <dt>${speech.say('mgr.sum.deviceOffline')}</dt>
            <dd>${deviceOffline}</dd>
          </div>
        </dl>
      </div>`
  }

  private card(title: string, share: string | null, more: string) {
    return html`<div class="card">
      <h2>${title}</h2>
      <p class="figure">${share === null ? '—' : html`<b>${share}</b>%`}</p>
      <p class="more">${more}</p>
    </div>`
  }

  static override styles = [
    base,
    cards,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
        gap: 14px;
      }
      .card {
        padding: 14px 18px;
      }
      h2 {
        color: var(--c-text-2);
        font-size: 13px;
        font-weight: var(--w-text);
      }
      .figure {
        color: var(--c-text-2);
        font-size: 15px;
      }
      .figure b {
        color: var(--c-text);
        font-size: 34px;
        font-weight: var(--w-number);
        line-height: 1.25;
      }
      .more {
        color: var(--c-text-2);
        font-size: 12.5px;
      }
      dl {
        display: flex;
        gap: 24px;
      }
      dl div {
        display: flex;
        flex-direction: column-reverse;
      }
      dt {
        color: var(--c-text-2);
        font-size: 12.5px;
      }
      dd {
        font-size: 24px;
        font-weight: var(--w-number);
        line-height: 1.7;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'rating-sum': RatingSum
  }
}
