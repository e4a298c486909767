import { isRefused, refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { atCounter, counterNo, isDirected } from '../people/at-counter.ts'
import type { AtCounter } from '../people/at-counter.ts'
import { allows, legIdOf, ticketSteps } from './ticket.ts'
import type { Ticket, TicketStep } from './ticket.ts'

export type Held = AtCounter & { ticket: Ticket; at: LegAtCounter }

/** What every event of a ticket at a counter names. */
export type LegAtCounter = { ticketId: string; legId: string; counterId: string; staffId: string }

export function legAtCounter(ticket: Ticket, { counter, staffId }: AtCounter): LegAtCounter {
  const legId = legIdOf(ticket.id, ticket.leg)
  return { ticketId: ticket.id, legId, counterId: counter.id, staffId }
}

/** Why a step of the life table cannot be taken now; null: it can. Names who holds the ticket. */
export function whyNotStep(day: HallDay, step: TicketStep, ticket: Ticket): Refused | null {
  if (allows(step, ticket.state)) return null
  const details = {
    ticketNo: ticket.ticketNo,
    state: ticket.state,
    counterNo: counterNo(day, ticket.counterId) || null,
  }
  const taken = ticketSteps[step].by === 'any-counter' && ticket.counterId !== null
  return refuse(taken ? 'ticket-taken' : 'ticket-state', details)
}

/** A ticket, and who acts on it: staff at their own counter, a leader at the one that has it. */
export function atTicket(
  day: HallDay,
  ticketId: string,
  moment: Moment,
): (AtCounter & { ticket: Ticket }) | Refused {
  const ticket = day.tickets.get(ticketId)
  if (isDirected(moment) && !ticket) return refuse('ticket-unknown')
  const here = atCounter(day, moment, isDirected(moment) ? (ticket?.counterId ?? '') : undefined)
  if (isRefused(here)) return here
  return ticket ? { ...here, ticket } : refuse('ticket-unknown')
}

/** The ticket in hand at the actor's counter, for a step that only its counter may take. */
export function heldTicket(
  day: HallDay,
  step: TicketStep,
  ticketId: string,
  moment: Moment,
): Held | Refused {
  const here = atTicket(day, ticketId, moment)
  if (isRefused(here)) return here
  const { ticket } = here
  const wrongState = whyNotStep(day, step, ticket)
  if (wrongState) return wrongState
  if (ticket.counterId !== here.counter.id) {
    const holder = { ticketNo: ticket.ticketNo, counterNo: counterNo(day, ticket.counterId) }
    return refuse('ticket-elsewhere', holder)
  }
  return { ...here, at: legAtCounter(ticket, here) }
}
