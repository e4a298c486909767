import type { ConsoleSession } from '#domain/people/console.ts'
import { minute } from '#domain/time.ts'
import { prepared } from '../../db/prepared.ts'
import type { Db } from '../../db/open.ts'

/** A minute's use is worth one writing: the end by idling is that much early at most after a restart. */
const writeEveryMs = minute

/**
 * When each console session was last used by a person. Kept in memory, and beside the record once a
 * minute, so that a restart neither forgives idling nor signs anybody out.
 */
export class ConsoleUses {
  readonly #db: Db
  readonly #used = new Map<string, { at: number; written: number }>()

  constructor(db: Db) {
    this.#db = db
    for (const { id, at } of db
      .prepare<[], { id: string; at: number }>('SELECT session_id AS id, at FROM console_uses')
      .all())
      this.#used.set(id, { at, written: at })
  }

  /** The last use; a session that nobody has used since it began counts from there. */
  of({ id, startedAt, steppedUpAt }: ConsoleSession): number {
    return Math.max(this.#used.get(id)?.at ?? 0, startedAt, steppedUpAt)
  }

  note({ id }: ConsoleSession, now: number): void {
    const known = this.#used.get(id) ?? { at: 0, written: 0 }
    const written = now - known.written >= writeEveryMs ? now : known.written
    if (written !== known.written)
      prepared<[string, number]>(
        this.#db,
        'INSERT INTO console_uses VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at',
      ).run(id, now)
    this.#used.set(id, { at: now, written })
  }

  /** Forgets sessions that have ended. */
  keepOnly(live: ReadonlyMap<string, ConsoleSession>): void {
    for (const id of this.#used.keys()) {
      if (live.has(id)) continue
      this.#used.delete(id)
      prepared<[string]>(this.#db, 'DELETE FROM console_uses WHERE session_id = ?').run(id)
    }
  }
}
