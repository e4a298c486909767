import type { Static } from 'typebox'
import type { SlipReply } from '#contract/record.ts'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/open.ts'
import type { Hall } from '../hall/hall.ts'
import { placesOf } from './places.ts'

export type Checkpoint = { seq: number; at: number; note: string }

/** The newest signed head. */
export function newestHead(db: Db): Checkpoint | null {
  const newest = 'SELECT seq, at, note FROM checkpoints ORDER BY seq DESC LIMIT 1'
  return prepared<[], Checkpoint>(db, newest).get() ?? null
}

type ClosedDay = { businessDay: string; counts: string }

/** What is printed at the close of a day: with the paper in hand nobody rewrites that day unseen. */
export function slipOf(hall: Hall, businessDay?: string): Static<typeof SlipReply> | Refused {
  const day = prepared<[string | null, string | null], ClosedDay>(
    hall.db,
    `SELECT business_day AS businessDay, counts FROM business_days
     WHERE closed_at IS NOT NULL AND (? IS NULL OR business_day = ?)
     ORDER BY business_day DESC LIMIT 1`,
  ).get(businessDay ?? null, businessDay ?? null)
  const head = day && headAfter(hall, day.businessDay)
  if (!day || !head) return refuse('not-found')
  const [, size = '', hash = ''] = head.note.split('\n')
  return {
    hallId: hall.id,
    hallName: hall.day.setup.hall.name,
    businessDay: day.businessDay,
    counts: JSON.parse(day.counts) as Record<string, number>,
    size: Number(size),
    headHash: hash,
    shortHash: Buffer.from(hash, 'base64').toString('hex').slice(0, 16),
    signedAt: head.at,
    publicKey: hall.checkpoints.publicKey,
    note: head.note,
    qr: head.note,
  }
}

/** The first head that proves the close of a day. */
function headAfter({ db, seq }: Hall, businessDay: string): Checkpoint | undefined {
  const { from, to } = placesOf(db, seq, { from: businessDay, to: businessDay })
  const closed = prepared<[number, number], { seq: number }>(
    db,
    "SELECT seq FROM events WHERE seq BETWEEN ? AND ? AND type = 'day.closed'",
  ).get(from, to)
  if (!closed) return undefined
  return prepared<[number], Checkpoint>(
    db,
    'SELECT seq, at, note FROM checkpoints WHERE seq >= ? ORDER BY seq LIMIT 1',
  ).get(closed.seq)
}
