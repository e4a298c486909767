import type { Server, Socket } from 'socket.io'
import { heartbeatMs } from '#contract/live.ts'
import type {
  CounterView,
  ScreenToServer,
  ServerToScreen,
  ViewFrame,
  ViewName,
  Views,
} from '#contract/live.ts'
import type { HealthReceipt } from '#contract/devices.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { DeviceHealth } from '../devices/views.ts'
import type { Hall } from '../hall/hall.ts'
import { whyLetGo } from './standing.ts'
import { buildView } from './views.ts'
import type { ViewSources } from './views.ts'
import { Watchers, isBehind } from './watchers.ts'

export type ScreenSocket = Socket<ScreenToServer, ServerToScreen>

/** What a screen watches: one view of one thing, as one viewer may see it. */
export type Target = {
  hall: Hall
  view: ViewName
  /** Counter or ticket id; the hall's id where the view is of the whole hall. */
  scope: string
  credentialId: string
  /** The sign-in that the screen holds, even when it has ended: its page says how. */
  sessionId: string | null
  /** Of a person at the console: the sign-in, and the roles whose parts of the view they see. */
  consoleId: string | null
  kinds: readonly PrincipalKind[]
  /** Of a screen: the counter it was at when it came; of a short token: its end. */
  counterId: string | null
  until: number | null
}

type OwnSources = Omit<ViewSources, 'isWatched' | 'healthOf'>

type Channel = Target & {
  key: string
  sockets: Set<ScreenSocket>
  sent: string
  frame: ViewFrame | null
  dirty: boolean
  flushedAt: number
}

/** Least time between two frames: screens of staff at once, the many phones once a second. */
const pauseMs = {
  kiosk: 100,
  wall: 20,
  counter: 20,
  evaluator: 20,
  ticket: 1_000,
  console: 500,
} as const satisfies Record<ViewName, number>
/** Ranges move with the clock even when nothing happens. */
const refreshMs = 10_000
/** How often it is looked for screens that are behind, or whose token is over. */
const lookMs = 1_000

/**
 * Sends screens their whole views. A commit marks everything dirty; changes of one tick go out as
 * one frame; a view that did not change is not sent again. Screens never send anything but receipts.
 */
export class Hub {
  readonly #channels = new Map<string, Channel>()
  readonly #watchers = new Watchers()
  readonly #io: Server<ScreenToServer, ServerToScreen>
  readonly #sources: ViewSources
  #timer: NodeJS.Timeout | null = null
  #intervals: NodeJS.Timeout[] = []
  /** Told when a screen has fallen behind what it was sent, and when it is back. */
  onBehind: (target: Target, behind: boolean) => void = () => {}

