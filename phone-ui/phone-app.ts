import { LitElement, css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { TicketView } from '#contract/live.ts'
import { call } from '#ui-kit/call.ts'
import { TicketPass } from '#ui-kit/credential.ts'
import '#ui-kit/elements/hall-mark.ts'
import { clockTime } from '#ui-kit/format.ts'
import { LiveView } from '#ui-kit/live-view.ts'
import { Speech } from '#ui-kit/speech.ts'
import { Touch } from '#ui-kit/touch.ts'
import '#ui-kit/words/phone.ts'
import { Alerts } from './alerts.ts'
import './pages/phone-broken.ts'
import './pages/phone-called.ts'
import './pages/phone-leave.ts'
import './pages/phone-missed.ts'
import './pages/phone-state.ts'
import './pages/phone-waiting.ts'
import { phone } from './styles.ts'

/**
 * The page of one ticket on its holder's phone, opened by the code on the ticket: `/t#TOKEN`. The
 * token behind `#` never reaches a log; it opens this ticket and nothing else. The page opens in
 * the language in which the number was taken.
 */
@customElement('phone-app')
export class PhoneApp extends LitElement {
  readonly pass = new TicketPass(this)
  readonly live = new LiveView(this, 'ticket', this.pass, { everySecond: true })
  readonly #speech = new Speech(this)
  readonly #alerts = new Alerts(this)
  @state() private leaving: 'no' | 'asked' | 'busy' = 'no'
  @state() private problem: { zh: string; en: string } | 'line-lost' | null = null
  #hasLanguage = false
  #token: string | null = null

  static override styles = [
    ...phone,
    css`
      .opening {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 20px;
        min-height: 100dvh;
        padding: 24px;
        color: var(--ink-700);
        font-size: 17px;
        text-align: center;
      }
      .opening hall-mark {
        --mark: 72px;
        --mark-color: var(--green-700);
      }
    `,
  ]

  constructor() {
    super()
    new Touch(this)
    if (!navigator.language.startsWith('zh')) this.#speech.lang = 'en'
    this.addEventListener('switch-language', () => {
      this.#hasLanguage = true
      this.#speech.toggle()
    })
    this.addEventListener('switch-alert', () => void this.#alerts.toggle())
    this.addEventListener('ask-leave', () => this.#askLeave('asked'))
    this.addEventListener('stay', () => this.#askLeave('no'))
    this.addEventListener('leave', () => void this.#leave())
  }

  protected override willUpdate(): void {
    this.#followToken()
    const ticket = this.live.data
    if (!ticket) return
    if (!this.#hasLanguage) {
      this.#hasLanguage = true
      this.#speech.lang = ticket.language
    }
    this.#alerts.heed(ticket)
    if (ticket.state !== 'waiting') this.leaving = 'no'
  }

  protected override updated(): void {
    const ticket = this.live.data
    const page = ticket
      ? `${ticket.ticketNo} · ${this.#speech.say('ph.title')}`
      : this.#speech.say('ph.title')
    const counter = ticket?.counterNo
    const isCalled = ticket?.state === 'called' && counter
    document.title = isCalled ? this.#speech.say('ph.turn.title', { counter }) : page
  }

  override render() {
    const { live, pass } = this
    if (!pass.token || live.gone) return html`<phone-broken></phone-broken>`
    const ticket = live.data
    return html`${ticket ? this.#ticket(ticket) : this.#opening()}
      <p class="visually-hidden" role="alert">${ticket ? this.#news(ticket) : ''}</p>`
  }

  #ticket(ticket: TicketView) {
    const now = this.live.now()
    const staleAt = this.#staleAt(ticket)
    if (this.leaving !== 'no') return this.#leavePage(ticket, staleAt)
    switch (ticket.state) {
      case 'waiting':
        return html`<phone-waiting
          .ticket=${ticket}
          .now=${now}
          .asOf=${this.live.asOf}
          .staleAt=${staleAt}
          .isHidden=${this.live.freshness === 'hidden'}
          .alert=${this.#alerts.on}
        ></phone-waiting>`
      case 'called':
        return html`<phone-called .ticket=${ticket} .now=${now} .staleAt=${staleAt}></phone-called>`
      case 'no_show':
        return html`<phone-missed .ticket=${ticket} .now=${now} .staleAt=${staleAt}></phone-missed>`
      default:
        return html`<phone-state
          .ticket=${ticket}
          .state=${ticket.state}
          .staleAt=${staleAt}
        ></phone-state>`
    }
  }

  /** What a reader must hear at once; the region stands there before its text changes. */
  #news({ state, counterNo, missed }: TicketView): string {
    const speech = this.#speech
    if (state === 'called') return speech.say('ph.turn.said', { counter: counterNo ?? '' })
    if (state !== 'no_show') return ''
    return speech.say(missed?.mayReturn ? 'ph.missed' : 'ph.missed.over')
  }

  #leavePage(ticket: TicketView, staleAt: string | null) {
    const { problem } = this
    const speech = this.#speech
    const said = problem === 'line-lost' ? speech.say('ph.leave.lineLost') : problem?.[speech.lang]
    return html`<phone-leave
      .ticket=${ticket}
      .staleAt=${staleAt}
      .busy=${this.leaving === 'busy'}
      .problem=${said ?? null}
    ></phone-leave>`
  }

  #opening() {
    const speech = this.#speech
    const isLost = this.live.freshness === 'hidden'
    return html`<div class="opening">
      <hall-mark></hall-mark>
      <p role="status">${speech.say(isLost ? 'ph.hidden' : 'ph.connecting')}</p>
      ${isLost ? html`<p>${speech.say('ph.hidden.do')}</p>` : ''}
    </div>`
  }

  #staleAt({ hall }: TicketView): string | null {
    const { freshness, asOf } = this.live
    const isOld = freshness === 'stale' || freshness === 'hidden'
    return isOld ? clockTime(asOf, hall.timeZone) : null
  }

  /** The code of another ticket, opened in the same tab, changes only what stands behind `#`. */
  #followToken(): void {
    const { token } = this.pass
    if (token === this.#token) return
    const isAnother = this.#token !== null
    this.#token = token
    if (isAnother) location.reload()
  }

  #askLeave(leaving: 'no' | 'asked'): void {
    this.problem = null
    this.leaving = leaving
  }

  async #leave(): Promise<void> {
    this.leaving = 'busy'
    this.problem = null
    const result = await call(this.pass, 'POST /api/v1/tickets/mine/cancel')
    if (result.ok) return
    this.problem = result.problem?.titles ?? 'line-lost'
    this.leaving = 'asked'
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-app': PhoneApp
  }
}
