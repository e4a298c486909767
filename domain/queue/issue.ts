import { accept, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { event } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import type { Language, Service } from '../hall/setup.ts'
import { hour, isOpenAt, localTime, nextOpening } from '../time.ts'
import { nextNumber, ticketLabel } from './numbering.ts'
import type { PriorityReason } from './priority.ts'
import { placeByClass } from './seniority.ts'
import type { TicketChannel } from './ticket.ts'
import { estimateWait, newcomer } from './wait-estimate.ts'

export type IssueRequest = {
  /** Made where the customer taps, so that a retry is the same ticket. */
  ticketId: string
  serviceId: string
  language: Language
  channel: TicketChannel
  priorityReason?: PriorityReason | null
  /** Booked time of an appointment, ms. */
  bookedAt?: number | null
  /** Services to go on with after the first, in order. */
  furtherServiceIds?: readonly string[]
}

/** An appointment further away than this is another day's, ms. */
const bookedWithinMs = 24 * hour

/**
 * Hands out a number (rules N1–N7). Refused when the hall or the service is closed, the day's
 * numbers of the service are used up, or the letter is.
 */
export function issueTicket(
  day: HallDay,
  request: IssueRequest,
  moment: Moment,
): Decision<{ ticketId: string }> {
  const { ticketId, serviceId, language, channel, priorityReason = null, bookedAt = null } = request
  const { now, seal } = moment
  if (!day.dayOpen) return refuse('day-not-open')
  if (day.tickets.has(ticketId)) return refuse('ticket-exists')
  const service = day.setup.services.get(serviceId)
  if (!service) return refuse('service-unknown', { serviceId })
  const group = day.setup.groups.get(service.groupId)
  if (!group) return refuse('service-unknown', { serviceId })
  // Who already stands at a counter is served there also after closing time.
  const closed = channel === 'counter' ? null : whyNotIssued(day, service, now)
  if (closed) return closed
  const further = [...(request.furtherServiceIds ?? [])]
  const unknown = further.find((id) => !day.setup.services.has(id))
  if (unknown !== undefined) return refuse('service-unknown', { serviceId: unknown })
  if (bookedAt !== null && Math.abs(bookedAt - now) > bookedWithinMs)
    return refuse('bad-request', { field: 'bookedAt' })
  const { prefix } = group
  const number = nextNumber(day, prefix)
  if (number === null) return refuse('series-full', { prefix })
  const ticketNo = ticketLabel(prefix, number)
  const { priority, lineAt } = placeByClass(day, { priorityReason, bookedAt }, now)
  const standing = { ...newcomer(serviceId, lineAt), priority }
  const forecast = moment.forecast?.(standing) ?? estimateWait(day, standing, now)
  const tokenHash = seal('ticket', ticketId)
  return accept(
    { ticketId },
    event('ticket.issued', {
      ...{ ticketId, ticketNo, prefix, number, serviceId, language, channel, tokenHash, forecast },
      ...{ priority, priorityReason, bookedAt, lineAt, further },
    }),
  )
}

/** Why no number of a service is handed out now; null: it is. The kiosk's cards read it too. */
export function whyNotIssued(day: HallDay, service: Service, now: number): Refused | null {
  const { hall } = day.setup
  const local = localTime(now, hall.timeZone)
  const hallDoor = { hours: hall.hours, special: hall.specialHours }
  if (!isOpenAt(hallDoor, local)) return refuse('hall-closed', opening(hallDoor, local))
  if (!service.offered) return refuse('service-closed', { serviceId: service.id, opensOn: null })
  if (service.hours) {
    const door = { hours: service.hours, special: {} }
    if (!isOpenAt(door, local))
      return refuse('service-closed', { serviceId: service.id, ...opening(door, local) })
  }
  if (service.dailyLimit !== null && issuedToday(day, service.id) >= service.dailyLimit)
    return refuse('service-full', { serviceId: service.id, limit: service.dailyLimit })
  return null
}

function opening(
  door: Parameters<typeof nextOpening>[0],
  local: Parameters<typeof nextOpening>[1],
) {
  const next = nextOpening(door, local)
  return { opensOn: next?.date ?? null, opensAtMinutes: next?.minutes ?? null }
}

function issuedToday(day: HallDay, serviceId: string): number {
  let count = 0
  for (const ticket of day.tickets.values())
    if (ticket.businessDay === day.businessDay && ticket.serviceId === serviceId) count++
  return count
}
