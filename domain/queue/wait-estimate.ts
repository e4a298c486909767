import type { HallDay } from '../hall/hall-day.ts'
import { linesOf } from '../hall/hall-day.ts'
import type { CounterDay } from './counter.ts'
import { isOpen, openCountersFor, rivalsOf } from './routing.ts'
import type { Forecast, Ticket } from './ticket.ts'
import { usualHandlingMs } from './usual.ts'

/**
 * A range of minutes as people read it: whole minutes below 10, steps of five from 10 on, never
 * narrower than two minutes; `over` past an hour.
 */
export type WaitRange = { fromMinutes: number; untilMinutes: number; over: boolean }

/** Spread of the range about its median; the accuracy is measured by replay, not promised. */
const lowFactor = 0.7
const highFactor = 1.4
const highExtraS = 45

/** Where in the lines somebody would stand: a waiting ticket, or a number not yet taken. */
export type Standing = Pick<
  Ticket,
  'serviceId' | 'priority' | 'rank' | 'lineAt' | 'order' | 'forCounterId'
>

/** One who takes a number for this service now: behind everybody who waits. */
export function newcomer(serviceId: string, now: number): Standing {
  const order = Number.MAX_SAFE_INTEGER
  return { serviceId, priority: 0, rank: 1, lineAt: now, order, forCounterId: null }
}

/**
 * How many of the same group of services stand before it: what “前面还有 n 人” says. Whoever was
 * sent to a counter waits behind those sent there before.
 */
export function peopleAhead(day: HallDay, standing: Standing): number {
  if (standing.forCounterId !== null)
    return day.lines.get(`@${standing.forCounterId}`)?.countBefore(standing) ?? 0
  const groupId = day.setup.services.get(standing.serviceId)?.groupId
  let ahead = 0
  for (const service of day.setup.services.values())
    if (service.groupId === groupId) ahead += countBefore(day, service.id, standing)
  return ahead
}

/** How many of a service joined before; of every class, for the rule weighs them together. */
function countBefore(day: HallDay, serviceId: string, standing: Standing): number {
  return linesOf(day, serviceId).reduce((sum, line) => sum + line.countBefore(standing), 0)
}

/** What is left of the service in hand at a counter, in ms. */
function remainingMs(day: HallDay, counter: CounterDay, now: number): number {
  if (counter.ticketId === null) return 0
  const serviceId = day.tickets.get(counter.ticketId)?.serviceId ?? ''
  const usual = usualHandlingMs(day, serviceId)
  if (counter.state === 'called') return usual
  return Math.max(usual / 4, usual - (now - counter.since))
}

/**
 * Work that stands before somebody and falls to these counters, in ms: each waiting ticket of the
 * services they handle, weighed by the part of that service's open counters that is among them.
 */
function workBefore(day: HallDay, standing: Standing, counters: readonly CounterDay[]): number {
  const { serviceId, forCounterId } = standing
  const key = forCounterId === null ? serviceId : `@${forCounterId}`
  let work = 0
  for (const rival of rivalsOf(day, key, counters)) {
    const before = countBefore(day, rival.serviceId, standing)
    if (before > 0) work += before * usualHandlingMs(day, rival.serviceId) * rival.share
  }
  for (const counter of counters) {
    const sent = day.lines.get(`@${counter.id}`)?.countBefore(standing) ?? 0
    if (sent > 0) work += sent * usualHandlingMs(day, serviceId)
  }
  return work
}

/**
 * The wait of somebody from now until the call, in seconds: work before them, shared by the open
 * counters that may serve them, after the first of these is free. Null while no counter is open
 * for them: then only the people ahead are shown. Deterministic.
 */
export function estimateWait(day: HallDay, standing: Standing, now: number): Forecast | null {
  const counters =
    standing.forCounterId === null
      ? openCountersFor(day, standing.serviceId)
      : [...day.counters.values()].filter((one) => one.id === standing.forCounterId && isOpen(one))
  if (counters.length === 0) return null
  const firstFree = Math.min(...counters.map((counter) => remainingMs(day, counter, now)))
  const medianMs = firstFree + workBefore(day, standing, counters) / counters.length
  const medianS = Math.round(medianMs / 1000)
  return {
    ahead: peopleAhead(day, standing),
    medianS,
    lowS: Math.round(medianS * lowFactor),
    highS: medianS === 0 ? 0 : Math.round(medianS * highFactor) + highExtraS,
  }
}

/** The range people are shown; ends are rounded to nearest, for rounding outward flatters. */
export function waitRange(forecast: Pick<Forecast, 'lowS' | 'highS'>): WaitRange {
  const fromMinutes = roundMinutes(forecast.lowS / 60)
  const untilMinutes = Math.max(roundMinutes(forecast.highS / 60), fromMinutes + 2)
  return { fromMinutes, untilMinutes: coarse(untilMinutes), over: fromMinutes >= 60 }
}

function roundMinutes(minutes: number): number {
  return minutes < 10 ? Math.round(minutes) : Math.round(minutes / 5) * 5
}

/** A range that passed 10 by its least width still ends on a step of five. */
function coarse(minutes: number): number {
  return minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5
}
