import { LitElement, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CounterView } from '#contract/live.ts'
import { Device } from '#ui-kit/device.ts'
import '#ui-kit/elements/pairing-page.ts'
import type { Status } from '#ui-kit/elements/status-pill.ts'
import { clockTime } from '#ui-kit/format.ts'
import { LiveView } from '#ui-kit/live-view.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Act } from './acts.ts'
import { whysOf } from './buttons.ts'
import { appStyles } from './app-styles.ts'
import { Desk } from './desk.ts'
import { hearWishes, type Wish } from './events.ts'
import { isAboutTicket, isStillOpen, type Front, type FrontPage } from './front-pages.ts'
import { frontView } from './front-view.ts'
import { Keyboard } from './keys.ts'
import { ownPage, type Shown } from './own-pages.ts'
import { pageOf, type OwnPage } from './page-of.ts'
import type { Ending } from './pages/ended-page.ts'
import './parts/counter-head.ts'
import './parts/day-figures.ts'
import './parts/line-banner.ts'
import './parts/message-card.ts'
import './parts/queue-pane.ts'
import './parts/toast-line.ts'
import { Preferences } from './preferences.ts'
import { softSound } from './sound.ts'
import { Presence } from './presence.ts'
import { Wake } from './wake.ts'
import { Wide } from './wide.ts'

const counterId = new URLSearchParams(location.search).get('counter') ?? ''

/**
 * The terminal of one counter: it shows the page that the server's view asks for, with a page in
 * front where the clerk opened one. Narrow beside the business system, or wide with the queue.
 */
@customElement('counter-app')
export class CounterApp extends LitElement {
  readonly device = new Device(this, 'terminal', counterId)
  readonly live = new LiveView(this, 'counter', this.device, { everySecond: true })
  @state() private front: Front | null = null
  /** How the sign-in of this browser ended, until the clerk wants to come back. */
  @state() private ending: Ending | null = null

  readonly #speech = new Speech(this)
  readonly #desk = new Desk(this, this.device)
  readonly #preferences = new Preferences(this)
  readonly #wide = new Wide(this)
  readonly #wake = new Wake(this)
  #seen: CounterView | null = null
  #isLeaving = false

  static override styles = [base, cards, appStyles]

  constructor() {
    super()
    new Presence(this, () => this.live.reportPresence())
    hearWishes(this, (wish) => this.#answer(wish))
    new Keyboard(this, {
      escape: () => this.#escape(),
      digits: () => this.#preferences.isOn('digits'),
    })
  }

  protected override willUpdate(): void {
    const view = this.live.data
    if (this.front && isAboutTicket(this.front) && this.#desk.isKept) this.front = null
    if (!view || view === this.#seen) return
    this.#notice(view, this.#seen)
    this.#seen = view
    if (this.front && !isStillOpen(this.front, view)) this.front = null
  }

  protected override updated(): void {
    const view = this.live.data
    if (!view) return
    document.title = this.#speech.say('ctr.window', { no: view.counter.no })
    this.#wake.at([view.buttons.noShow.liveAt, view.rating?.until], this.live.now())
  }

  override render() {
    if (this.device.state === 'unpaired') return this.#pairingPage()
    const view = this.live.data
    if (!view) return this.device.state === 'offline' ? this.#pairingPage() : this.#connecting()
    const shown = this.#shown(view)
    const page = pageOf(view, {
      now: shown.now,
      hasEnded: this.ending !== null,
      isKept: this.#desk.isKept,
    })
    const hasPane = shown.wide && view.mine
    return html`${this.#head(page, shown)}
      <main>
        ${this.#banners(shown)}
        <div class="body ${hasPane ? 'wide' : ''}">
          ${hasPane ? this.#pane(page, shown) : nothing}
          <div class="page">
            ${this.front ? frontView(this.front.page, shown) : ownPage(page, shown)}
          </div>
        </div>
      </main>
      ${this.#foot(shown)}
      <toast-line
        class=${this.front ? 'raised' : ''}
        .toast=${this.#desk.toast}
        @close=${() => this.#desk.hush()}
      ></toast-line>`
  }

  #shown(view: CounterView): Shown {
    const now = this.live.now()
    const offline = this.live.freshness === 'stale' || this.live.freshness === 'hidden'
    return {
      view,
      now,
      offline,
      whys: whysOf(this.#speech.lang, view, now, offline),
      busy: this.#desk.busy,
      wide: this.#wide.isWide,
      sound: this.#preferences.isOn('sound'),
      digits: this.#preferences.isOn('digits'),
      finished: this.#desk.finished,
      ending: this.ending ?? 'signed-out',
      device: this.device,
    }
  }

  #head(page: OwnPage, { view, offline, now, wide }: Shown) {
    return html`<counter-head
      .counter=${view.counter}
      .staff=${view.mine ? view.staff : null}
      .today=${view.mine ? view.today : null}
      clock=${clockTime(now, view.hall.timeZone)}
      state=${statusOf(page, view, offline)}
      status=${offline ? this.#speech.say('common.reconnecting') : ''}
      .menu=${view.mine}
      ?wide=${wide}
    ></counter-head>`
  }

  #banners({ view, offline, now }: Shown) {
    const day = view.hall.businessDay ?? ''
    return html`${offline ? html`<line-banner ms=${now - this.live.asOf}></line-banner>` : nothing}
    ${
      view.hall.clockSuspect
        ? html`<p class="banner" role="status">
            <ui-icon name="alert-triangle"></ui-icon>
            ${this.#speech.say('ctr.clockSuspect', { day })}
          </p>`
        : nothing
    }`
  }

  #pane(page: OwnPage, { view, whys, now }: Shown) {
    const isFree = (page === 'idle' || page === 'rating') && !this.front
    return html`<queue-pane .view=${view} .whys=${whys} .now=${now} ?doors=${isFree}></queue-pane>`
  }

  #foot({ view, wide }: Shown) {
    if (wide || this.front || !view.mine) return nothing
    return html`<footer><day-figures .today=${view.today}></day-figures></footer>`
  }

