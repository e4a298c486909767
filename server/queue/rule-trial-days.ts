import type { EventType } from '#domain/events.ts'
import type { TrialDay, TrialSpell, TrialVisit } from '#domain/queue/choice/trial.ts'
import type { PriorityClass } from '#domain/queue/priority.ts'
import { instantOf, second } from '#domain/time.ts'
import type { Db } from '../db/open.ts'
import { placesOf } from '../record/places.ts'

/** What the trial has to know of the hall: plain, so that it can be handed to another thread. */
export type TrialHall = {
  timeZone: string
  /** Services of each counter as it is set up now. */
  counters: Record<string, readonly string[]>
  /** Services that a person may handle; who is not here may handle all. */
  skills: Record<string, readonly string[]>
  /** Usual time at a counter of a service of which a day shows none. */
  normS: Record<string, number>
}

type LegRow = {
  id: string
  serviceId: string
  priority: PriorityClass
  queuedAt: number
  calledAt: number | null
  startedAt: number | null
  endedAt: number
  parkedMs: number
  counterId: string | null
}
type CounterRow = { at: number; type: EventType; body: Buffer }

/** Closed business days on which somebody was called, the latest first. */
export function trialDays(
  db: Db,
  { days, from, until }: { days: number; from?: string | undefined; until?: string | undefined },
): string[] {
  return db
    .prepare<[string, string, number], { day: string }>(
      `SELECT business_day AS day FROM business_days WHERE closed_at IS NOT NULL
       AND business_day BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM legs
         WHERE legs.business_day = business_days.business_day AND first_called_at IS NOT NULL)
       ORDER BY business_day DESC LIMIT ?`,
    )
    .all(from ?? '', until ?? '9999-12-31', days)
    .map(({ day }) => day)
}

/**
 * A business day out of the record, as a trial lives it: every leg is somebody who joins a line, takes
 * as long at the counter as it took, and has left where it was never called; counters are open from
 * their opening to a pause or close. Who came back from a hold or walked up joins like everybody.
 */
export function trialDayOf(db: Db, hall: TrialHall, businessDay: string): TrialDay {
  const midnight = instantOf(businessDay, 0, hall.timeZone)
  const toS = (at: number) => Math.max(0, (at - midnight) / second)
  const legs = db
    .prepare<[string], LegRow>(
      `SELECT legs.id, legs.service_id AS serviceId, tickets.priority, legs.queued_at AS queuedAt,
       legs.first_called_at AS calledAt, legs.started_at AS startedAt, legs.ended_at AS endedAt,
       legs.parked_ms AS parkedMs, legs.counter_id AS counterId
       FROM legs JOIN tickets ON tickets.id = legs.ticket_id
       WHERE legs.business_day = ? AND legs.suspect = 0 AND legs.ended_at IS NOT NULL
       ORDER BY legs.queued_at, tickets."order", legs.leg`,
    )
    .all(businessDay)
  const usualS = usualTimes(legs)
  const spells = spellsOf(db, hall, businessDay, legs, toS)
  const pauseS = pausesAfter(legs, spells, toS)
  const visits = legs.map((leg): TrialVisit => {
    const { id, serviceId, priority, queuedAt, calledAt, startedAt, endedAt } = leg
    const served = calledAt === null || startedAt !== null
    const own = tookOf(leg) ?? usualS(serviceId) ?? hall.normS[serviceId] ?? 600
    const tookS = own + (pauseS.get(id) ?? 0)
    const leavesS = calledAt === null ? toS(endedAt) : null
    return { id, serviceId, priority, joinedS: toS(queuedAt), tookS, served, leavesS }
  })
  return { visits, spells }
}

/** At the counter from the call to the end, without what was put aside; null: never called. */
function tookOf({ calledAt, endedAt, parkedMs }: LegRow): number | null {
  return calledAt === null ? null : Math.max(1, (endedAt - calledAt - parkedMs) / second)
}

