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
import type { Hall } from '../hall/hall.ts'
import { buildView } from './views.ts'
import type { ViewSources } from './views.ts'

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
}

type Channel = Target & {
  key: string
  sockets: Set<ScreenSocket>
  sent: string
  frame: ViewFrame | null
  dirty: boolean
  flushedAt: number
}

/** Least time between two frames: screens of staff at once, the many phones once a second. */
const pauseMs = { kiosk: 100, wall: 20, counter: 20, evaluator: 20, ticket: 1_000 }
/** Ranges move with the clock even when nothing happens. */
const refreshMs = 10_000
/** A screen that has not painted its newest frame for so long is behind (V13). */
const paintedWithinMs = 15_000

/**
 * Sends screens their whole views. A commit marks everything dirty; changes of one tick go out as
 * one frame; a view that did not change is not sent again. Screens never send anything but receipts.
 */
export class Hub {
  readonly #channels = new Map<string, Channel>()
  /** What each screen says it has painted, and since when it watches. */
  readonly #painted = new Map<ScreenSocket, { seq: number; since: number }>()
  readonly #io: Server<ScreenToServer, ServerToScreen>
  readonly #sources: ViewSources
  #timer: NodeJS.Timeout | null = null
  #intervals: NodeJS.Timeout[] = []

  constructor(io: Server<ScreenToServer, ServerToScreen>, sources: Omit<ViewSources, 'isWatched'>) {
    this.#io = io
    this.#sources = {
      ...sources,
      isWatched: (hall, view, scope) => this.isWatched(hall, view, scope),
    }
    this.#intervals = [
      setInterval(() => this.#beat(), heartbeatMs),
      setInterval(() => this.markDirty(), refreshMs),
    ]
    for (const interval of this.#intervals) interval.unref()
  }

  /** Follows a hall: after each commit its screens get their views. */
  follow(hall: Hall): void {
    hall.evaluatorOnline = (counterId) => this.isWatched(hall, 'evaluator', counterId)
    hall.change.onCommit(() => this.markDirty(hall))
  }

  /** Lets a socket watch; it gets the whole view at once. False: there is nothing to watch. */
  join(socket: ScreenSocket, target: Target): boolean {
    const key = channelKey(target)
    const channel = this.#channels.get(key) ?? this.#make(key, target)
    if (!this.#build(channel)) return false
    channel.sockets.add(socket)
    this.#painted.set(socket, { seq: 0, since: Date.now() })
    void socket.join(key)
    this.sendWhole(socket, key)
    if (target.view === 'evaluator' || target.view === 'ticket') this.markDirty(target.hall)
    return true
  }

  leave(socket: ScreenSocket, key: string): void {
    this.#painted.delete(socket)
    const channel = this.#channels.get(key)
    if (!channel) return
    channel.sockets.delete(socket)
    if (channel.sockets.size === 0) this.#channels.delete(key)
    if (channel.view === 'evaluator' || channel.view === 'ticket') this.markDirty(channel.hall)
  }

  /** Sends one socket the newest whole view of its channel. */
  sendWhole(socket: ScreenSocket, key: string): void {
    const channel = this.#channels.get(key)
    if (channel) this.#build(channel)
    if (channel?.frame) socket.emit('view', { ...channel.frame, serverTime: channel.hall.now() })
  }

  painted(socket: ScreenSocket, seq: number): void {
    const seen = this.#painted.get(socket)
    if (seen) seen.seq = seq
  }

  /** Whether any screen has this open now. */
  isWatched(hall: Hall, view: ViewName, scope: string): boolean {
    for (const channel of this.#channels.values())
      if (channel.hall === hall && channel.view === view && channel.scope === scope) return true
    return false
  }

  /** Ends the sockets of a credential that was taken back. */
  dropCredential(credentialId: string): void {
    for (const channel of this.#channels.values()) {
      if (channel.credentialId !== credentialId) continue
      for (const socket of channel.sockets) {
        socket.emit('gone', { code: 'credential-invalid' })
        socket.disconnect(true)
      }
    }
  }

  /** How many screens watch each view, and how many have not painted what they were sent. */
  counts(): { view: ViewName; watching: number; behind: number }[] {
    const counts = new Map<ViewName, { watching: number; behind: number }>()
    for (const { view, sockets, frame, flushedAt } of this.#channels.values()) {
      const count = counts.get(view) ?? { watching: 0, behind: 0 }
      counts.set(view, count)
      for (const socket of sockets) {
        count.watching++
        const { seq = 0, since = 0 } = this.#painted.get(socket) ?? {}
        const owedMs = Date.now() - Math.max(flushedAt, since)
        if (frame && seq < frame.seq && owedMs > paintedWithinMs) count.behind++
      }
    }
    return [...counts].map(([view, count]) => ({ view, ...count }))
  }

  /** Marks what must be looked at again; the flush sends what really changed. */
  markDirty(hall?: Hall): void {
    for (const channel of this.#channels.values())
      if (!hall || channel.hall === hall) channel.dirty = true
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

  #beat(): void {
    for (const { key, hall, frame } of this.#channels.values())
      this.#io
        .to(key)
        .emit('beat', { epoch: hall.epoch, seq: frame?.seq ?? 0, serverTime: hall.now() })
  }
}

export function channelKey({ hall, view, scope, credentialId, sessionId }: Target): string {
  // Two browsers at one counter see different things; so do the devices whose key may be revoked.
  return [hall.id, view, scope, credentialId, sessionId ?? ''].join('|')
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