  #pairingPage() {
    const { device } = this
    return html`<pairing-page role="main" .device=${device} .step=${device.step}></pairing-page>`
  }

  #connecting() {
    const hasFailed = this.live.freshness === 'hidden'
    return html`<main>
      <div class="body page">
        <message-card
          tall
          role="status"
          ?warn=${hasFailed}
          icon=${hasFailed ? 'cloud-off' : 'loader-2'}
          heading=${this.#speech.say('ctr.connecting')}
          text=${hasFailed ? this.#speech.say('ctr.connectFailed') : ''}
        ></message-card>
      </div>
    </main>`
  }

  /** What changed between two views that the clerk must be told by more than the page. */
  #notice(view: CounterView, before: CounterView | null): void {
    if (view.mine) this.ending = null
    else if (this.#isLeaving) this.ending = null
    else if (before?.mine) this.ending = view.sessionEnded ?? endingOf(view)
    else if (view.sessionEnded) this.ending = view.sessionEnded
    if (view.mine) this.#isLeaving = false
    // What was kept without a sign-in can go now.
    if (view.mine && !before?.mine) this.#desk.flush()
    const hasCome = before?.mine && before.waitingTotal === 0 && view.waitingTotal > 0
    const isFree = view.mine && view.counter.state === 'idle'
    if (hasCome && isFree && this.#preferences.isOn('sound')) void softSound()
  }

  #answer(wish: Wish): void {
    if ('act' in wish) return void this.#act(wish.act)
    if ('open' in wish) return this.#open(wish.open)
    if ('setting' in wish) return this.#preferences.toggle(wish.setting)
    if ('retry' in wish) {
      this.#desk.flush()
      return this.live.reconnect()
    }
    if ('signIn' in wish) this.ending = null
    else this.front = null
  }

  #open(page: FrontPage): void {
    this.front = { page, ticketId: this.live.data?.current?.id ?? null }
  }

  #escape(): void {
    if (this.front) this.front = null
    else if (this.live.data?.mine) this.#open('menu')
  }

  async #act(act: Act): Promise<void> {
    const view = this.live.data
    if (!view) return
    const isDone = await this.#desk.carryOut(act, view, this.live.now())
    // A page in front has served its purpose; the list of missed numbers may hold another.
    if (isDone && act.do !== 'requeue') this.front = null
    if (isDone && act.do === 'signOut') {
      this.#isLeaving = true
      this.device.session = null
    }
  }
}

/** A sign-in that is gone without a word: another one is there, or it was ended. */
function endingOf({ staff }: CounterView): Ending {
  return staff ? 'replaced' : 'signed-out'
}

function statusOf(page: OwnPage, view: CounterView, offline: boolean): Status {
  if (offline) return 'offline'
  if (page === 'rating' || page === 'paused' || page === 'called') return page
  return view.counter.state
}

declare global {
  interface HTMLElementTagNameMap {
    'counter-app': CounterApp
  }
}
