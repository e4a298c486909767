import type { HallDay } from '../../hall/hall-day.ts'
import { minute, second } from '../../time.ts'
import { servicesAt } from '../routing.ts'
import type { Forecast, Ticket } from '../ticket.ts'
import { usualHandlingMs } from '../usual.ts'

/** A wait as it was told, and when. */
export type Told = Forecast & { at: number }

/** Why a wait grew, as far as the record shows it. */
export const worseReasons = [
  'counter-closed',
  'counter-paused',
  'priority-before',
  'long-services',
  'other',
] as const
export type WorseReason = (typeof worseReasons)[number]

/** Later than first told by so many minutes, a whole number of fives, and why. */
export type Worse = { minutes: number; because: WorseReason }

/** Minutes people are told of at the least, and in steps of. */
const stepMinutes = 5
/** What was said to be later stays so until it has got better by this. */
const betterMs = 2 * minute
/** A service is long from so many times its usual length on. */
const longFactor = 1.5

/** Of one wait: what was told first, what was told before, and what is to be told now. */
export type Tellings = { first: Told; before: Told | null; now: Told }

/**
 * Whether somebody is to be told that it takes longer than they heard first, by the clock: the time
 * that has passed since is no worsening. Null: it is not so much worse as the hall sets.
 */
export function worseThanBefore(
  { first, before, now }: Tellings,
  worseMinutes: number,
): number | null {
  const barMs = worseMinutes * minute
  const wasWorse = before !== null && laterMs(first, before) >= barMs
  const laterBy = laterMs(first, now)
  if (laterBy < barMs - (wasWorse ? betterMs : 0)) return null
  return Math.max(stepMinutes, Math.round(laterBy / minute / stepMinutes) * stepMinutes)
}

function laterMs(first: Told, told: Told): number {
  return told.at - first.at + (told.medianS - first.medianS) * second
}

/**
 * Why somebody who waits is called later than was foretold at `since`: the nearest cause that can be
 * seen. A counter for them has closed or paused since, somebody who goes before them joined after,
 * or a service in hand takes unusually long.
 */
export function whyLater(day: HallDay, ticket: Ticket, since: number, now: number): WorseReason {
  const counters = [...day.counters.values()].filter((one) => isFor(day, one.id, ticket))
  const gone = (state: 'closed' | 'paused') =>
    counters.some((one) => one.state === state && one.since > since)
  if (gone('closed')) return 'counter-closed'
  if (gone('paused')) return 'counter-paused'
  for (const other of day.tickets.values())
    if (other.queuedAt > since && goesBefore(day, other, ticket, counters)) return 'priority-before'
  const isLong = counters.some(({ ticketId }) => {
    const hand = ticketId === null ? undefined : day.tickets.get(ticketId)
    if (!hand || hand.firstCalledAt === null) return false
    return now - hand.firstCalledAt > longFactor * usualHandlingMs(day, hand.serviceId)
  })
  return isLong ? 'long-services' : 'other'
}

function isFor(day: HallDay, counterId: string, ticket: Ticket): boolean {
  if (ticket.forCounterId !== null) return ticket.forCounterId === counterId
  return servicesAt(day, counterId).has(ticket.serviceId)
}

/** Joined later, and is or was called before: of a higher class, or placed first. */
function goesBefore(
  day: HallDay,
  other: Ticket,
  ticket: Ticket,
  counters: readonly { id: string }[],
): boolean {
  if (other.id === ticket.id) return false
  if (other.priority <= ticket.priority && other.rank >= ticket.rank) return false
  return counters.some(({ id }) => isFor(day, id, other) || other.counterId === id)
}
