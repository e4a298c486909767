import type { EventMeta } from '../events.ts'
import { counterToChange, lineKeyOf, lineOf } from '../hall/hall-day.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Touched } from '../hall/touched.ts'
import { announcementsKept } from './announcement.ts'
import type { AnnouncementKind } from './announcement.ts'
import { setCounter } from './counter-effects.ts'
import { legIdOf } from './ticket.ts'
import type { Leg, LegEnd, Outcome, Ticket, TransferPlace } from './ticket.ts'

// What the effects of a ticket's events have in common: legs begin and end, counters get free.

/** The ticket and its present leg, marked as touched. */
export function take(day: HallDay, ticketId: string, seq: number, touched: Touched) {
  const ticket = day.tickets.get(ticketId)
  if (!ticket) throw new Error(`The record names ticket ${ticketId}, which it never issued`)
  const leg = day.legs.get(legIdOf(ticketId, ticket.leg))
  if (!leg) throw new Error(`The record names ticket ${ticketId} without its leg ${ticket.leg}`)
  return { ticket: touched.ticket(ticket, seq), leg: touched.leg(leg, seq) }
}

export function startLeg(
  day: HallDay,
  ticket: Ticket,
  at: number,
  seq: number,
  touched: Touched,
): Leg {
  const leg: Leg = {
    id: legIdOf(ticket.id, ticket.leg),
    ticketId: ticket.id,
    businessDay: day.businessDay ?? ticket.businessDay,
    leg: ticket.leg,
    serviceId: ticket.serviceId,
    counterId: null,
    staffId: null,
    queuedAt: at,
    firstCalledAt: null,
    lastCalledAt: null,
    callCount: 0,
    startedAt: null,
    why: null,
    told: null,
    parkedMs: 0,
    endedAt: null,
    end: null,
    outcome: null,
    suspect: false,
    version: 0,
  }
  day.legs.set(leg.id, touched.leg(leg, seq))
  Object.assign(ticket, {
    queuedAt: at,
    firstCalledAt: null,
    lastCalledAt: null,
    callCount: 0,
    startedAt: null,
    parkedAt: null,
    parkReason: null,
  })
  return leg
}

/**
 * Ends a leg. One whose service had begun is `closed` where an unserved one would be missed,
 * cancelled or expired, for it must have its evaluation (E6).
 */
export function endLeg(
  ticket: Ticket,
  leg: Leg,
  end: LegEnd,
  at: number,
  outcome: Outcome | null = null,
): void {
  settleTimeAside(ticket, leg, at)
  leg.end = end
  leg.outcome = outcome
  leg.endedAt = at
  // A clock that ran backwards makes no negative time: the leg is marked and left out of measures.
  // Who booked a time may leave before it, and waited from then on.
  const begun = ticket.bookedAt === null ? leg.queuedAt : Math.min(leg.queuedAt, ticket.issuedAt)
  if (at < (leg.startedAt ?? begun)) leg.suspect = true
}

/** Time on hold is counted once, whether the service goes on or ends. */
export function settleTimeAside(ticket: Ticket, leg: Leg, at: number): void {
  if (ticket.parkedAt !== null) leg.parkedMs += Math.max(0, at - ticket.parkedAt)
  ticket.parkedAt = null
  ticket.parkReason = null
}

export function freeCounter(
  day: HallDay,
  counterId: string | null,
  meta: EventMeta,
  touched: Touched,
) {
  if (counterId === null) return
  const counter = touched.counter(counterToChange(day, counterId), meta.seq)
  setCounter(counter, 'idle', null, meta.at)
}

export function leaveCounter(ticket: Ticket): void {
  ticket.counterId = null
  ticket.staffId = null
}

export function endTicket(ticket: Ticket, state: Ticket['state'], at: number): void {
  ticket.state = state
  ticket.endedAt = at
}

export function announce(
  day: HallDay,
  ticket: Ticket,
  meta: EventMeta,
  kind: AnnouncementKind,
): void {
  const counterNo = day.setup.counters.get(ticket.counterId ?? '')?.no ?? ''
  const { id: ticketId, ticketNo, language } = ticket
  const { seq, at } = meta
  day.announcements.push({ seq, at, kind, ticketId, ticketNo, counterNo, language })
  if (day.announcements.length > announcementsKept) day.announcements.shift()
}

/** Puts a ticket on a counter's sign: called there by this person, for the first or next time. */
export function callTo(
  day: HallDay,
  ticket: Ticket,
  leg: Leg,
  at: { counterId: string; staffId: string },
  meta: EventMeta,
  touched: Touched,
): void {
  ticket.state = 'called'
  ticket.forCounterId = null
  Object.assign(ticket, at)
  ticket.firstCalledAt = meta.at
  ticket.lastCalledAt = meta.at
  ticket.callCount = 1
  Object.assign(leg, at)
  leg.firstCalledAt ??= meta.at
  leg.lastCalledAt = meta.at
  leg.callCount += 1
  day.callsOf.set(ticket.prefix, (day.callsOf.get(ticket.prefix) ?? 0) + 1)
  touched.series.add(ticket.prefix)
  setCounter(
    touched.counter(counterToChange(day, at.counterId), meta.seq),
    'called',
    ticket.id,
    meta.at,
  )
}

/** Back into the line for a further leg. */
export function queueAgain(
  day: HallDay,
  ticket: Ticket,
  place: { rank: number; lineAt: number },
  meta: EventMeta,
  touched: Touched,
): void {
  ticket.state = 'waiting'
  ticket.leg += 1
  Object.assign(ticket, place)
  leaveCounter(ticket)
  startLeg(day, ticket, meta.at, meta.seq, touched)
  lineOf(day, lineKeyOf(ticket)).add(ticket)
}

/** Where a transferred ticket stands: with its old seniority, before all others, or at the end. */
export function placeOf(
  ticket: Ticket,
  place: TransferPlace,
  at: number,
): { rank: number; lineAt: number } {
  if (place === 'first') return { rank: 0, lineAt: at }
  if (place === 'last') return { rank: 1, lineAt: at }
  return {
    rank: 1,
    lineAt: Math.max(ticket.issuedAt, ticket.priority === 2 ? (ticket.bookedAt ?? 0) : 0),
  }
}

export function leaveForGood(
  day: HallDay,
  ticketId: string,
  state: 'cancelled' | 'expired',
  meta: EventMeta,
  touched: Touched,
): void {
  const { ticket, leg } = take(day, ticketId, meta.seq, touched)
  if (ticket.state === 'waiting') lineOf(day, lineKeyOf(ticket)).remove(ticket)
  endLeg(ticket, leg, leg.startedAt === null ? state : 'closed', meta.at)
  endTicket(ticket, state, meta.at)
  leaveCounter(ticket)
}
