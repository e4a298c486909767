import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { setting } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { legIdOf } from '../queue/ticket.ts'
import type { Ticket } from '../queue/ticket.ts'
import { day as dayMs, second } from '../time.ts'

/**
 * The permission to rate a leg, to be recorded in the very act that ends it (E6). A leg that was
 * never served gives none. Who, where and what come from the leg, never from a request (E2).
 * `evaluatorCounterId`: whose evaluator asks at once; null: only the ticket's holder may rate.
 */
export function requestEvaluation(
  day: HallDay,
  ticket: Ticket,
  evaluatorCounterId: string | null,
  { now, seal }: Moment,
): HallEvent[] {
  const legId = legIdOf(ticket.id, ticket.leg)
  const leg = day.legs.get(legId)
  if (!leg || leg.startedAt === null || leg.staffId === null || leg.counterId === null) return []
  const { staffId, counterId, serviceId } = leg
  const request = { legId, ticketId: ticket.id, staffId, counterId, serviceId, evaluatorCounterId }
  return [
    event('evaluation.requested', {
      ...request,
      secretHash: seal('evaluation', legId),
      promptUntil: now + setting(day, 'ratingPromptS') * second,
      expiresAt: now + setting(day, 'ratingRemoteDays') * dayMs,
    }),
  ]
}
