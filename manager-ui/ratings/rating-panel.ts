import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { moment } from '../moment.ts'
import '../parts/reason-form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import { wordsOf, type Rating } from './rating.ts'

/**
 * One rating: what was said, why it deserves a second look, and the way to ask that it is not
 * counted. Nobody here can change or delete it. Sends `close`.
 */
@customElement('rating-panel')
export class RatingPanel extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) rating!: Rating
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private isAsking = false

  private readonly speech = new Speech(this)

  override render() {
    const { speech, rating } = this
    return html`<section class="card panel" aria-labelledby="title">
      <div class="title">
        <h2 id="title">${speech.say('mgr.rate.title')}</h2>
        <button
          class="button quiet small close"
          aria-label=${speech.say('common.close')}
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}
        >
          <ui-icon name="x"></ui-icon>
        </button>
      </div>
      <div class="inner">
        ${this.facts()} ${this.words()} ${this.flags()}
        ${
          rating.annulled
            ? html`<p class="hint">
                <ui-icon name="info-circle"></ui-icon>
                <span>${speech.say('mgr.rate.annulledMore')}</span>
              </p>`
            : this.annulment()
        }
      </div>
    </section>`
  }

  private facts() {
    const { speech, rating } = this
    const { attitude, efficiency, staffName, staffId, serviceName, serviceId } = rating
    const level = (value: typeof attitude) =>
      value === null ? '—' : speech.say(`mgr.rate.level.${value}`)
    return html`<dl class="facts">
      ${this.fact('time', this.time())}
      ${this.fact('staff', staffName ? speech.pick(staffName) : staffId)}
      ${this.fact('service', serviceName ? speech.pick(serviceName) : serviceId)}
      ${this.fact('attitude', level(attitude))} ${this.fact('efficiency', level(efficiency))}
      ${
        rating.channel === null
          ? nothing
          : this.fact('channel', speech.say(`mgr.rate.channel.${rating.channel}`))
      }
    </dl>`
  }

  private time(): string {
    const { speech, rating, zone, now } = this
    return rating.ratedAt === null ? rating.businessDay : moment(speech, rating.ratedAt, zone, now)
  }

  private fact(
    name: 'time' | 'staff' | 'service' | 'attitude' | 'efficiency' | 'channel',
    value: string,
  ) {
    return html`<dt>${this.speech.say(`mgr.rate.col.${name}`)}</dt>
      <dd>${value}</dd>`
  }

  private words() {
    const { speech, rating } = this
    const words = wordsOf(rating, speech)
    const notes = [
      rating.corrections && speech.say('mgr.rate.corrected', { n: rating.corrections }),
      rating.late && speech.say('mgr.rate.late'),
    ].filter((note): note is string => typeof note === 'string')
    return html`${words ? html`<p class="words">${words}</p>` : nothing}
    ${notes.map((note) => html`<p class="note">${note}</p>`)}`
  }

  private flags() {
    const { speech, rating } = this
    if (!rating.flags?.length) return nothing
    return html`<h3><ui-icon name="flag"></ui-icon>${speech.say('mgr.rate.flags')}</h3>
      <ul>
        ${rating.flags.map((flag) => html`<li>${speech.say(`mgr.flag.${flag}`)}</li>`)}
      </ul>
      <p class="note">${speech.say('mgr.rate.flagsNote')}</p>`
  }

  private annulment() {
    const { speech, entry, rating } = this
    const terms = entry.may('rating.propose-annul')
    if (!terms) return nothing
    if (!this.isAsking)
      return html`<div class="row">
        <button class="button" @click=${() => (this.isAsking = true)}>
          <ui-icon name="message-exclamation"></ui-icon>${speech.say('mgr.rate.annul')}
        </button>
      </div>`
    return html`<reason-form
      always
      .terms=${terms}
      .note=${speech.say('mgr.rate.annulMore')}
      .label=${speech.say('mgr.rate.annulGo')}
      .send=${(reason: string) =>
        entry.ask('POST /api/v1/evaluations/:legId/annulment', {
          // A reader who may not know the leg names the rating.
          params: { legId: rating.legId ?? rating.ratingId },
          body: { reason },
        })}
      @done=${() => {
        this.isAsking = false
        tell(speech.say('mgr.rate.annulDone'))
      }}
      @over=${() => (this.isAsking = false)}
    ></reason-form>`
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    css`
      :host {
        display: block;
      }
      .words {
        padding: 10px 14px;
        border-radius: 10px;
        background: var(--bg-100);
        line-height: 1.6;
        overflow-wrap: anywhere;
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: 13.5px;
      }
      ul {
        padding-inline-start: 20px;
        font-size: 13.5px;
        line-height: 1.7;
        list-style: disc;
      }
      .hint {
        font-size: 13px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'rating-panel': RatingPanel
  }
}
