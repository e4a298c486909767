import { hash } from 'node:crypto'
import type { Refused } from '#domain/decision.ts'
import { refuse } from '#domain/decision.ts'
import { refusals } from '#contract/refusals.ts'
import { hour } from '#domain/time.ts'
import type { Db } from './db/open.ts'
import { TableWriter } from './db/rows.ts'
import * as schema from './db/schema.ts'
import type { Outcome } from './change.ts'

/** How long the answer to a key is kept (T4); after it the same key is a new command. */
export const keptForMs = 48 * hour

/** A try of a command: who, under which key, with what. */
export type Attempt = { client: string; key: string; payloadHash: Buffer }

/** What is kept of a first try. */
export type Kept = { status: number; reply: object } | { refusal: Refused }

export function payloadHash(route: string, payload: unknown): Buffer {
  return hash('sha256', `${route}\0${JSON.stringify(payload ?? null)}`, 'buffer')
}

type Row = typeof schema.idempotency.$inferSelect

/**
 * One effect and one answer for each (client, key). Answers stand in the same transaction as what
 * they tell of. Refusals that ask the caller to come back (sign in, wait, space on the disk) are
 * not kept, for the next try may well succeed.
 */
export class Idempotency {
  readonly #find
  readonly #writer: TableWriter<Row>
  readonly #forget
  #sinceSweep = 0

  constructor(db: Db) {
    this.#find = db.prepare<
      [string, string],
      { payloadHash: Buffer; status: number; reply: string; seq: number; at: number }
    >(
      'SELECT payload_hash AS payloadHash, status, reply, seq, at FROM idempotency WHERE client = ? AND key = ?',
    )
    this.#forget = db.prepare('DELETE FROM idempotency WHERE at < ?')
    this.#writer = new TableWriter(db, schema.idempotency, ['client', 'key'])
  }

  find({ client, key, payloadHash: wanted }: Attempt, now: number): Outcome | null {
    const row = this.#find.get(client, key)
    if (!row || row.at < now - keptForMs) return null
    const { seq } = row
    if (!row.payloadHash.equals(wanted))
      return { ok: false, refusal: refuse('idempotency-key-reused'), seq }
    const kept = JSON.parse(row.reply) as object
    return row.status < 400
      ? { ok: true, status: row.status, reply: kept, seq }
      : { ok: false, refusal: kept as Refused, seq }
  }

  keep(attempt: Attempt, kept: Kept, seq: number, at: number): void {
    const status = 'refusal' in kept ? refusals[kept.refusal.refused].status : kept.status
    if (status === 401 || status === 429 || status >= 500) return
    const reply = JSON.stringify('refusal' in kept ? kept.refusal : kept.reply)
    // Where an answer stands whose time is over, this one takes its place.
    this.#writer.put({ ...attempt, status, reply, seq, at })
    // A sweep every thousand answers keeps the table small without a job of its own.
    if (++this.#sinceSweep >= 1000) {
      this.#sinceSweep = 0
      this.#forget.run(at - keptForMs)
    }
  }
}
