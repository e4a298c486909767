import type { GoesBefore, TicketView } from '#contract/live.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { chooseNext } from '#domain/queue/calling.ts'
import type { Candidate } from '#domain/queue/calling.ts'
import { openCountersFor } from '#domain/queue/routing.ts'
import type { Ticket } from '#domain/queue/ticket.ts'

/**
 * Whom a counter of this ticket calls before it, and why (Q46): looks at one counter's next alone,
 * for a page that many have open must cost little.
 */
export function whoIsBefore(day: HallDay, ticket: Ticket, now: number): TicketView['before'] {
  const counterId = ticket.forCounterId ?? openCountersFor(day, ticket.serviceId)[0]?.id
  const call = counterId === undefined ? null : chooseNext(day, counterId, now)
  if (!call || call.ticket.id === ticket.id) return null
  const { chosen } = call.why
  return { ticketNo: chosen.ticketNo, because: whyBefore(chosen, call.ticket, ticket) }
}

const inPlainWords: Partial<Record<Candidate['because'], GoesBefore>> = {
  'placed-first': 'placed-first',
  'pass-limit': 'passed-often',
  'over-target': 'over-target',
}

function whyBefore(chosen: Candidate, first: Ticket, ticket: Ticket): GoesBefore {
  const known = inPlainWords[chosen.because]
  if (known) return known
  if (first.lineAt < ticket.lineAt) return 'waited-longer'
  if (first.priority > ticket.priority) return first.priority === 2 ? 'appointment' : 'preferred'
  return chosen.because === 'index' ? 'quicker' : 'turn'
}
