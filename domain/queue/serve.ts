import { accept, isRefused, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import { requestEvaluation } from '../evaluation/request.ts'
import { event } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { atCounter } from '../people/at-counter.ts'
import { callNext, whyNotCalling } from './call.ts'
import type { TicketValue } from './call.ts'
import { atTicket, heldTicket, legAtCounter, whyNotStep } from './held-ticket.ts'
import { issueTicket } from './issue.ts'
import type { IssueRequest } from './issue.ts'
import { mayServe } from './routing.ts'
import type { Outcome, ParkReason } from './ticket.ts'
import { legIdOf } from './ticket.ts'

/** The customer stands at the counter: the service begins. */
export function start(
  day: HallDay,
  { ticketId }: TicketValue,
  moment: Moment,
): Decision<TicketValue> {
  const held = heldTicket(day, 'start', ticketId, moment)
  if (isRefused(held)) return held
  return accept({ ticketId }, event('ticket.started', held.at))
}

export type CompleteRequest = {
  ticketId: string
  outcome: Outcome
  /** When it was done, ms, where the counter had no line then; missing: now. */
  completedAt?: number
}

/**
 * The service is done; the evaluator asks by itself. A number with further services goes on to the
 * next of them and keeps its seniority (Q44).
 */
export function complete(
  day: HallDay,
  { ticketId, outcome, completedAt }: CompleteRequest,
  moment: Moment,
): Decision<TicketValue> {
  const held = heldTicket(day, 'complete', ticketId, moment)
  if (isRefused(held)) return held
  // A device clock may be wrong: not before this counter last began with it, not after now.
  const doneAt = Math.min(moment.now, Math.max(held.counter.since, completedAt ?? moment.now))
  const evaluation = requestEvaluation(day, held.ticket, held.counter.id, moment)
  const [toServiceId] = held.ticket.further
  if (toServiceId !== undefined) {
    // The next one is done here too where this counter may: nobody walks for nothing.
    const here = mayServe(day, held.counter.id, toServiceId)
    const goOn = { ...held.at, outcome, doneAt, toServiceId, here }
    return accept({ ticketId }, event('ticket.went_on', goOn), ...evaluation)
  }
  return accept(
    { ticketId },
    event('ticket.completed', { ...held.at, outcome, doneAt }),
    ...evaluation,
  )
}

/** Completes and calls the next; when nobody waits, the completion stands all the same. */
export function completeAndCallNext(
  day: HallDay,
  request: CompleteRequest & { counterId: string },
  moment: Moment,
): Decision<{ ticketId: string | null }> {
  const here = atCounter(day, moment, request.counterId)
  if (isRefused(here)) return here
  const done = complete(day, request, moment)
  if (isRefused(done)) return done
  return {
    events: done.events,
    value: { ticketId: null },
    next: () => callNext(day, request, moment),
  }
}

/** Puts the service aside: the counter is free for others, the customer keeps this place. */
export function park(
  day: HallDay,
  { ticketId, reason }: { ticketId: string; reason: ParkReason },
  moment: Moment,
): Decision<TicketValue> {
  const held = heldTicket(day, 'park', ticketId, moment)
  if (isRefused(held)) return held
  return accept({ ticketId }, event('ticket.parked', { ...held.at, reason }))
}

/**
 * Calls a ticket on hold back. By the one who put it aside, at the same counter, its leg goes on;
 * anybody else starts a new leg, and the old one gets its evaluation.
 */
export function resume(
  day: HallDay,
  { ticketId }: TicketValue,
  moment: Moment,
): Decision<TicketValue> {
  const here = atTicket(day, ticketId, moment)
  if (isRefused(here)) return here
  const { ticket } = here
  const not = whyNotStep(day, 'resume', ticket) ?? whyNotCalling(here.counter)
  if (not) return not
  const sameLeg = ticket.counterId === here.counter.id && ticket.staffId === here.staffId
  // What was begun here goes on here, though the counter may not be for that service.
  if (!sameLeg && !mayServe(day, here.counter.id, ticket.serviceId))
    return refuse('ticket-not-served-here', { ticketNo: ticket.ticketNo })
  const evaluation = sameLeg ? [] : requestEvaluation(day, ticket, null, moment)
  const next = sameLeg ? ticket.leg : ticket.leg + 1
  const at = { ...legAtCounter(ticket, here), legId: legIdOf(ticketId, next) }
  return accept({ ticketId }, ...evaluation, event('ticket.resumed', { ...at, sameLeg }))
}

/** What the customer really came for turned out at the counter; the number stays. */
export function correctService(
  day: HallDay,
  { ticketId, serviceId }: { ticketId: string; serviceId: string },
  moment: Moment,
): Decision<TicketValue> {
  const held = heldTicket(day, 'correctService', ticketId, moment)
  if (isRefused(held)) return held
  if (!day.setup.services.has(serviceId)) return refuse('service-unknown', { serviceId })
  const { legId } = held.at
  return accept({ ticketId }, event('ticket.service_corrected', { ticketId, legId, serviceId }))
}

/** A note of staff about the business in hand; customers never see it. */
export function addNote(
  day: HallDay,
  { ticketId, noteHash }: { ticketId: string; noteHash: string },
  moment: Moment,
): Decision<TicketValue> {
  const held = heldTicket(day, 'note', ticketId, moment)
  if (isRefused(held)) return held
  return accept({ ticketId }, event('ticket.noted', { ticketId, legId: held.at.legId, noteHash }))
}

/** Somebody stands at the counter without a number: issued, called and begun in one act. */
export function walkIn(
  day: HallDay,
  request: Omit<IssueRequest, 'channel'> & { counterId: string },
  moment: Moment,
): Decision<TicketValue> {
  const here = atCounter(day, moment, request.counterId)
  if (isRefused(here)) return here
  const not = whyNotCalling(here.counter)
  if (not) return not
  const issued = issueTicket(day, { ...request, channel: 'counter' }, moment)
  if (isRefused(issued)) return issued
  const { ticketId } = request
  const at = {
    ...{ ticketId, legId: legIdOf(ticketId, 1) },
    ...{ counterId: here.counter.id, staffId: here.staffId },
  }
  return accept(
    { ticketId },
    ...issued.events,
    event('ticket.called', { ...at, direct: 'walk-in', silent: true }),
    event('ticket.started', at),
  )
}
