import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import '#ui-kit/elements/ticket-number.ts'
import '#ui-kit/elements/ui-icon.ts'
import { figure, listOf } from '#ui-kit/figures.ts'
import { minutesRange } from '#ui-kit/format.ts'
import { Speech } from '#ui-kit/speech.ts'
import { classLine } from '#ui-kit/ticket-class.ts'
import { tell } from '../events.ts'
import '../parts/alert-switch.ts'
import '../parts/before-line.ts'
import '../parts/further-list.ts'
import '../parts/phone-header.ts'
import '../parts/queue-line.ts'
import '../parts/wait-bar.ts'
import '../parts/worse-note.ts'
import { Spoken } from '../spoken.ts'
import { updatedLine } from '../text.ts'
import { waiting } from './phone-waiting.css.ts'

/**
 * In the queue: the number and its class, who is ahead and why, a range of minutes and of clock
 * times, whether it takes longer than was told, what to have ready and what comes after it.
 * `isHidden`: too old to be shown. `alert`: whether the phone will ring.
 * Events, with those of its parts: `ask-leave`, `switch-alert`, `switch-language`.
 */
@customElement('phone-waiting')
export class PhoneWaiting extends LitElement {
  @property({ attribute: false }) ticket!: TicketView
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) asOf = 0
  @property({ attribute: false }) staleAt: string | null = null
  @property({ type: Boolean }) isHidden = false
  @property({ type: Boolean }) alert = false
  readonly #speech = new Speech(this)
  readonly #spoken = new Spoken()

  static override styles = waiting

  override render() {
    const { ticket, staleAt } = this
    const speech = this.#speech
    return html`<div class="column">
      <header class="hero on-dark">
        <phone-header .hall=${ticket.hall} .staleAt=${staleAt}></phone-header>
        <div class="ticket">
          <h1><ticket-number class="number" .number=${ticket.ticketNo}></ticket-number></h1>
          <div class="service">
            <p class="name prose">${speech.pick(ticket.serviceName)}</p>
            <p>${this.#counters()}</p>
          </div>
        </div>
        ${this.#class()}
        <p class="status">
          <span class="state">${speech.say('ph.state.waiting')}</span>
          <span>${updatedLine(speech.lang, this.asOf, this.now, ticket.hall.timeZone)}</span>
        </p>
      </header>
      <main class="on-hero">
        <section class="card">${this.isHidden ? this.#hidden() : this.#wait()}</section>
        <alert-switch ?on=${this.alert}></alert-switch>
        ${this.#materials()}
        ${
          ticket.further.length > 0
            ? html`<further-list .services=${ticket.further}></further-list>`
            : nothing
        }
        <p class="visually-hidden" role="status">${this.#ahead()}</p>
      </main>
      <footer class="foot">
        <button class="button leave" @click=${() => tell(this, 'ask-leave')}>
          ${speech.say('ph.leave')}
        </button>
      </footer>
    </div>`
  }

  #counters(): string {
    const numbers = this.ticket.counterNos
    if (numbers.length === 0) return this.#speech.say('ph.counters.none')
    return this.#speech.say('ph.counters', { list: listOf(this.#speech.lang, numbers) })
  }

  /** Its own class, for its holder's eyes. */
  #class() {
    const { preference, bookedAt, hall } = this.ticket
    if (!preference) return nothing
    const { priority, reason } = preference
    const words = classLine(this.#speech.lang, { priority, reason, bookedAt }, hall.timeZone)
    return html`<p class="class">
      <ui-icon name=${priority === 2 ? 'calendar-check' : 'heart-handshake'}></ui-icon>${words}
    </p>`
  }

  #wait() {
    const { ahead, wait, worse, before, callFrom, callUntil, hall } = this.ticket
    const speech = this.#speech
    const hasTimes = callFrom !== null && callUntil !== null && !wait?.over
    return html`<dl class="facts">
        <div>
          <dt>${speech.say('ph.ahead')}</dt>
          <dd>${figure(speech.say('ph.people', { n: ahead ?? 0 }))}</dd>
        </div>
        <div class="end">
          <dt>${speech.say('ph.wait')}</dt>
          <dd class=${wait && !wait.over ? '' : 'words'}>
            ${wait ? figure(minutesRange(speech.lang, wait)) : speech.say('ph.wait.unknown')}
          </dd>
        </div>
      </dl>
      ${
        hasTimes
          ? html`<wait-bar
              .now=${this.now}
              .from=${callFrom}
              .until=${callUntil}
              .timeZone=${hall.timeZone}
            ></wait-bar>`
          : nothing
      }
      ${wait ? nothing : html`<p class="hint">${speech.say('ph.wait.hint')}</p>`}
      <div role="status">${worse ? html`<worse-note .worse=${worse}></worse-note>` : nothing}</div>
      <queue-line .ahead=${ahead ?? 0}></queue-line>
      ${before ? html`<before-line .earlier=${before}></before-line>` : nothing}`
  }

  #hidden() {
    const speech = this.#speech
    return html`<div class="lost" role="alert">
      <ui-icon name="cloud-off"></ui-icon>
      <p class="name">${speech.say('ph.hidden')}</p>
      <p>${speech.say('ph.hidden.do')}</p>
    </div>`
  }

  #materials() {
    const speech = this.#speech
    const materials = speech.pick(this.ticket.materials)
    if (!materials) return nothing
    return html`<section class="card">
      <h2>${speech.say('ph.ready')}</h2>
      <ul class="prose">
        ${materials
          .split(' · ')
          .map((item) => html`<li><ui-icon name="clipboard-check"></ui-icon>${item}</li>`)}
      </ul>
    </section>`
  }

  /** What a reader is told when somebody ahead has left the line. */
  #ahead(): string {
    const n = this.ticket.ahead
    if (n === null || this.isHidden) return ''
    return this.#spoken.text(this.#speech.say('ph.ahead.said', { n }), this.now)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-waiting': PhoneWaiting
  }
}
