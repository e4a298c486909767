import { LitElement, html, nothing, type PropertyValues } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { KioskServiceView, KioskView } from '#contract/live.ts'
import { Device } from '#ui-kit/device.ts'
import '#ui-kit/elements/hall-mark.ts'
import '#ui-kit/elements/pairing-page.ts'
import { clockTime } from '#ui-kit/format.ts'
import { LiveView } from '#ui-kit/live-view.ts'
import { Speech } from '#ui-kit/speech.ts'
import { Touch } from '#ui-kit/touch.ts'
import '#ui-kit/words/kiosk.ts'
import { Idle, patience } from './idle.ts'
import { kioskApp } from './kiosk-app.css.ts'
import { Keypad } from './keypad.ts'
import { divert } from './diverting.ts'
import './pages/kiosk-closed.ts'
import './pages/kiosk-divert.ts'
import './pages/kiosk-divert-way.ts'
import './pages/kiosk-home.ts'
import './pages/kiosk-offline.ts'
import type { OfflineCode } from './pages/kiosk-offline.ts'
import './pages/kiosk-services.ts'
import './pages/kiosk-ticket.ts'
import './pages/kiosk-timeout.ts'
import { Taking } from './taking.ts'
import {
  home,
  offeredFor,
  offeredNow,
  sheetOf,
  takenNumber,
  type Offered,
  type Page,
} from './visit.ts'

/** Without a first view for so long, customers are told that the kiosk is offline. */
const firstViewMs = 8_000

/** What to do now stands there for at least so long. */
const lostShownMs = 5_000

/** What repairers call this kiosk; a second one in the hall is opened with `?name=K-02`. */
const deviceName = new URLSearchParams(location.search).get('name') ?? 'K-01'

/**
 * The ticket kiosk, for portrait panels (1080 × 1920) and landscape ones (1280 × 800). It keeps one
 * visit: where the customer is and in which language. When the visit ends, by hand or by time, all
 * of it is forgotten and the kiosk speaks Chinese again.
 */
@customElement('kiosk-app')
export class KioskApp extends LitElement {
  readonly device = new Device(this, 'kiosk', null)
  readonly live = new LiveView(this, 'kiosk', this.device, { everySecond: true })
  readonly #speech = new Speech(this)
  readonly #taking = new Taking(this, this.device)
  readonly #idle = new Idle(this, () => this.#endVisit())
  readonly #touch = new Touch(this)
  readonly #keypad = new Keypad(this, () => this.#back())
  readonly #startedAt = performance.now()
  @state() private page: Page = home
  #shown = ''

  static override styles = kioskApp

