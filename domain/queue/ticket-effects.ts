import type { Effects } from '../hall/evolve.ts'
import { counterToChange, learnHandling, lineKeyOf, lineOf } from '../hall/hall-day.ts'
import { notePassing } from './calling.ts'
import { setCounter } from './counter-effects.ts'
import type { QueueEventData } from './events.ts'
import {
  announce,
  callTo,
  endLeg,
  endTicket,
  freeCounter,
  leaveCounter,
  leaveForGood,
  placeOf,
  queueAgain,
  settleTimeAside,
  startLeg,
  take,
} from './leg.ts'
import type { Ticket } from './ticket.ts'

type TicketEventData = Pick<QueueEventData, Extract<keyof QueueEventData, `ticket.${string}`>>

export const ticketEffects: Effects<TicketEventData> = {
  'ticket.issued': (day, data, { seq, at, businessDay }, touched) => {
    const { ticketId, ...told } = data
    const { lineAt = at } = data
    const ticket: Ticket = {
      ...told,
      id: ticketId,
      businessDay,
      state: 'waiting',
      issuedAt: at,
      order: seq,
      rank: 1,
      lineAt,
      priority: data.priority ?? 0,
      priorityReason: data.priorityReason ?? null,
      bookedAt: data.bookedAt ?? null,
      further: [...(data.further ?? [])],
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
    // Who booked a time waits from then.
    startLeg(day, ticket, lineAt, seq, touched)
    day.series.set(data.prefix, data.number)
    touched.series.add(data.prefix)
    lineOf(day, lineKeyOf(ticket)).add(ticket)
  },
  'ticket.prioritised': (day, { ticketId, priority, priorityReason }, { seq }, touched) => {
    const { ticket } = take(day, ticketId, seq, touched)
    if (ticket.state === 'waiting') lineOf(day, lineKeyOf(ticket)).remove(ticket)
    Object.assign(ticket, { priority, priorityReason })
    if (ticket.state === 'waiting') lineOf(day, lineKeyOf(ticket)).add(ticket)
  },
  'ticket.called': (day, data, meta, touched) => {
    const { ticketId, counterId, staffId, silent, why = null, told = null } = data
    const { ticket, leg } = take(day, ticketId, meta.seq, touched)
    lineOf(day, lineKeyOf(ticket)).remove(ticket)
    leg.why = why && { ...why, seq: meta.seq }
    leg.told = told
    if (why) notePassing(day, why, meta.at)
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
  'ticket.went_on': (day, data, meta, touched) => {
    const { ticketId, counterId, outcome, doneAt, toServiceId, here } = data
    const { ticket, leg } = take(day, ticketId, meta.seq, touched)
    endLeg(ticket, leg, 'completed', doneAt, outcome)
    learnHandling(day, leg)
    freeCounter(day, counterId, meta, touched)
    ticket.further = ticket.further.slice(1)
    ticket.serviceId = toServiceId
    ticket.forCounterId = here ? counterId : null
    queueAgain(day, ticket, placeOf(ticket, here ? 'first' : 'seniority', meta.at), meta, touched)
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
      learnHandling(day, leg)
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
