import type { Static } from 'typebox'
import type { EvaluationList, EvaluationQuery, OwnRatings } from '#contract/evaluation.ts'
import { bucketsOf, leastTogether, settledAfterMs } from '#domain/evaluation/aggregates.ts'
import type { Evaluation } from '#domain/evaluation/rating.ts'
import { addDays } from '#domain/time.ts'
import type { Hall } from '../hall/hall.ts'
import { maskNumbers } from '../private-texts.ts'
import type { Secrets } from '../secrets.ts'
import { ratingIdOf } from './rating-id.ts'
import { shownTo } from './reader.ts'
import type { RatingReader } from './reader.ts'
import { evaluationsOf, flaggedOf, flagsOf, latestDaysOf, lowOf } from './store.ts'
import { ratingsSince, wordsOf } from './store.ts'
import type { Page, Placed } from './store.ts'

type Query = Static<typeof EvaluationQuery>
type Ratings = Static<typeof EvaluationList>

type Asked = { hall: Hall; secrets: Secrets; query: Query; reader: RatingReader }

/** Evaluations of a business day, each reader's own rows and fields of them. */
export function listRatings(asked: Asked): Ratings {
  const { rows } = asked.reader
  if (rows === 'cases') return { evaluations: [], nextCursor: null }
  return rows === 'low' ? listLow(asked) : listPlaced(asked, evaluationsOf)
}

/** Those that were flagged. */
export function listFlagged(asked: Asked): Ratings {
  return listPlaced(asked, flaggedOf)
}

function listPlaced(asked: Asked, find: (hall: Hall, page: Page) => Placed[]): Ratings {
  const { hall, query } = asked
  const limit = query.limit ?? 100
  const after = Number(query.cursor ?? 0) || 0
  const newest = query.newest ?? false
  const found = find(hall, { businessDay: dayOf(asked), after, limit: limit + 1, newest })
  const shown = found.slice(0, limit)
  return {
    evaluations: shown.map(({ evaluation }) => shapeOf(asked, evaluation)),
    nextCursor: found.length > limit ? String(shown.at(-1)?.row) : null,
  }
}

/** In the order of their ids, which is no order: that of the table would tell that of the day. */
function listLow(asked: Asked): Ratings {
  const { hall, query, reader } = asked
  const limit = query.limit ?? 100
  const after = query.cursor ?? ''
  const all = lowOf(hall, dayOf(asked), reader.butOf)
    .map((evaluation) => shapeOf(asked, evaluation))
    .filter(({ ratingId }) => ratingId > after)
    .toSorted((a, b) => (a.ratingId < b.ratingId ? -1 : 1))
  const evaluations = all.slice(0, limit)
  const nextCursor = all.length > limit ? (evaluations.at(-1)?.ratingId ?? null) : null
  return { evaluations, nextCursor }
}

function dayOf({ hall, query }: Asked): string {
  return query.businessDay ?? hall.day.businessDay ?? ''
}

function shapeOf({ hall, secrets, reader }: Asked, evaluation: Evaluation) {
  const { legId, commentHash, counterId, staffId, serviceId } = evaluation
  const { counters, staff, services } = hall.day.setup
  const words = reader.fields.includes('comment') ? wordsOf(hall.db, commentHash) : null
  return shownTo(reader, {
    ...evaluation,
    ratingId: ratingIdOf(secrets, evaluation),
    counterNo: counters.get(counterId)?.no ?? null,
    staffName: staff.get(staffId)?.name ?? null,
    serviceName: services.get(serviceId)?.name ?? null,
    comment: words && maskNumbers(words),
    annulled: hall.day.annulled.has(legId),
    flags: reader.fields.includes('flags') ? flagsOf(hall.db, legId) : null,
  })
}

/** The low rating that a reader of low ones names by its id. */
export function lowRatingNamed(
  hall: Hall,
  secrets: Secrets,
  { id, businessDay, butOf }: { id: string; businessDay: string; butOf: string | null },
): Evaluation | undefined {
  return lowOf(hall, businessDay, butOf).find(
    (evaluation) => ratingIdOf(secrets, evaluation) === id,
  )
}

/** What counter staff are told of their own ratings (E7). */
export function ownRatings(hall: Hall, staffId: string): Static<typeof OwnRatings> {
  const [present, last] = latestDaysOf(hall.db)
  if (!present) return { least: leastTogether, buckets: [] }
  const isSettled = hall.now() - present.openedAt >= settledAfterMs
  const before = isSettled ? present.businessDay : (last?.businessDay ?? present.businessDay)
  const from = startOfLastMonth(present.businessDay)
  const ratings = ratingsSince(hall.db, staffId, from)
  return { least: leastTogether, buckets: bucketsOf(ratings, before) }
}

function startOfLastMonth(businessDay: string): string {
  const lastOfBefore = addDays(`${businessDay.slice(0, 7)}-01`, -1)
  return `${lastOfBefore.slice(0, 7)}-01`
}
