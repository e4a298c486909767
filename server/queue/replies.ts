import type { CounterReply, TicketReply } from '#contract/queue.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { counterOf } from '#domain/hall/hall-day.ts'
import { legIdOf } from '#domain/queue/ticket.ts'
import type { Forecast, Ticket } from '#domain/queue/ticket.ts'
import { peopleAhead, waitRange } from '#domain/queue/wait-estimate.ts'
import type { Hall } from '../hall/hall.ts'

/** A ticket as programs see it, with the wait that is still before it where that is asked for. */
export function ticketReply(hall: Hall, ticket: Ticket, withWait = true): TicketReply {
  const { day } = hall
  const waiting = withWait && ticket.state === 'waiting'
  const forecast = waiting ? forecastAt(hall, ticket) : null
  const { id, ticketNo, businessDay, serviceId, state, language, channel, issuedAt, leg } = ticket
  const { queuedAt, firstCalledAt, lastCalledAt, callCount, startedAt, endedAt } = ticket
  const { counterId, staffId, forCounterId, requeues, outcome, version } = ticket
  const { priority, priorityReason, bookedAt, further: furtherServiceIds } = ticket
  return {
    ...{ id, ticketNo, businessDay, serviceId, state, language, channel, issuedAt, leg },
    legId: legIdOf(id, leg),
    ...{ queuedAt, firstCalledAt, lastCalledAt, callCount, startedAt, endedAt },
    ...{ counterId, staffId, forCounterId, requeues, outcome, version },
    ...{ priority, priorityReason, bookedAt, furtherServiceIds },
    counterNo: day.setup.counters.get(counterId ?? '')?.no ?? null,
    ahead: waiting ? (forecast?.ahead ?? peopleAhead(day, ticket)) : null,
    wait: forecast && waitRange(forecast),
  }
}

/** At the very moment of issue it is what was told and kept; later it is worked out anew. */
function forecastAt(hall: Hall, ticket: Ticket): Forecast | null {
  if (ticket.forecast && ticket.issuedAt === hall.now()) return ticket.forecast
  return hall.foretelling.waitOf(ticket)
}

/** The ticket of a decision, just after it. */
export function decidedTicket(hall: Hall, ticketId: string): TicketReply {
  const ticket = hall.day.tickets.get(ticketId)
  if (!ticket) throw new Error(`Ticket ${ticketId} was decided upon and is not there`)
  return ticketReply(hall, ticket)
}

export function counterReply(day: HallDay, counterId: string): CounterReply {
  const { id, state, since, staffId, ticketId, pauseReason } = counterOf(day, counterId)
  const setup = day.setup.counters.get(counterId)
  const { no = '', serviceIds = [] } = setup ?? {}
  return { id, no, state, since, staffId, ticketId, pauseReason, serviceIds }
}
