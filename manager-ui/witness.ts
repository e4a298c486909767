import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { HeadView } from '#contract/console-view.ts'
import { done, on, openStore } from '#ui-kit/indexed-db.ts'

/** A signed head as this browser keeps it; `origin` names hall and database, `hash` is the head's. */
export type KeptHead = HeadView & { origin: string; size: number; hash: string }

/** `epoch`: the database is another one, as after a restore. */
export type Tampering = 'smaller' | 'different' | 'key' | 'epoch'
export type Alarm = { because: Tampering; kept: KeptHead; offered: KeptHead }

/**
 * Holds the server to what it has signed (L1): the largest head that this browser has ever been
 * shown is kept here, where nobody at the server can change it. One that is smaller, or another one
 * of the same size, raises the alarm, which stays until an auditor has looked at it.
 */
export class Witness implements ReactiveController {
  kept: KeptHead | null = null
  alarm: Alarm | null = null
  readonly #host: ReactiveControllerHost
  readonly #store = openStore('hall-witness')
  #seen = ''
  #turn = Promise.resolve()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {}

  /** Takes the newest head the server offers for a hall; one after another. */
  see(hallId: string, head: HeadView): Promise<void> {
    if (head.note === this.#seen) return this.#turn
    this.#seen = head.note
    this.#turn = this.#turn.then(() => this.#compare(hallId, head))
    return this.#turn
  }

  /** An auditor has looked at it: from here on the server is held to the new head. */
  async accept(hallId: string): Promise<void> {
    if (!this.alarm) return
    await this.#keep(hallId, this.alarm.offered)
    this.alarm = null
    this.#host.requestUpdate()
  }

  async #compare(hallId: string, head: HeadView): Promise<void> {
    const offered = readHead(head)
    const kept = this.kept ?? (await this.#read(hallId))
    const because = kept && tamperingOf(kept, offered)
    if (kept && because) this.alarm = { because, kept, offered }
    else if (!kept || offered.size > kept.size) await this.#keep(hallId, offered)
    if (because) this.kept = kept
    this.#host.requestUpdate()
  }

  async #read(hallId: string): Promise<KeptHead | null> {
    const db = await this.#store
    if (!db) return null
    const found: unknown = await done(on(db, 'readonly').get(hallId))
    this.kept = (found as KeptHead | undefined) ?? null
    return this.kept
  }

  async #keep(hallId: string, head: KeptHead): Promise<void> {
    this.kept = head
    const db = await this.#store
    if (db) await done(on(db, 'readwrite').put(head, hallId))
  }
}

/** The lines of a signed note: where it is from, how many events it proves, and their hash. */
function readHead(head: HeadView): KeptHead {
  const [origin = '', size = '', hash = ''] = head.note.split('\n')
  return { ...head, origin, size: Number(size), hash }
}

function tamperingOf(kept: KeptHead, offered: KeptHead): Tampering | null {
  if (kept.publicKey !== offered.publicKey) return 'key'
  if (kept.origin !== offered.origin) return 'epoch'
  if (offered.size < kept.size) return 'smaller'
  return offered.size === kept.size && offered.hash !== kept.hash ? 'different' : null
}
