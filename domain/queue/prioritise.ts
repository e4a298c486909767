import { accept, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import { event } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { PriorityReason } from './priority.ts'

/**
 * Gives somebody who waits a preference with a named reason, or takes it back (Q40). The seniority
 * stays; an appointment stays one, whatever else is true of its owner.
 */
export function prioritise(
  day: HallDay,
  { ticketId, priorityReason }: { ticketId: string; priorityReason: PriorityReason | null },
): Decision<{ ticketId: string }> {
  const ticket = day.tickets.get(ticketId)
  if (!ticket) return refuse('ticket-unknown')
  const { state, ticketNo } = ticket
  if (state !== 'waiting') return refuse('ticket-state', { ticketNo, state, counterNo: null })
  const preferred = priorityReason === null ? 0 : 1
  const priority = ticket.priority === 2 ? 2 : preferred
  return accept({ ticketId }, event('ticket.prioritised', { ticketId, priority, priorityReason }))
}
