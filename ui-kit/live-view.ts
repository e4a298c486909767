import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { healthEveryMs as HealthEveryMs } from '#contract/devices.ts'
import type {
  Heartbeat,
  ViewFrame,
  ViewName,
  Views,
  hiddenAfterMs as HiddenAfterMs,
  staleAfterMs as StaleAfterMs,
} from '#contract/live.ts'
import type { Credential, RefusalCode } from './credential.ts'
import { pageVersion } from './page-version.ts'
import { ServerClock } from './server-clock.ts'
import { ViewSocket } from './view-socket.ts'

/** `stale`: mark the numbers with their time. `hidden`: too old to be shown at all. */
export type Freshness = 'connecting' | 'live' | 'stale' | 'hidden'

// A screen carries no code of the contract; its types hold these equal to it.
const staleAfterMs: typeof StaleAfterMs = 10_000
const hiddenAfterMs: typeof HiddenAfterMs = 30_000
const healthEveryMs: typeof HealthEveryMs = 30_000

const againJitterMs = 500

type Options = {
  /** Renders the host every second of the server's clock, for pages that show durations. */
  everySecond?: boolean
}

/**
 * The live view of one app element: whole numbered frames from the server, how old they are, and
 * the server's clock. Renders its host on each frame and when the freshness changes, and reports
 * each frame after it was painted. Only the app element holds one; its parts get what they show.
 */
export class LiveView<V extends ViewName> implements ReactiveController {
  readonly view: V
  data: Views[V] | null = null
  seq = 0
  epoch = ''
  freshness: Freshness = 'connecting'
  /** The server's time of the last sign that `data` is the newest, ms. */
  asOf = 0
  /** Why the server shows this page nothing any more. */
  gone: RefusalCode | null = null

  readonly #host: ReactiveControllerHost
  readonly #everySecond: boolean
  readonly #clock = new ServerClock()
  readonly #socket: ViewSocket
  #connectedAt = 0
  #tick = 0
  #again = 0
  #painted = ''
  #reportedAt = -Infinity

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    view: V,
    credential: Credential,
    options: Options = {},
  ) {
    this.#host = host
    this.view = view
    this.#everySecond = options.everySecond ?? false
    this.#socket = new ViewSocket(credential, {
      opened: () => this.#opened(),
      heardFrame: (frame) => frame.view === view && this.accept(frame as ViewFrame<V>),
      heardBeat: (beat) => this.#hear(beat),
      refused: (code) => this.#refused(code),
    })
    host.addController(this)
  }

  /** The server's clock, ms. */
  now(): number {
    return this.#clock.now()
  }

  /** Takes a whole frame, unless it is older than what is shown. Another epoch replaces all. */
  accept(frame: ViewFrame<V>): void {
    if (frame.epoch === this.epoch && frame.seq < this.seq) return
    this.epoch = frame.epoch
    this.seq = frame.seq
    this.data = frame.data as Views[V]
    this.gone = null
    this.#signOfLife(frame.serverTime)
    this.#host.requestUpdate()
  }

  /**
   * Connects at once instead of waiting for the next try. Another key or sign-in does so by itself,
   * as soon as the host renders.
   */
  reconnect(): void {
    if (this.#socket.isOpen && !this.#socket.isOutdated) return
    this.gone = null
    void this.#socket.open()
  }

  hostConnected(): void {
    this.#connectedAt = performance.now()
    this.#scheduleTick()
    document.addEventListener('visibilitychange', this.#checkFreshness)
    void this.#socket.open()
  }

  hostDisconnected(): void {
    clearTimeout(this.#tick)
    clearTimeout(this.#again)
    document.removeEventListener('visibilitychange', this.#checkFreshness)
    this.#socket.close()
  }

  hostUpdate(): void {
    if (this.#socket.isOutdated) this.reconnect()
    else this.#socket.showNextToken()
  }

  /** After painting it tells the server so, whose watch sees a frozen page by its silence. */
  hostUpdated(): void {
    const frame = `${this.epoch}:${this.seq}`
    if (!this.data || frame === this.#painted) return
    this.#painted = frame
    const receipt = { view: this.view, epoch: this.epoch, seq: this.seq }
    requestAnimationFrame(() => setTimeout(() => this.#socket.sendPainted(receipt)))
  }

  #opened(): void {
    // The server has not heard from this line yet what the page shows, and how it is.
    this.#painted = ''
    this.#reportedAt = -Infinity
    this.#host.requestUpdate()
  }

  #refused(code: RefusalCode): void {
    this.gone = code
    this.#host.requestUpdate()
  }

  /** A beat of the frame that is shown keeps it fresh; one of a newer frame has it asked for. */
  #hear(beat: Heartbeat): void {
    if (!this.#isBehind(beat)) return this.#signOfLife(beat.serverTime)
    clearTimeout(this.#again)
    this.#again = window.setTimeout(() => {
      if (this.#isBehind(beat)) this.#socket.askAgain()
    }, Math.random() * againJitterMs)
  }

  #isBehind({ epoch, seq }: Heartbeat): boolean {
    return epoch !== this.epoch || seq > this.seq
  }

  #signOfLife(serverTime: number): void {
    this.#clock.set(serverTime)
    this.asOf = serverTime
    this.#checkFreshness()
  }

  readonly #checkFreshness = (): void => {
    const freshness = this.#freshnessNow()
    if (freshness === this.freshness) return
    this.freshness = freshness
    this.#host.requestUpdate()
  }

  /** Tells the server that somebody is at this screen. */
  reportPresence(): void {
    this.#socket.sendPresent()
  }

  #freshnessNow(): Freshness {
    if (!this.data) {
      const isPatient = performance.now() - this.#connectedAt < hiddenAfterMs
      return isPatient ? 'connecting' : 'hidden'
    }
    const age = this.now() - this.asOf
    if (age >= hiddenAfterMs) return 'hidden'
    return age >= staleAfterMs ? 'stale' : 'live'
  }

  /** As soon as it knows the server's clock, and then every 30 s. */
  #reportHealth(): void {
    if (!this.data || performance.now() - this.#reportedAt < healthEveryMs) return
    this.#reportedAt = performance.now()
    const clockOffsetMs = Date.now() - this.now()
    this.#socket.sendHealth({ version: pageVersion(), clockOffsetMs, paper: null })
  }

  /** Once a second, on the second. */
  #scheduleTick(): void {
    const untilNextSecond = 1000 - (this.now() % 1000)
    this.#tick = window.setTimeout(() => {
      this.#checkFreshness()
      this.#reportHealth()
      if (this.#everySecond) this.#host.requestUpdate()
      this.#scheduleTick()
    }, untilNextSecond)
  }
}
