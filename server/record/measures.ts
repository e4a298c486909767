import type { Static } from 'typebox'
import type { MeasureReply } from '#contract/record.ts'
import { isSatisfied, settledAfterMs, wholeSteps } from '#domain/evaluation/aggregates.ts'
import type { RatingLevel } from '#domain/evaluation/rating.ts'
import type { Forecast } from '#domain/queue/ticket.ts'
import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'

type Measures = Static<typeof MeasureReply>

type LegRow = {
  serviceId: string
  queuedAt: number
  firstCalledAt: number | null
  startedAt: number | null
  endedAt: number | null
  parkedMs: number
  end: string | null
  forecast: string | null
  leg: number
}

const legsOfDay = `SELECT legs.service_id AS serviceId, legs.queued_at AS queuedAt,
  legs.first_called_at AS firstCalledAt, legs.started_at AS startedAt, legs.ended_at AS endedAt,
  legs.parked_ms AS parkedMs, legs."end" AS "end", legs.leg AS leg, tickets.forecast AS forecast
  FROM legs JOIN tickets ON tickets.id = legs.ticket_id
  WHERE legs.business_day = ? AND legs.suspect = 0`

/**
 * A business day in numbers, from the record alone; definitions stand in `docs/api.md`. Readers of
 * `aggregates` are told of ratings in whole steps of five.
 */
export function measureDay(hall: Hall, businessDay: string, aggregates: boolean): Measures {
  const { db, day } = hall
  const legs = db.prepare<[string], LegRow>(legsOfDay).all(businessDay)
  const states = countBy(db, 'tickets', businessDay)
  const served = legs.filter((leg) => leg.end === 'completed' || leg.end === 'transferred')
  const services = [...new Set(legs.map((leg) => leg.serviceId))].toSorted()
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)
  return {
    businessDay,
    issued: sum(states),
    states,
    waiting: spread(waits(legs)),
    handling: spread(served.map(handlingS)),
    services: services.map((serviceId) => {
      const own = legs.filter((leg) => leg.serviceId === serviceId)
      const times = own.filter((leg) => served.includes(leg)).map(handlingS)
      const normS = day.setup.services.get(serviceId)?.normS ?? Infinity
      return {
        serviceId,
        issued: own.filter((leg) => leg.leg === 1).length,
        waiting: spread(waits(own)),
        handling: spread(times),
        overNorm: times.filter((took) => took > normS).length,
      }
    }),
    ratings: ratings(hall, businessDay, aggregates),
    forecast: forecastError(legs),
  }
}

function waits(legs: readonly LegRow[]): number[] {
  return legs.flatMap(({ firstCalledAt, queuedAt }) =>
    firstCalledAt === null ? [] : [Math.max(0, firstCalledAt - queuedAt) / 1000],
  )
}

function handlingS({ startedAt, endedAt, parkedMs }: LegRow): number {
  return startedAt === null || endedAt === null
    ? 0
    : Math.max(0, endedAt - startedAt - parkedMs) / 1000
}

/** Count, mean, median and 90th percentile (nearest rank) in seconds; null for none. */
export function spread(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const count = sorted.length
  const rank = (p: number) => round(sorted[Math.max(0, Math.ceil(p * count) - 1)] ?? 0)
  if (count === 0) return { count, meanS: null, p50S: null, p90S: null }
  const meanS = round(sorted.reduce((a, b) => a + b, 0) / count)
  return { count, meanS, p50S: rank(0.5), p90S: rank(0.9) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function countBy(
  db: Db,
  table: 'tickets' | 'evaluations',
  businessDay: string,
): Record<string, number> {
  const rows = db
    .prepare<[string], { state: string; n: number }>(
      `SELECT state, count(*) AS n FROM ${table} WHERE business_day = ? GROUP BY state`,
    )
    .all(businessDay)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** Not rated is never counted as good: it stands beside the ratings, not among them. */
function ratings(hall: Hall, businessDay: string, aggregates: boolean): Measures['ratings'] {
  const states = countBy(hall.db, 'evaluations', businessDay)
  return {
    requested: Object.values(states).reduce((a, b) => a + b, 0),
    rated: states['rated'] ?? 0,
    ...(aggregates ? satisfiedInSteps(hall, businessDay) : satisfiedOfAll(hall, businessDay)),
    timedOut: states['timed_out'] ?? 0,
    declined: states['declined'] ?? 0,
    deviceOffline: states['device_offline'] ?? 0,
  }
}

type Satisfied = Pick<Measures['ratings'], 'satisfied' | 'satisfiedOf' | 'standing'>
type Rated = { legId: string; attitude: RatingLevel; efficiency: RatingLevel; at: number }

const ratedOfDay = `SELECT e.leg_id AS legId, e.attitude, e.efficiency, came.at FROM evaluations e
  JOIN events came ON came.seq = e.version
  WHERE e.business_day = ? AND e.state = 'rated' ORDER BY e.version`

/** Both counts: as the customers gave them, and without those that two people took out (E5). */
function satisfiedOfAll({ db, day }: Hall, businessDay: string): Satisfied {
  const rated = prepared<[string], Rated>(db, ratedOfDay).all(businessDay)
  const standing = rated.filter(({ legId }) => !day.annulled.has(legId))
  return {
    satisfied: rated.filter(isSatisfied).length,
    satisfiedOf: rated.length,
    standing: { rated: standing.length, satisfied: standing.filter(isSatisfied).length },
  }
}

/**
 * In the order in which they came, five at a time, so that two questions asked one after the other
 * never differ by a single rating (E7). One that could still be corrected is not counted yet, and an
 * annulment, which is of one rating, moves nothing.
 */
function satisfiedInSteps(hall: Hall, businessDay: string): Satisfied {
  const settled = hall.now() - settledAfterMs
  const rated = prepared<[string], Rated>(hall.db, ratedOfDay)
    .all(businessDay)
    .filter(({ at }) => at <= settled)
  const shown = rated.slice(0, wholeSteps(rated.length))
  const satisfied = shown.filter(isSatisfied).length
  return { satisfied, satisfiedOf: shown.length, standing: null }
}

/** How far the first forecast shown was from what came true, and how often its range held. */
function forecastError(legs: readonly LegRow[]): Measures['forecast'] {
  const errors: number[] = []
  let within = 0
  for (const { leg, firstCalledAt, queuedAt, forecast } of legs) {
    if (leg !== 1 || firstCalledAt === null || forecast === null) continue
    const { medianS, lowS, highS } = JSON.parse(forecast) as Forecast
    const waitedS = (firstCalledAt - queuedAt) / 1000
    errors.push(Math.abs(waitedS - medianS))
    if (waitedS >= lowS - 30 && waitedS <= highS + 30) within++
  }
  const compared = errors.length
  if (compared === 0) return { compared, meanErrorS: null, within: null }
  const meanErrorS = round(errors.reduce((a, b) => a + b, 0) / compared)
  return { compared, meanErrorS, within: Math.round((within / compared) * 1000) / 1000 }
}
