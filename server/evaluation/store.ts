import { and, asc, desc, eq, gt, lt, lte, ne, or, sql } from 'drizzle-orm'
import { addDays } from '#domain/time.ts'
import { lowLevelMax } from '#domain/evaluation/rating.ts'
import type { Evaluation, RatingFlag } from '#domain/evaluation/rating.ts'
import type { CountedRating } from '#domain/evaluation/aggregates.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/open.ts'
import * as schema from '../db/schema.ts'
import type { Hall } from '../hall/hall.ts'

const { evaluations, evaluationFlags } = schema

/** A row with its place in the table: pages go on from there. */
export type Placed = { row: number; evaluation: Evaluation }

/** `newest`: backwards from there, or from the end of the day. */
export type Page = { businessDay: string; after: number; limit: number; newest: boolean }

const placed = { row: sql<number>`evaluations.rowid`, evaluation: evaluations }

/** From where a page goes on, and which way. */
function wayOf({ after, newest }: Page) {
  if (!newest) return { from: gt(placed.row, after), order: asc(placed.row) }
  return { from: after === 0 ? undefined : lt(placed.row, after), order: desc(placed.row) }
}

/** Evaluations of a business day in the order they were asked for. */
export function evaluationsOf(hall: Hall, page: Page): Placed[] {
  const { from, order } = wayOf(page)
  return hall.rows
    .select(placed)
    .from(evaluations)
    .where(and(eq(evaluations.businessDay, page.businessDay), from))
    .orderBy(order)
    .limit(page.limit)
    .all()
}

/** The same, of those that were flagged. */
export function flaggedOf(hall: Hall, page: Page): Placed[] {
  const { from, order } = wayOf(page)
  const flagged = hall.rows
    .selectDistinct({ legId: evaluationFlags.legId })
    .from(evaluationFlags)
    .where(eq(evaluationFlags.businessDay, page.businessDay))
    .as('flagged')
  return hall.rows
    .select(placed)
    .from(evaluations)
    .innerJoin(flagged, eq(flagged.legId, evaluations.legId))
    .where(from)
    .orderBy(order)
    .limit(page.limit)
    .all()
}

/** Low ratings of a business day, but for those of one person. */
export function lowOf(hall: Hall, businessDay: string, butOf: string | null): Evaluation[] {
  const low = or(lte(evaluations.attitude, lowLevelMax), lte(evaluations.efficiency, lowLevelMax))
  return hall.rows
    .select()
    .from(evaluations)
    .where(and(eq(evaluations.businessDay, businessDay), low, ne(evaluations.staffId, butOf ?? '')))
    .all()
}

/** An evaluation of any day. */
export function evaluationOf(hall: Hall, legId: string): Evaluation | undefined {
  return (
    hall.day.evaluations.get(legId) ??
    hall.rows.select().from(evaluations).where(eq(evaluations.legId, legId)).get()
  )
}

export function flagsOf(db: Db, legId: string): RatingFlag[] {
  return prepared<[string], { flag: RatingFlag }>(
    db,
    'SELECT flag FROM evaluation_flags WHERE leg_id = ? ORDER BY flag',
  )
    .all(legId)
    .map(({ flag }) => flag)
}

/** What a rating still carries of the customer's words; null: nothing, or no longer. */
export function wordsOf(db: Db, hash: string | null): string | null {
  if (hash === null) return null
  const row = prepared<[string], { words: string }>(
    db,
    'SELECT words FROM private_texts WHERE hash = ?',
  ).get(hash)
  return row?.words ?? null
}

/** A rating may come this long after its service: late from a device, or from home. */
const latestDays = 10

/**
 * Ratings of one person that came in on this business day or later, each with the day it came: that
 * of the event which its row was last changed by.
 */
export function ratingsSince(db: Db, staffId: string, from: string): CountedRating[] {
  return prepared<[string, string, string], CountedRating>(
    db,
    `SELECT came.business_day AS businessDay, e.attitude, e.efficiency FROM evaluations e
     JOIN events came ON came.seq = e.version
     WHERE e.staff_id = ? AND e.business_day >= ? AND e.state = 'rated' AND came.business_day >= ?`,
  ).all(staffId, addDays(from, -latestDays), from)
}

/** Business days from the newest on, with the moment they began. */
export function latestDaysOf(db: Db): { businessDay: string; openedAt: number }[] {
  return prepared<[], { businessDay: string; openedAt: number }>(
    db,
    `SELECT business_day AS businessDay, opened_at AS openedAt FROM business_days
     ORDER BY business_day DESC LIMIT 2`,
  ).all()
}
