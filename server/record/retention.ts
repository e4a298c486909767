import { accept } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import { dueUntil, textCategories } from '#domain/hall/retention.ts'
import type { TextCategory } from '#domain/hall/retention.ts'
import { hour } from '#domain/time.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/open.ts'
import type { Hall } from '../hall/hall.ts'

const everyMs = hour

/** Words of a visit are due by when it ended, whatever day it began on; others by when they came. */
const isDue: Record<TextCategory, string> = {
  visit: `category = 'visit' AND about IN (SELECT id FROM tickets WHERE ended_at <= ?)`,
  callback: `category = 'callback' AND at <= ?`,
  comment: `category = 'comment' AND at <= ?`,
}

/**
 * Deletes words of people when their time is over (P3). The record keeps their salted hashes, so it
 * stays whole; how many went is an event of its own.
 */
export class Retention {
  #ranAt = -Infinity
  /** Deleted words may still stand in the write-ahead log. */
  #unswept = false

  /**
   * Asked every second; looks once an hour, and at once after a start. Never by a clock in doubt: one
   * that ran ahead would take everything.
   */
  async keepUp(hall: Hall, now: number): Promise<void> {
    const isEarly = now >= this.#ranAt && now - this.#ranAt < everyMs
    if (isEarly || hall.clockSuspect) return
    this.#ranAt = now
    for (const category of textCategories) await this.#run(hall, category, now)
    if (this.#unswept) this.#unswept = !sweptLog(hall.db)
  }

  async #run(hall: Hall, category: TextCategory, now: number): Promise<void> {
    const before = dueUntil(hall.day, category, now)
    if (countDue(hall.db, category, before) === 0) return
    await hall.change.submit({
      actor: { kind: 'system', id: 'hall', deviceId: null },
      sessionId: null,
      attempt: null,
      decide: () => {
        const deleted = countDue(hall.db, category, before)
        return accept({}, event('retention.ran', { category, deleted, before }))
      },
      reply: () => ({}),
      beside: (db) => deleteDue(db, category, before),
    })
    this.#unswept = true
  }
}

function countDue(db: Db, category: TextCategory, before: number): number {
  const count = `SELECT count(*) AS n FROM private_texts WHERE ${isDue[category]}`
  return prepared<[number], { n: number }>(db, count).get(before)?.n ?? 0
}

/** Overwrites what it deletes: rows that are only let go would still stand in the file. */
function deleteDue(db: Db, category: TextCategory, before: number): void {
  db.pragma('secure_delete = ON')
  try {
    prepared<[number]>(db, `DELETE FROM private_texts WHERE ${isDue[category]}`).run(before)
  } finally {
    db.pragma('secure_delete = OFF')
  }
}

/** Empties the write-ahead log. While somebody reads it cannot be; then it is tried again. */
function sweptLog(db: Db): boolean {
  const [told] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return told?.busy === 0
}
