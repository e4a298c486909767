import type { Static } from 'typebox'
import type { CallList, CallQuery } from '#contract/rules.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { CallWhy, Candidate } from '#domain/queue/calling.ts'
import type { QueueEventData } from '#domain/queue/events.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'
import { lookedAt, placesOf } from '../record/places.ts'

type Calls = Static<typeof CallList>
type Call = Calls['calls'][number]
type Row = { seq: number; at: number; body: Buffer; ticketNo: string; serviceId: string }

/**
 * Calls of a business day with their reasons, newest first, without anything about customers (Q53).
 * A page looks at so many events and may come back with few calls; `nextCursor` says where to go on.
 */
export function listCalls(hall: Hall, query: Static<typeof CallQuery>): Calls {
  const { day } = hall
  const businessDay = query.businessDay ?? day.businessDay
  const named = {
    services: [...day.setup.services.values()].map(({ id, name }) => ({ id, name })),
    counters: [...day.setup.counters.values()].map(({ id, no }) => ({ id, no })),
  }
  if (businessDay === null) return { businessDay, calls: [], nextCursor: null, ...named }
  const places = placesOf(hall.db, hall.seq, { from: businessDay, to: businessDay })
  const to = Math.min(places.to, Number(query.cursor ?? Infinity) - 1)
  const from = Math.max(places.from, to - lookedAt + 1)
  const { limit = 50 } = query
  const rows = rowsIn(hall, { from, to }, query, limit)
  const next = rows.length === limit ? (rows.at(-1)?.seq ?? from) : from
  return {
    businessDay,
    calls: rows.map((row) => callOf(day, row)),
    nextCursor: next > places.from ? String(next) : null,
    ...named,
  }
}

/** Where a number was placed first by hand, its call departs from the rule as well. */
function rowsIn(
  hall: Hall,
  { from, to }: { from: number; to: number },
  { counterId, departures }: Static<typeof CallQuery>,
  limit: number,
): Row[] {
  const of = (path: string) => `json_extract(CAST(body AS TEXT), '$.${path}')`
  const counter = counterId ?? null
  return prepared<(number | string | null)[], Row>(
    hall.db,
    `SELECT seq, at, body, tickets.ticket_no AS ticketNo, tickets.service_id AS serviceId
     FROM events JOIN tickets ON tickets.id = ${of('ticketId')}
     WHERE seq BETWEEN ? AND ? AND type = 'ticket.called' AND (? IS NULL OR ${of('counterId')} = ?)
     AND (? = 0 OR ${of('direct')} IS NOT NULL OR ${of('why.chosen.because')} = 'placed-first')
     ORDER BY seq DESC LIMIT ?`,
  ).all(from, to, counter, counter, departures ?? 0, limit)
}

function callOf(day: HallDay, { seq, at, body, ticketNo, serviceId }: Row): Call {
  const data = JSON.parse(body.toString('utf8')) as QueueEventData['ticket.called']
  const { ticketId, counterId, staffId, silent, direct, why = null } = data
  const { counters, staff } = day.setup
  return {
    ...{ seq, at, ticketId, ticketNo, counterId, staffId, silent, direct },
    // A ticket of several services was called for the one it waited for then.
    serviceId: why?.chosen.serviceId ?? serviceId,
    counterNo: counters.get(counterId)?.no ?? counterId,
    staffName: staff.get(staffId)?.name ?? null,
    why: why && whyOf(day, why),
  }
}

function whyOf(day: HallDay, { rule, ruleId, chosen, others, passed }: CallWhy): Call['why'] {
  return {
    ...{ rule, ruleId, chosen: shown(chosen), others: others.map(shown) },
    ruleName: day.setup.rules.get(ruleId ?? '')?.name ?? null,
    linesPassed: passed.length,
  }
}

/** By name, so that what a candidate may know of a customer later does not come along. */
function shown(one: Candidate): Candidate {
  const { ticketId, ticketNo, serviceId, priority, waitedS, passed } = one
  const { targetS, weight, quick, score, because } = one
  return {
    ...{ ticketId, ticketNo, serviceId, priority, waitedS, passed },
    ...{ targetS, weight, quick, score, because },
  }
}
