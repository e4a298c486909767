import type { HealthReceipt } from '#contract/devices.ts'
import type { ViewName } from '#contract/live.ts'
import type { DeviceHealth } from '../devices/views.ts'
import type { ScreenSocket, Target } from './hub.ts'

/** A screen that has not painted what it owes for so long is behind (V13). */
const paintedWithinMs = 15_000

/** Credentials that were seen and are gone are remembered, so many at most. */
const rememberedMax = 1_000

/** A screen on its line. */
export type Watcher = {
  target: Target
  socket: ScreenSocket
  /** Newest frame that it says it has painted. */
  seq: number
  /** Since when it owes one (this process's own time); null: it has painted the newest. */
  owesSince: number | null
  /** It was behind when it was last looked at. */
  behind: boolean
}

type Known = Pick<DeviceHealth, 'lastBeatAt' | 'paintedSeq' | 'address'> & {
  receipt: HealthReceipt | null
}

/**
 * Who watches, and what each screen has told of itself. Of devices and keys the last word is kept
 * after their line has ended, for the console; of tickets nothing is.
 */
export class Watchers {
  readonly #watchers = new Map<ScreenSocket, Watcher>()
  readonly #known = new Map<string, Known>()

  add(socket: ScreenSocket, target: Target): void {
    const fresh = { seq: 0, owesSince: Date.now(), behind: false }
    this.#watchers.set(socket, { target, socket, ...fresh })
    this.heard(socket)
  }

  remove(socket: ScreenSocket): void {
    this.#watchers.delete(socket)
  }

  get(socket: ScreenSocket): Watcher | undefined {
    return this.#watchers.get(socket)
  }

  all(): Iterable<Watcher> {
    return this.#watchers.values()
  }

  /** A new frame was sent to it. */
  owes(socket: ScreenSocket): void {
    const watcher = this.#watchers.get(socket)
    if (watcher) watcher.owesSince ??= Date.now()
  }

  /** It has painted a frame: the newest, or one on the way there, which shows that it is alive. */
  painted(socket: ScreenSocket, seq: number, newest: number): void {
    const watcher = this.#watchers.get(socket)
    if (!watcher || seq < watcher.seq) return
    watcher.seq = seq
    watcher.owesSince = seq >= newest ? null : Date.now()
    const known = this.heard(socket)
    if (known) known.paintedSeq = seq
  }

  reported(socket: ScreenSocket, receipt: HealthReceipt): void {
    const known = this.heard(socket)
    if (known) known.receipt = receipt
  }

  /** Any receipt is a sign of life. */
  heard(socket: ScreenSocket): Known | null {
    const target = this.#watchers.get(socket)?.target
    if (!target || target.view === 'ticket') return null
    const known = this.#known.get(target.credentialId) ?? this.#remember(target.credentialId)
    known.lastBeatAt = target.hall.now()
    known.address = socket.handshake.address
    return known
  }

  /** How a device is, as far as it has said. */
  healthOf(credentialId: string): DeviceHealth {
    const lines = [...this.all()].filter(({ target }) => target.credentialId === credentialId)
    const { lastBeatAt, paintedSeq, address, receipt } = this.#known.get(credentialId) ?? unheard
    return {
      online: lines.length > 0,
      lastBeatAt,
      paintedSeq,
      behind: lines.some(isBehind),
      paper: receipt?.paper ?? null,
      clockOffsetMs: receipt?.clockOffsetMs ?? null,
      version: receipt?.version ?? null,
      address,
    }
  }

  /** How many screens watch each view, and how many have not painted what they were sent. */
  counts(): { view: ViewName; watching: number; behind: number }[] {
    const counts = new Map<ViewName, { watching: number; behind: number }>()
    for (const watcher of this.all()) {
      const count = counts.get(watcher.target.view) ?? { watching: 0, behind: 0 }
      counts.set(watcher.target.view, count)
      count.watching++
      if (isBehind(watcher)) count.behind++
    }
    return [...counts].map(([view, count]) => ({ view, ...count }))
  }

  #remember(credentialId: string): Known {
    const [oldest] = this.#known.keys()
    if (oldest !== undefined && this.#known.size >= rememberedMax) this.#known.delete(oldest)
    const known = { ...unheard }
    this.#known.set(credentialId, known)
    return known
  }
}

const unheard: Known = { lastBeatAt: null, paintedSeq: null, address: null, receipt: null }

/** It was sent something, has painted nothing new since, and had time enough to. */
export function isBehind({ owesSince }: Watcher): boolean {
  return owesSince !== null && Date.now() - owesSince > paintedWithinMs
}
