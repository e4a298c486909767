import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { minutesOnly } from '#ui-kit/format.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { ActName } from '../acts.ts'
import type { Whys } from '../buttons.ts'
import type { FrontPage } from '../front-pages.ts'
import type { Key } from '../keys.ts'
import type { Look } from '../parts/act-button.ts'
import '../parts/customer-card.ts'
import '../parts/customer-panel.ts'
import '../parts/do-button.ts'
import type { PlainAct } from '../parts/do-button.ts'
import '../parts/front-button.ts'
import '../parts/note-panel.ts'
import { servedMs } from '../parts/service-clock.ts'
import { pageStyles, wideStyles } from '../styles.ts'

/** A customer is being served: finish, send on, put on hold, note; the clock beside it all. */
@customElement('serving-page')
export class ServingPage extends LitElement {
  @property({ attribute: false }) view!: CounterView
  @property({ attribute: false }) ticket!: NonNullable<CounterView['current']>
  @property({ attribute: false }) whys!: Whys
  @property({ type: Number }) now = 0
  @property() busy: ActName | '' = ''
  @property({ type: Boolean }) offline = false
  @property({ type: Boolean, reflect: true }) wide = false

  readonly #speech = new Speech(this)

  static override styles = [
    base,
    cards,
    pageStyles,
    wideStyles,
    css`
      .next {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 10px;
        min-height: 50px;
        --card-inset: 6px 16px;
      }
      .next span {
        font-size: 13.5px;
        line-height: 1.3;
      }
      .next ticket-number {
        flex: none;
        font-size: 17px;
        --number-weight: 700;
      }
      .next .about {
        color: var(--ink-700);
        text-align: end;
      }
      .acts {
        grid-template-columns: 1fr 0.9fr 1.5fr 1.15fr 306px;
      }
      .acts .goes-on {
        --main-size: 20px;
      }
    `,
  ]

  override render() {
    return this.wide ? this.#wide() : this.#narrow()
  }

  #narrow() {
    return html`${this.#card(this.#open('correct', '6', 'text'))}
      <section class="card">${this.#clock()}</section>
      ${this.#do('complete', 'Enter', 'main')}
      <div class="row">
        ${this.#open('transfer', '1')} ${this.#open('park', '2')} ${this.#open('note', '3')}
      </div>
      ${this.offline ? this.#stillWorks() : this.#afterwards()}`
  }

  #afterwards() {
    return html`<div class="row">
        ${this.#do('completeAndCallNext', '4', 'side')} ${this.#open('outcome', '5', 'side')}
      </div>
      <span class="free"></span>
      ${this.#isLate ? this.#behind() : this.ticket.further.length > 0 ? nothing : this.#next()}`
  }

  #wide() {
    const { timeZone } = this.view.hall
    return html`${this.#card(html`${this.#open('correct', '5', 'text')} ${this.#clock()}`)}
      ${this.offline ? this.#stillWorks() : this.#isLate ? this.#behind() : nothing}
      <div class="panels">
        <customer-panel .ticket=${this.ticket} timeZone=${timeZone}></customer-panel>
        <note-panel
          key="6"
          .ticket=${this.ticket}
          timeZone=${timeZone}
          why=${this.whys.note}
        ></note-panel>
      </div>
      <div class="acts">
        ${this.#open('transfer', '1')} ${this.#open('park', '2')}
        ${this.#do('completeAndCallNext', '3', 'stack')} ${this.#open('outcome', '4')}
        ${this.#do('complete', 'Enter', 'main')}
      </div>`
  }

  get #isLate(): boolean {
    return servedMs(this.ticket, this.now) > this.ticket.normMs
  }

  #card(inside: unknown) {
    return html`<customer-card
      .ticket=${this.ticket}
      timeZone=${this.view.hall.timeZone}
      ?late=${this.#isLate}
      ?wide=${this.wide}
    >
      ${inside}
    </customer-card>`
  }

  #clock() {
    return html`<service-clock
      slot=${this.wide ? 'clock' : nothing}
      .ticket=${this.ticket}
      .now=${this.now}
      ?wide=${this.wide}
    ></service-clock>`
  }

  #do(act: PlainAct, key: Key, look: Look) {
    const goesOn = act === 'complete' && this.ticket.further.length > 0
    return html`<do-button
      class=${goesOn ? 'goes-on' : ''}
      act=${act}
      key=${key}
      look=${look}
      label=${goesOn ? this.#speech.say('ctr.complete.further') : ''}
      busy=${this.busy}
      ?bare=${look === 'side'}
      .whys=${this.whys}
    ></do-button>`
  }

  #open(page: FrontPage, key: Key, look: Look = 'stack') {
    return html`<front-button
      page=${page}
      key=${key}
      look=${look}
      .whys=${this.whys}
    ></front-button>`
  }

  #stillWorks() {
    return html`<p class="hint">
      <ui-icon name="info-circle"></ui-icon>${this.#speech.say('ctr.offline')}
    </p>`
  }

  /** Who else waits for the same group, so that a clerk who is late knows whether help is due. */
  #behind() {
    const say = this.#speech
    const { services, groups } = this.view
    const service = services.find(({ id }) => id === this.ticket.serviceId)
    const n = groups.find(({ id }) => id === service?.groupId)?.waiting ?? 0
    const group = say.pick(this.ticket.groupName)
    return html`<p class="hint warn">
      <ui-icon name="alert-triangle"></ui-icon>
      ${n > 0 ? say.say('ctr.over.behind', { n, group }) : say.say('ctr.over.nobody', { group })}
    </p>`
  }

  #next() {
    const say = this.#speech
    const { next } = this.view
    return html`<p class="card next">
      <span>${say.say('ctr.afterwards')}</span>
      ${
        next
          ? html`<ticket-number .number=${next.ticketNo}></ticket-number>
              <span class="about">
                ${say.pick(next.serviceName)} ·
                ${say.say('ctr.waited', { t: minutesOnly(say.lang, this.now - next.queuedAt) })}
              </span>`
          : html`<span class="about">${say.say('ctr.afterNobody')}</span>`
      }
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'serving-page': ServingPage
  }
}
