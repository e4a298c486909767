import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { io, type Socket } from 'socket.io-client'
import type {
  ClosedView,
  Heartbeat,
  ScreenToServer,
  ServerToScreen,
  ViewFrame,
  ViewName,
  Views,
  hiddenAfterMs as HiddenAfterMs,
  liveVersion as LiveVersion,
  staleAfterMs as StaleAfterMs,
} from '#contract/live.ts'
import type { Credential } from './credential.ts'
import { ServerClock } from './server-clock.ts'

export type RefusalCode = ClosedView['code']

/** `stale`: mark the numbers with their time. `hidden`: too old to be shown at all. */
export type Freshness = 'connecting' | 'live' | 'stale' | 'hidden'

// A screen carries no code of the contract; its types hold these three equal to it.
const version: typeof LiveVersion = 1
const staleAfterMs: typeof StaleAfterMs = 10_000
const hiddenAfterMs: typeof HiddenAfterMs = 30_000

const againJitterMs = 500
const reconnectMs = 500
const reconnectMaxMs = 5_000

type Host = ReactiveControllerHost & HTMLElement
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

  readonly #host: Host
  readonly #credential: Credential
  readonly #everySecond: boolean
  readonly #clock = new ServerClock()
  #connectedAt = 0
  #socket: Socket<ServerToScreen, ScreenToServer> | null = null
  /** The key and sign-in that the server was last shown. */
  #shown = ''
  #tick = 0
  #again = 0
  #painted = ''

  constructor(host: Host, view: V, credential: Credential, options: Options = {}) {
    this.#host = host
    this.view = view
    this.#credential = credential
    this.#everySecond = options.everySecond ?? false
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
    if (this.#socket?.connected && this.#shown === shownBy(this.#credential)) return
    this.#hangUp()
    this.gone = null
    void this.#connect()
  }

  hostConnected(): void {
    this.#connectedAt = performance.now()
    this.#scheduleTick()
    document.addEventListener('visibilitychange', this.#checkFreshness)
    void this.#connect()
  }

  hostDisconnected(): void {
    clearTimeout(this.#tick)
    clearTimeout(this.#again)
    document.removeEventListener('visibilitychange', this.#checkFreshness)
    this.#hangUp()
  }

  hostUpdate(): void {
    const isOther = this.#credential.token && this.#shown !== shownBy(this.#credential)
    if (this.#shown && isOther) this.reconnect()
  }

  /** After painting it tells the server so, whose watch sees a frozen page by its silence. */
  hostUpdated(): void {
    const frame = `${this.epoch}:${this.seq}`
    if (!this.data || frame === this.#painted) return
    this.#painted = frame
    const receipt = { view: this.view, epoch: this.epoch, seq: this.seq }
    requestAnimationFrame(() => setTimeout(() => this.#emitPainted(receipt)))
  }

  #emitPainted(receipt: Parameters<ScreenToServer['painted']>[0]): void {
    if (this.#socket?.connected) this.#socket.emit('painted', receipt)
  }

  async #connect(): Promise<void> {
    await this.#credential.ready
    if (this.#socket || !this.#host.isConnected) return
    this.#shown = shownBy(this.#credential)
    const socket: Socket<ServerToScreen, ScreenToServer> = io({
      transports: ['websocket'],
      reconnectionDelay: reconnectMs,
      reconnectionDelayMax: reconnectMaxMs,
      randomizationFactor: 0.5,
      auth: (answer) => answer(this.#auth()),
    })
    this.#socket = socket
    socket.on('connect', () => {
      this.#painted = ''
      this.#host.requestUpdate()
    })
    socket.on('view', (frame) => {
      if (frame.view === this.view) this.accept(frame as ViewFrame<V>)
    })
    socket.on('beat', (beat) => this.#hear(beat))
    socket.on('gone', ({ code }) => void this.#refused(code))
    socket.on('connect_error', (error) => this.#notLetIn(socket, error))
    socket.on('disconnect', (reason) => {
      // The library leaves it at that when the server hangs up, as it does before a restart.
      if (reason === 'io server disconnect') this.#comeBack(socket)
    })
  }

  #hangUp(): void {
    this.#socket?.disconnect()
    this.#socket = null
  }

  #auth() {
    this.#shown = shownBy(this.#credential)
    const { token, session } = this.#credential
    return { token, version, ...(session ? { session } : {}) }
  }

  #comeBack(socket: Socket): void {
    const wait = reconnectMs + Math.random() * reconnectMs
    setTimeout(() => {
      if (this.#socket === socket && !this.gone) socket.connect()
    }, wait)
  }

  #notLetIn(socket: Socket, error: Error & { data?: { code?: RefusalCode } }): void {
    const code = error.data?.code
    if (code && code !== 'too-many-requests') void this.#refused(code)
    else if (!socket.active) this.#comeBack(socket)
  }

  /** A sign-in that ended leaves the device its view; a refused key is asked for once more. */
  async #refused(code: RefusalCode): Promise<void> {
    this.#hangUp()
    if (code === 'session-ended' || code === 'session-required') {
      this.#credential.session = null
      return this.reconnect()
    }
    const isRenewed = code.startsWith('credential-') && (await this.#credential.renew())
    if (isRenewed) return this.reconnect()
    this.gone = code
    this.#host.requestUpdate()
  }

  #hear(beat: Heartbeat): void {
    const isNewest = beat.epoch === this.epoch && beat.seq <= this.seq
    if (isNewest) return this.#signOfLife(beat.serverTime)
    clearTimeout(this.#again)
    this.#again = window.setTimeout(() => {
      const isBehind = beat.epoch !== this.epoch || beat.seq > this.seq
      if (isBehind) this.#socket?.emit('again')
    }, Math.random() * againJitterMs)
  }

  #signOfLife(serverTime: number): void {
    this.#clock.set(serverTime)
    this.asOf = serverTime
    this.#checkFreshness()
  }

  readonly #checkFreshness = (): void => {
    const freshness = this.data ? freshnessAt(this.now() - this.asOf) : this.#beforeData()
    if (freshness === this.freshness) return
    this.freshness = freshness
    this.#host.requestUpdate()
  }

  #beforeData(): Freshness {
    return performance.now() - this.#connectedAt < hiddenAfterMs ? 'connecting' : 'hidden'
  }

  /** Once a second, on the second. */
  #scheduleTick(): void {
    this.#tick = window.setTimeout(
      () => {
        this.#checkFreshness()
        if (this.#everySecond) this.#host.requestUpdate()
        this.#scheduleTick()
      },
      1000 - (this.now() % 1000),
    )
  }
}

function shownBy({ token, session }: Credential): string {
  return `${token} ${session}`
}

function freshnessAt(age: number): Freshness {
  if (age >= hiddenAfterMs) return 'hidden'
  return age >= staleAfterMs ? 'stale' : 'live'
}