  constructor(io: Server<ScreenToServer, ServerToScreen>, sources: OwnSources) {
    this.#io = io
    this.#sources = {
      ...sources,
      isWatched: (hall, view, scope) => this.isWatched(hall, view, scope),
      healthOf: (deviceId) => this.healthOf(deviceId),
    }
    this.#intervals = [
      setInterval(() => this.#beat(), heartbeatMs),
      setInterval(() => this.#look(), lookMs),
      setInterval(() => this.markDirty(), refreshMs),
    ]
    for (const interval of this.#intervals) interval.unref()
  }

  /** Follows a hall: after each commit its screens get their views. */
  follow(hall: Hall): void {
    hall.evaluatorOnline = (counterId) => this.isWatched(hall, 'evaluator', counterId)
    hall.foretelling.onFresh = () => this.markDirty(hall)
    hall.change.onCommit(() => {
      this.#letGo(hall)
      this.markDirty(hall)
    })
  }

  /** Lets a socket watch; it gets the whole view at once. False: there is nothing to watch. */
  join(socket: ScreenSocket, target: Target): boolean {
    const key = channelKey(target)
    const channel = this.#channels.get(key) ?? this.#make(key, target)
    if (!this.#build(channel)) return false
    channel.sockets.add(socket)
    this.#watchers.add(socket, target)
    void socket.join(key)
    this.sendWhole(socket, key)
    this.#tellOthers(target)
    return true
  }

  leave(socket: ScreenSocket, key: string): void {
    this.#watchers.remove(socket)
    const channel = this.#channels.get(key)
    if (!channel) return
    channel.sockets.delete(socket)
    if (channel.sockets.size === 0) this.#channels.delete(key)
    this.#tellOthers(channel)
  }

  /** Sends one socket the newest whole view of its channel. */
  sendWhole(socket: ScreenSocket, key: string): void {
    const channel = this.#channels.get(key)
    this.#watchers.heard(socket)
    if (channel) this.#build(channel)
    if (channel?.frame) socket.emit('view', { ...channel.frame, serverTime: channel.hall.now() })
  }

  painted(socket: ScreenSocket, key: string, seq: number): void {
    this.#watchers.painted(socket, seq, this.#channels.get(key)?.frame?.seq ?? 0)
  }

  reported(socket: ScreenSocket, receipt: HealthReceipt): void {
    this.#watchers.reported(socket, receipt)
  }

  /** The device has proved its key once more: its line goes on. */
  renewed(socket: ScreenSocket, { until }: Target): void {
    const watcher = this.#watchers.get(socket)
    if (watcher) watcher.target = { ...watcher.target, until }
  }

  healthOf(deviceId: string): DeviceHealth {
    return this.#watchers.healthOf(deviceId)
  }

  /** Whether any screen has this open now. */
  isWatched(hall: Hall, view: ViewName, scope: string): boolean {
    for (const channel of this.#channels.values())
      if (channel.hall === hall && channel.view === view && channel.scope === scope) return true
    return false
  }

  /** Ends the sockets of a credential that was taken back. */
  dropCredential(credentialId: string, code: RefusalCode = 'credential-invalid'): void {
    for (const { target, socket } of this.#watchers.all())
      if (target.credentialId === credentialId) hangUp(socket, code)
  }

  /** How many screens watch each view, and how many have not painted what they were sent. */
  counts(): ReturnType<Watchers['counts']> {
    return this.#watchers.counts()
  }

  /** Marks what must be looked at again; the flush sends what really changed. */
  markDirty(hall?: Hall, view?: ViewName): void {
    for (const channel of this.#channels.values())
      if ((!hall || channel.hall === hall) && (!view || channel.view === view)) channel.dirty = true
    this.#schedule(0)
  }

  close(): void {
    for (const interval of this.#intervals) clearInterval(interval)
    if (this.#timer) clearTimeout(this.#timer)
    this.#channels.clear()
  }

  #schedule(inMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#flush()
    }, inMs)
  }

  #flush(): void {
    const now = Date.now()
    let soonest = Infinity
    for (const channel of this.#channels.values()) {
      if (!channel.dirty) continue
      const wait = channel.flushedAt + pauseMs[channel.view] - now
      if (wait > 0) soonest = Math.min(soonest, wait)
      else this.#send(channel, now)
    }
    if (soonest < Infinity) this.#schedule(soonest)
  }

  #send(channel: Channel, now: number): void {
    const before = channel.sent
    if (!this.#build(channel) || channel.sent === before || !channel.frame) return
    channel.flushedAt = now
    for (const socket of channel.sockets) this.#watchers.owes(socket)
    this.#io.to(channel.key).emit('view', channel.frame)
  }

  #make(key: string, target: Target): Channel {
    const fresh = { sockets: new Set<ScreenSocket>(), sent: '', frame: null }
    const channel: Channel = { ...target, ...fresh, key, dirty: false, flushedAt: 0 }
    this.#channels.set(key, channel)
    return channel
  }

  /** Builds the view as it is now. False where the thing is gone. */
  #build(channel: Channel): boolean {
    const { hall, view, scope } = channel
    channel.dirty = false
    const data = buildView(channel, viewerOf(channel), this.#sources)
    if (data === null) return false
    const sent = JSON.stringify(data)
    if (sent === channel.sent && channel.frame) return true
    channel.sent = sent
    const place = { epoch: hall.epoch, seq: hall.seq, serverTime: hall.now() }
    channel.frame = { view, scope, ...place, data: data as Views[typeof view] } as ViewFrame
    return true
  }

  /** Others see whether an evaluator or a customer's page is there, and how devices are. */
  #tellOthers({ hall, view }: Target): void {
    if (view === 'evaluator' || view === 'ticket') this.markDirty(hall)
    else if (view !== 'console') this.markDirty(hall, 'console')
  }

  /** Ends the lines of those who may watch no more; all that could change that is a commit or time. */
  #letGo(hall?: Hall): void {
    for (const { target, socket } of this.#watchers.all()) {
      // The holders of tickets are many, and nothing but time ends what they watch.
      if (target.view === 'ticket' || (hall && target.hall !== hall)) continue
      const code = whyLetGo(target)
      if (code) hangUp(socket, code)
    }
  }

  #look(): void {
    this.#letGo()
    for (const watcher of this.#watchers.all()) {
      const behind = isBehind(watcher)
      if (behind === watcher.behind) continue
      watcher.behind = behind
      this.onBehind(watcher.target, behind)
      this.markDirty(watcher.target.hall, 'console')
    }
  }

  #beat(): void {
    this.markDirty(undefined, 'console')
    for (const { key, hall, frame } of this.#channels.values())
      this.#io
        .to(key)
        .emit('beat', { epoch: hall.epoch, seq: frame?.seq ?? 0, serverTime: hall.now() })
  }
}

export function channelKey(target: Target): string {
  const { hall, view, scope, credentialId, sessionId, consoleId } = target
  // Two browsers at one counter see different things; so do the devices whose key may be revoked.
  return [hall.id, view, scope, credentialId, sessionId ?? '', consoleId ?? ''].join('|')
}

function hangUp(socket: ScreenSocket, code: RefusalCode): void {
  socket.emit('gone', { code })
  socket.disconnect(true)
}

/** The viewer's session if it is still there, else how it ended. */
export function viewerOf({ hall, sessionId }: Pick<Target, 'hall' | 'sessionId'>) {
  if (sessionId === null) return { session: null, sessionEnded: null }
  const live = hall.day.sessions.get(sessionId)
  if (live) return { session: live, sessionEnded: null }
  const ended = hall.db
    .prepare<[string], { because: CounterView['sessionEnded'] }>(
      'SELECT because FROM staff_sessions WHERE id = ?',
    )
    .get(sessionId)
  return { session: null, sessionEnded: ended?.because ?? 'replaced' }
}