  constructor() {
    super()
    this.addEventListener('choose-group', ({ detail }) =>
      this.#go({ name: 'services', groupId: detail.groupId, sheet: 0 }),
    )
    this.addEventListener('show-sheet', ({ detail }) => {
      if (this.page.name === 'services') this.#go({ ...this.page, sheet: detail.sheet })
    })
    this.addEventListener('choose-service', ({ detail }) => this.#choose(detail.serviceId))
    this.addEventListener('go-self-service', () => this.#divert())
    this.addEventListener('take-anyway', () => this.#takeAnyway())
    this.addEventListener('switch-language', () => this.#speech.toggle())
    this.addEventListener('go-back', () => this.#back())
    this.addEventListener('go-home', () => this.#endVisit())
    this.addEventListener('stay-here', () => this.#idle.restart())
  }

  /** When the line is back the kiosk stands at home, whatever was chosen before it was lost. */
  protected override willUpdate(): void {
    const { lostAt, serviceId } = this.#taking
    const isCut = this.page.name === 'services' ? this.#offlineCode() !== null : lostAt !== null
    if (isCut && serviceId === null) this.page = home
    // A take that nobody answered is told long enough to be read.
    if (lostAt === null || this.live.freshness !== 'live') return
    if (performance.now() - lostAt >= lostShownMs) this.#endVisit()
  }

  override render() {
    const { device } = this
    if (device.state === 'unpaired')
      return html`<pairing-page role="main" .device=${device} .step=${device.step}></pairing-page>`
    return html`<div class="stage">${this.#page()}</div>
      ${this.#timeout()}`
  }

  /** Pages are told apart by name: that is when fingers, keypad and patience begin anew. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const stage = this.renderRoot.querySelector('.stage')
    const shown = `${stage?.firstElementChild?.localName} ${JSON.stringify(this.page)}`
    if (shown === this.#shown) return
    this.#shown = shown
    this.#touch.enterPage()
    void this.#enterWhenDrawn(stage?.firstElementChild)
  }

  async #enterWhenDrawn(page: Element | null | undefined): Promise<void> {
    if (page instanceof LitElement) await page.updateComplete
    this.#keypad.enterPage()
  }

  #page() {
    const { page } = this
    const view = this.live.data
    if (page.name === 'ticket' && view) return this.#ticket(view, page)
    if ((page.name === 'divert' || page.name === 'way') && view) return this.#offered(view, page)
    const offline = this.#offlineCode()
    if (offline) return this.#offline(offline)
    if (!view) return this.#connecting()
    const [now, staleAt] = [this.live.now(), this.#staleAt(view)]
    if (view.closed)
      return html`<kiosk-closed
        .view=${view}
        .closed=${view.closed}
        .now=${now}
        .staleAt=${staleAt}
      ></kiosk-closed>`
    if (page.name === 'services') return this.#services(view, page, staleAt)
    return html`<kiosk-home .view=${view} .now=${now} .staleAt=${staleAt}></kiosk-home>`
  }

  #services(view: KioskView, page: Page & { name: 'services' }, staleAt: string | null) {
    const group = view.groups.find(({ id }) => id === page.groupId)
    if (!group) return nothing
    const taking = this.#taking
    return html`<kiosk-services
      .hall=${view.hall}
      .group=${group}
      .now=${this.live.now()}
      .staleAt=${staleAt}
      .sheet=${Math.min(page.sheet, sheetOf(group, 0).sheets - 1)}
      .taking=${taking.serviceId}
      .slow=${taking.slow}
      .refusal=${taking.refusal}
    ></kiosk-services>`
  }

  /** A terminal is there without a line and after hours too: this page outlives both. */
  #offered(view: KioskView, { name, offered }: Page & { offered: Offered }) {
    const { serviceId, slow, refusal } = this.#taking
    const [hall, now, isTaking] = [view.hall, this.live.now(), serviceId !== null]
    if (name === 'way')
      return html`<kiosk-divert-way
        .hall=${hall}
        .offered=${offered}
        .now=${now}
        .leftS=${this.#idle.leftS}
        .taking=${isTaking}
        .slow=${slow}
        .refusal=${refusal}
      ></kiosk-divert-way>`
    return html`<kiosk-divert
      .hall=${hall}
      .offered=${this.#current(offered)}
      .now=${now}
      .staleAt=${this.#staleAt(view)}
      .taking=${isTaking}
      .slow=${slow}
      .refusal=${refusal}
    ></kiosk-divert>`
  }

  #ticket(view: KioskView, { taken }: Page & { name: 'ticket' }) {
    return html`<kiosk-ticket
      .hall=${view.hall}
      .taken=${taken}
      .now=${this.live.now()}
      .leftS=${this.#idle.leftS}
    ></kiosk-ticket>`
  }

  #offline(code: OfflineCode) {
    return html`<kiosk-offline
      .hall=${this.live.data?.hall ?? null}
      .now=${this.live.now()}
      .code=${code}
      .heardAt=${code === 'NET-02' ? this.live.asOf : null}
      .device=${deviceName}
      .retry=${() => this.#retry()}
    ></kiosk-offline>`
  }

  #connecting() {
    return html`<div class="connecting">
      <hall-mark></hall-mark>
      <p role="status">${this.#speech.say('kiosk.connecting')}</p>
    </div>`
  }

  #timeout() {
    const { leftS } = this.#idle
    const isOver = this.page.name === 'services' && this.#offlineCode() !== null
    return this.#isAsked() && !isOver
      ? html`<kiosk-timeout .leftS=${leftS}></kiosk-timeout>`
      : nothing
  }

  /** Whether the customer is asked if they are still there. */
  #isAsked(): boolean {
    return patience[this.page.name].asks && this.#idle.leftS !== null
  }

  #offlineCode(): OfflineCode | null {
    if (this.#taking.lostAt !== null) return 'NET-03'
    if (this.live.data) return this.live.freshness === 'hidden' ? 'NET-02' : null
    return performance.now() - this.#startedAt > firstViewMs ? 'NET-01' : null
  }

  #staleAt({ hall }: KioskView): string | null {
    return ['stale', 'hidden'].includes(this.live.freshness)
      ? clockTime(this.live.asOf, hall.timeZone)
      : null
  }

  #retry(): void {
    if (this.live.freshness !== 'live') this.live.reconnect()
  }

  /** Where a terminal does it sooner that is offered first, else the tap takes the number. */
  #choose(serviceId: string): void {
    const service = this.#service(serviceId)
    if (!service) return
    const offered = offeredFor(service, this.live.data?.groups ?? [], this.page)
    if (offered) this.#go({ name: 'divert', offered })
    else void this.#take(service)
  }

  #divert(): void {
    if (this.page.name !== 'divert') return
    const offered = this.#current(this.page.offered)
    void divert(this.device, offered)
    this.#go({ name: 'way', offered })
  }

  #takeAnyway(): void {
    if (this.page.name !== 'divert' && this.page.name !== 'way') return
    const { service } = this.page.offered
    void this.#take(this.#service(service.id) ?? service)
  }

  async #take(service: KioskServiceView): Promise<void> {
    const issued = await this.#taking.take(service.id, this.#speech.lang)
    if (issued) this.#go({ name: 'ticket', taken: takenNumber(issued, service) })
    else this.#idle.restart()
  }

  #current(offered: Offered): Offered {
    return offeredNow(offered, this.#service(offered.service.id))
  }

  #service(id: string) {
    return this.live.data?.groups.flatMap(({ services }) => services).find((one) => one.id === id)
  }

  #go(page: Page): void {
    this.#taking.clear()
    this.page = page
    this.#idle.restart(patience[page.name])
  }

  /** Escape and 返回: nothing is lost on the way home, and a question is answered by its own keys. */
  #back(): void {
    const { page } = this
    if (this.#isAsked() || this.#taking.serviceId !== null || page.name === 'home') return
    if (page.name === 'divert') this.#go(page.offered.from)
    else if (page.name === 'services') this.#go(home)
    else this.#endVisit()
  }

  /** The next customer finds the kiosk as every customer does. */
  #endVisit(): void {
    // A number that is on its way belongs to somebody: they are still there to see it.
    if (this.#taking.serviceId !== null) return
    this.#go(home)
    if (this.#speech.lang !== 'zh') this.#speech.lang = 'zh'
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-app': KioskApp
  }
}
