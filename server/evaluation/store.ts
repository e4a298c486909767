import { and, asc, eq, sql } from 'drizzle-orm'
import type { Static } from 'typebox'
import type { EvaluationList, EvaluationQuery } from '#contract/evaluation.ts'
import * as schema from '../db/schema.ts'
import type { Hall } from '../hall/hall.ts'

/** Evaluations of a business day in the order they were asked for, without ticket and customer. */
export function listEvaluations(
  hall: Hall,
  query: Static<typeof EvaluationQuery>,
): Static<typeof EvaluationList> {
  const { evaluations } = schema
  const limit = query.limit ?? 100
  const from = Number(query.cursor ?? 0) || 0
  const day = eq(evaluations.businessDay, query.businessDay ?? hall.day.businessDay ?? '')
  const found = hall.rows
    .select({ row: sql<number>`rowid`, evaluation: evaluations })
    .from(evaluations)
    .where(and(day, sql`rowid > ${from}`))
    .orderBy(asc(sql`rowid`))
    .limit(limit + 1)
    .all()
  const shown = found.slice(0, limit)
  return {
    evaluations: shown.map(({ evaluation: one }) => ({
      legId: one.legId,
      businessDay: one.businessDay,
      counterId: one.counterId,
      staffId: one.staffId,
      serviceId: one.serviceId,
      state: one.state,
      requestedAt: one.requestedAt,
      attitude: one.attitude,
      efficiency: one.efficiency,
      reasons: one.reasons,
      channel: one.channel,
      ratedAt: one.ratedAt,
      late: one.late,
      corrections: one.corrections,
    })),
    nextCursor: found.length > limit ? String(shown.at(-1)?.row) : null,
  }
}
