import type { Static } from 'typebox'
import type { AccuracyQuery, AccuracyReply } from '#contract/forecast.ts'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { accuracyOf, driftOf } from '#domain/queue/forecast/accuracy.ts'
import type { CameTrue } from '#domain/queue/forecast/accuracy.ts'
import type { Forecast } from '#domain/queue/ticket.ts'
import { addDays, isDate, localTime, second } from '#domain/time.ts'
import { openReadOnly } from '../db/open.ts'
import type { Db } from '../db/open.ts'
import type { Hall } from '../hall/hall.ts'

/** Days looked back at: four weeks have each day of the week four times. */
const daysBack = 27

type Row = {
  serviceId: string
  businessDay: string
  issuedAt: number
  firstCalledAt: number
  forecast: string
}

/** How true the waits told at issue were. Read beside the writer, for it may be much. */
export function readAccuracy(
  hall: Hall,
  { from: asked, to: until }: Static<typeof AccuracyQuery>,
): Static<typeof AccuracyReply> | Refused {
  const to = until ?? hall.day.businessDay ?? '1970-01-01'
  if (!isDate(to)) return refuse('bad-request', { field: 'to' })
  const weeks = addDays(to, -daysBack)
  const from = asked ?? weeks
  const db = openReadOnly(hall.db.name)
  try {
    const rows = rowsOf(db, from < weeks ? from : weeks, to)
    const { timeZone } = hall.day.setup.hall
    const since = (first: string) =>
      rows.filter(({ businessDay }) => businessDay >= first).map((row) => cameTrue(row, timeZone))
    return { from, to, ...accuracyOf(since(from)), drift: driftOf(since(weeks)) }
  } finally {
    db.close()
  }
}

/** First waits of the days that ended in a call, in the order in which their numbers were taken. */
function rowsOf(db: Db, from: string, to: string): Row[] {
  return db
    .prepare<[string, string], Row>(
      `SELECT l.service_id AS serviceId, l.business_day AS businessDay, t.issued_at AS issuedAt,
         l.first_called_at AS firstCalledAt, t.forecast
       FROM legs l JOIN tickets t ON t.id = l.ticket_id
       WHERE l.business_day BETWEEN ? AND ? AND l.leg = 1 AND l.ended_at IS NOT NULL
         AND l.first_called_at IS NOT NULL AND l.suspect = 0 AND t.forecast IS NOT NULL
       ORDER BY t."order"`,
    )
    .all(from, to)
}

function cameTrue({ serviceId, issuedAt, firstCalledAt, forecast }: Row, zone: string): CameTrue {
  const { minutes } = localTime(issuedAt, zone)
  return {
    serviceId,
    hour: Math.floor(minutes / 60),
    told: JSON.parse(forecast) as Forecast,
    waitS: (firstCalledAt - issuedAt) / second,
  }
}
