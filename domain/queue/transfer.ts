import { accept, isRefused, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import { requestEvaluation } from '../evaluation/request.ts'
import { event } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { setting } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { atCounter } from '../people/at-counter.ts'
import { minute } from '../time.ts'
import type { TicketValue } from './call.ts'
import { heldTicket, whyNotStep } from './held-ticket.ts'
import type { Ticket, TransferPlace } from './ticket.ts'

export type TransferRequest = {
  ticketId: string
  /** The service to go on with; missing: the same one, at another counter. */
  toServiceId?: string
  /** The counter to go on at; missing: any that handles the service. */
  toCounterId?: string
  place: TransferPlace
}

/**
 * Sends the customer in hand on to another service or counter (Q8–Q10). The number never changes,
 * nobody takes a new one. A service that had begun gets its evaluation here.
 */
export function transfer(
  day: HallDay,
  request: TransferRequest,
  moment: Moment,
): Decision<TicketValue> {
  const { ticketId, place } = request
  const held = heldTicket(day, 'transfer', ticketId, moment)
  if (isRefused(held)) return held
  const { ticket } = held
  const toServiceId = request.toServiceId ?? ticket.serviceId
  const toCounterId = request.toCounterId ?? null
  if (request.toServiceId === undefined && toCounterId === null)
    return refuse('transfer-target-missing')
  if (!day.setup.services.has(toServiceId))
    return refuse('service-unknown', { serviceId: toServiceId })
  if (toCounterId !== null && !day.setup.counters.has(toCounterId)) return refuse('counter-unknown')
  if (toCounterId === held.counter.id) return refuse('transfer-to-itself')
  // Nobody calls at a closed counter, and nobody would notice who waits for it.
  if (toCounterId !== null && (day.counters.get(toCounterId)?.state ?? 'closed') === 'closed')
    return refuse('counter-closed')
  return accept(
    { ticketId },
    ...requestEvaluation(day, ticket, held.counter.id, moment),
    event('ticket.transferred', { ...held.at, toServiceId, toCounterId, place }),
  )
}

/**
 * Until when a missed number may come back (Q14): within the set time, or while fewer numbers of
 * its letter than set have been called since, whichever lasts longer.
 */
export function graceLeft(
  day: HallDay,
  ticket: Ticket,
  now: number,
): { within: boolean; until: number } {
  const until = (ticket.missedAt ?? 0) + setting(day, 'graceMinutes') * minute
  const called = (day.callsOf.get(ticket.prefix) ?? 0) - (ticket.missedAtCall ?? 0)
  const fewCalls = ticket.businessDay === day.businessDay && called < setting(day, 'graceCalls')
  return { within: now <= until || fewCalls, until }
}

/** A missed number comes back within its grace and keeps the place it had. */
export function requeue(
  day: HallDay,
  { ticketId }: TicketValue,
  moment: Moment,
): Decision<TicketValue> {
  // Whoever walks the hall brings a number back from where they stand; staff from their counter.
  const inHall = moment.actor.kind === 'guide' || moment.actor.kind === 'leader'
  const here = inHall ? null : atCounter(day, moment)
  if (here && isRefused(here)) return here
  const ticket = day.tickets.get(ticketId)
  if (!ticket) return refuse('ticket-unknown')
  const not = whyNotStep(day, 'requeue', ticket)
  if (not) return not
  const { ticketNo } = ticket
  if (ticket.requeues >= setting(day, 'requeueMax')) return refuse('requeue-limit', { ticketNo })
  if (!graceLeft(day, ticket, moment.now).within) return refuse('grace-over', { ticketNo })
  return accept(
    { ticketId },
    event('ticket.requeued', { ticketId, byCounterId: here?.counter.id ?? null }),
  )
}

/** A waiting ticket ends before it was served: by its holder, or by a manager with a reason. */
export function cancel(
  day: HallDay,
  request: { ticketId: string; by: 'holder' | 'manager'; reason: string },
  moment: Moment,
): Decision<TicketValue> {
  const ticket = day.tickets.get(request.ticketId)
  if (!ticket) return refuse('ticket-unknown')
  const not = whyNotStep(day, 'cancel', ticket)
  if (not) return not
  return accept(
    { ticketId: ticket.id },
    event('ticket.cancelled', request),
    ...requestEvaluation(day, ticket, null, moment),
  )
}