/** Median time at the counter by service. */
function usualTimes(legs: readonly LegRow[]): (serviceId: string) => number | undefined {
  const medians = new Map<string, number>()
  for (const [serviceId, its] of Map.groupBy(legs, (leg) => leg.serviceId)) {
    const times = its.flatMap((leg) => tookOf(leg) ?? []).toSorted((a, b) => a - b)
    const median = times[times.length >> 1]
    if (median !== undefined) medians.set(serviceId, median)
  }
  return (serviceId) => medians.get(serviceId)
}

/** So long at most a counter rests between two customers; what is longer was another thing. */
const restMaxS = 300

/**
 * What a counter took after a customer until it called somebody who had been waiting already, while it
 * was open: it would have taken that by any rule. By leg.
 */
function pausesAfter(
  legs: readonly LegRow[],
  spells: readonly TrialSpell[],
  toS: (at: number) => number,
): Map<string, number> {
  const pauses = new Map<string, number>()
  for (const [counterId, its] of Map.groupBy(legs, (leg) => leg.counterId)) {
    const served = its
      .flatMap((leg) => (leg.calledAt === null ? [] : [{ ...leg, calledAt: leg.calledAt }]))
      .toSorted((a, b) => a.calledAt - b.calledAt)
    for (const [at, { id, endedAt }] of served.entries()) {
      const next = served[at + 1]
      if (!next || next.queuedAt > endedAt) continue
      const [fromS, untilS] = [toS(endedAt), toS(next.calledAt)]
      const wasOpen = spells.some(
        (one) => one.counterId === counterId && one.openS <= fromS && untilS <= one.closeS,
      )
      if (wasOpen && untilS > fromS) pauses.set(id, Math.min(restMaxS, untilS - fromS))
    }
  }
  return pauses
}

function spellsOf(
  db: Db,
  hall: TrialHall,
  businessDay: string,
  legs: readonly LegRow[],
  toS: (at: number) => number,
): TrialSpell[] {
  // What a counter handled that day it could handle, however it is set up now.
  const handled = Map.groupBy(legs, ({ counterId }) => counterId)
  const servicesAt = (counterId: string, staffId: string) => {
    const skills = hall.skills[staffId]
    const services = hall.counters[counterId] ?? []
    const shown = (handled.get(counterId) ?? []).map(({ serviceId }) => serviceId)
    return [
      ...new Set([...(skills ? services.filter((id) => skills.includes(id)) : services), ...shown]),
    ]
  }
  const open = new Map<string, number>()
  const staff = new Map<string, string>()
  const spells: TrialSpell[] = []
  const close = (counterId: string, at: number) => {
    const since = open.get(counterId)
    if (since === undefined) return
    open.delete(counterId)
    const serviceIds = servicesAt(counterId, staff.get(counterId) ?? '')
    spells.push({ counterId, serviceIds, openS: toS(since), closeS: toS(at) })
  }
  let last = 0
  for (const { at, type, body } of counterEvents(db, businessDay)) {
    const { counterId, staffId } = JSON.parse(body.toString('utf8')) as CounterData
    if (staffId !== undefined) staff.set(counterId, staffId)
    if (type === 'counter.paused' || type === 'counter.closed') close(counterId, at)
    else if (!open.has(counterId)) open.set(counterId, at)
    last = at
  }
  const end = Math.max(last, ...legs.map(({ endedAt }) => endedAt))
  for (const counterId of [...open.keys()]) close(counterId, end)
  return spells
}

type CounterData = { counterId: string; staffId?: string }

function counterEvents(db: Db, businessDay: string): CounterRow[] {
  const head = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM events').get()
  const { from, to } = placesOf(db, head?.seq ?? 0, { from: businessDay, to: businessDay })
  return db
    .prepare<[number, number], CounterRow>(
      `SELECT at, type, body FROM events WHERE seq BETWEEN ? AND ? AND type IN
       ('counter.opened', 'counter.paused', 'counter.resumed', 'counter.closed') ORDER BY seq`,
    )
    .all(from, to)
}
