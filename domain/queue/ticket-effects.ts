import type { EventMeta } from '../events.ts'
import type { Effects } from '../hall/evolve.ts'
import { counterToChange, learnHandling, lineKeyOf, lineOf } from '../hall/hall-day.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Touched } from '../hall/touched.ts'
import { announcementsKept } from './announcement.ts'
import { setCounter } from './counter-effects.ts'
import type { QueueEventData } from './events.ts'
import { legIdOf } from './ticket.ts'
import type { Leg, LegEnd, Outcome, Ticket } from './ticket.ts'

type TicketEventData = Pick<QueueEventData, Extract<keyof QueueEventData, `ticket.${string}`>>

/** The ticket and its present leg, marked as touched. */
function take(day: HallDay, ticketId: string, seq: number, touched: Touched) {
  const ticket = day.tickets.get(ticketId)
  if (!ticket) throw new Error(`The record names ticket ${ticketId}, which it never issued`)
  const leg = day.legs.get(legIdOf(ticketId, ticket.leg))
  if (!leg) throw new Error(`The record names ticket ${ticketId} without its leg ${ticket.leg}`)
  return { ticket: touched.ticket(ticket, seq), leg: touched.leg(leg, seq) }
}

function startLeg(day: HallDay, ticket: Ticket, at: number, seq: number, touched: Touched): Leg {
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
function endLeg(
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
  if (at < (leg.startedAt ?? leg.queuedAt)) leg.suspect = true
}

/** Time on hold is counted once, whether the service goes on or ends. */
function settleTimeAside(ticket: Ticket, leg: Leg, at: number): void {
  if (ticket.parkedAt !== null) leg.parkedMs += Math.max(0, at - ticket.parkedAt)
  ticket.parkedAt = null
  ticket.parkReason = null
}

function freeCounter(day: HallDay, counterId: string | null, meta: EventMeta, touched: Touched) {
  if (counterId === null) return
  const counter = touched.counter(counterToChange(day, counterId), meta.seq)
  setCounter(counter, 'idle', null, meta.at)
}

function leaveCounter(ticket: Ticket): void {
  ticket.counterId = null
  ticket.staffId = null
}

function endTicket(ticket: Ticket, state: Ticket['state'], at: number): void {
  ticket.state = state
  ticket.endedAt = at
}

function announce(day: HallDay, ticket: Ticket, meta: EventMeta, kind: 'call' | 'recall'): void {
  const counterNo = day.setup.counters.get(ticket.counterId ?? '')?.no ?? ''
  const { id: ticketId, ticketNo, language } = ticket
  const { seq, at } = meta
  day.announcements.push({ seq, at, kind, ticketId, ticketNo, counterNo, language })
  if (day.announcements.length > announcementsKept) day.announcements.shift()
}

/** Puts a ticket on a counter's sign: called there by this person, for the first or next time. */
function callTo(
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
function queueAgain(
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

export const ticketEffects: Effects<TicketEventData> = {
  'ticket.issued': (day, data, { seq, at, businessDay }, touched) => {
    const { ticketId, ...told } = data
    const ticket: Ticket = {
      ...told,
      id: ticketId,
      businessDay,
      state: 'waiting',
      issuedAt: at,
      order: seq,
      rank: 1,
      lineAt: at,
      forCounterId: null,
      counterId: null,
      staffId: null,
      leg: 1,
      queuedAt: at,
      firstCalledAt: null,
      lastCalledAt: null,
      callCount: 0,
      startedAt: null,
      parkedAt: null,
      parkReason: null,
      missedAt: null,
      missedAtCall: null,
      requeues: 0,
      endedAt: null,
      outcome: null,
      version: 0,
    }
    day.tickets.set(ticketId, touched.ticket(ticket, seq))
    startLeg(day, ticket, at, seq, touched)
    day.series.set(data.prefix, data.number)
    touched.series.add(data.prefix)
    lineOf(day, lineKeyOf(ticket)).add(ticket)
  },
  'ticket.called': (day, { ticketId, counterId, staffId, silent }, meta, touched) => {
    const { ticket, leg } = take(day, ticketId, meta.seq, touched)
    lineOf(day, lineKeyOf(ticket)).remove(ticket)
    callTo(day, ticket, leg, { counterId, staffId }, meta, touched)
    if (!silent) announce(day, ticket, meta, 'call')
  },
  'ticket.recalled': (day, { ticketId, callCount }, meta, touched) => {
    const { ticket, leg } = take(day, ticketId, meta.seq, touched)
    ticket.callCount = callCount
    ticket.lastCalledAt = meta.at
    leg.lastCalledAt = meta.at
    leg.callCount += 1
    announce(day, ticket, meta, 'recall')
  },
  'ticket.started': (day, { ticketId, counterId }, meta, touched) => {
    const { ticket, leg } = take(day, ticketId, meta.seq, touched)
    ticket.state = 'serving'
    // After a hold the service goes on: its first start stands, the time aside is counted apart.
    ticket.startedAt ??= meta.at
    leg.startedAt ??= meta.at
    settleTimeAside(ticket, leg, meta.at)
    setCounter(
      touched.counter(counterToChange(day, counterId), meta.seq),
      'serving',
      ticketId,
      meta.at,
    )
  },
  'ticket.missed': (day, { ticketId, counterId }, meta, touched) => {
    const { ticket, leg } = take(day, ticketId, meta.seq, touched)
    endLeg(ticket, leg, leg.startedAt === null ? 'no_show' : 'closed', meta.at)
    endTicket(ticket, 'no_show', meta.at)
    ticket.missedAt = meta.at
    ticket.missedAtCall = day.callsOf.get(ticket.prefix) ?? 0
    leaveCounter(ticket)
    freeCounter(day, counterId, meta, touched)
  },
  'ticket.completed': (day, { ticketId, counterId, outcome, doneAt }, meta, touched) => {
    const { ticket, leg } = take(day, ticketId, meta.seq, touched)
    endLeg(ticket, leg, 'completed', doneAt, outcome)
    endTicket(ticket, 'completed', doneAt)
    ticket.outcome = outcome
    learnHandling(day, leg)
    freeCounter(day, counterId, meta, touched)
  },
  'ticket.parked': (day, { ticketId, counterId, reason }, meta, touched) => {
    const { ticket } = take(day, ticketId, meta.seq, touched)
    ticket.state = 'parked'
    ticket.parkedAt = meta.at
    ticket.parkReason = reason
    freeCounter(day, counterId, meta, touched)
  },
  'ticket.resumed': (day, { ticketId, counterId, staffId, sameLeg }, meta, touched) => {
    const before = take(day, ticketId, meta.seq, touched)
    const { ticket } = before
    let leg = before.leg
    if (!sameLeg) {
      endLeg(ticket, leg, 'transferred', meta.at)
      ticket.leg += 1
      leg = startLeg(day, ticket, meta.at, meta.seq, touched)
    }
    callTo(day, ticket, leg, { counterId, staffId }, meta, touched)
    announce(day, ticket, meta, 'call')
  },
  'ticket.transferred': (day, data, meta, touched) => {
    const { ticket, leg } = take(day, data.ticketId, meta.seq, touched)
    endLeg(ticket, leg, leg.startedAt === null ? 'withdrawn' : 'transferred', meta.at)
    learnHandling(day, leg)
    freeCounter(day, data.counterId, meta, touched)
    ticket.serviceId = data.toServiceId
    ticket.forCounterId = data.toCounterId
    queueAgain(day, ticket, placeOf(ticket, data.place, meta.at), meta, touched)
  },
  'ticket.requeued': (day, { ticketId }, meta, touched) => {
    const { ticket } = take(day, ticketId, meta.seq, touched)
    ticket.requeues += 1
    ticket.endedAt = null
    ticket.missedAt = null
    ticket.missedAtCall = null
    queueAgain(day, ticket, { rank: ticket.rank, lineAt: ticket.lineAt }, meta, touched)
  },
  'ticket.released': (day, { ticketId }, meta, touched) => {
    const { ticket, leg } = take(day, ticketId, meta.seq, touched)
    endLeg(ticket, leg, leg.startedAt === null ? 'withdrawn' : 'closed', meta.at)
    freeCounter(day, ticket.counterId, meta, touched)
    queueAgain(day, ticket, placeOf(ticket, 'first', meta.at), meta, touched)
  },
  'ticket.cancelled': (day, { ticketId }, meta, touched) => {
    leaveForGood(day, ticketId, 'cancelled', meta, touched)
  },
  'ticket.expired': (day, { ticketId }, meta, touched) => {
    leaveForGood(day, ticketId, 'expired', meta, touched)
  },
  'ticket.service_corrected': (day, { ticketId, serviceId }, { seq }, touched) => {
    const { ticket, leg } = take(day, ticketId, seq, touched)
    ticket.serviceId = serviceId
    leg.serviceId = serviceId
  },
  'ticket.noted': (day, { ticketId }, { seq }, touched) => {
    take(day, ticketId, seq, touched)
  },
}

/** Where a transferred ticket stands: with its old seniority, before all others, or at the end. */
function placeOf(
  ticket: Ticket,
  place: QueueEventData['ticket.transferred']['place'],
  at: number,
): { rank: number; lineAt: number } {
  if (place === 'first') return { rank: 0, lineAt: at }
  if (place === 'last') return { rank: 1, lineAt: at }
  return { rank: 1, lineAt: ticket.issuedAt }
}

function leaveForGood(
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
