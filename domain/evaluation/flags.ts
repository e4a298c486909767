import type { HallDay } from '../hall/hall-day.ts'
import { setting } from '../hall/hall-day.ts'
import { handlingMs } from '../queue/ticket.ts'
import type { Leg, Ticket } from '../queue/ticket.ts'
import { second } from '../time.ts'
import type { Evaluation, RatingChannel, RatingFlag } from './rating.ts'

/** Where a rating on a phone came from, as the server saw it; the rules know no network. */
export type Origin = {
  /** From an address that is the staff's own. */
  fromStaffNetwork: boolean
  /** How many services this phone has rated on this business day, this one among them. */
  ratedByPhone: number
}

export type Given = {
  evaluation: Evaluation
  channel: RatingChannel
  origin: Origin | undefined
  /** When the rating arrived here. A device may be wrong about when it was tapped, this clock not. */
  now: number
}

/**
 * What about a rating deserves a second look (E18). Facts only: a quick service may be a quick
 * question, so a flag accuses nobody, and the rating counts like any other.
 */
export function flagsOf(day: HallDay, given: Given): RatingFlag[] {
  const { evaluation, channel, origin, now } = given
  const leg = day.legs.get(evaluation.legId)
  const ticket = day.tickets.get(evaluation.ticketId)
  const phoneMax = setting(day, 'flagPhoneRatingsMax')
  const seen: Record<RatingFlag, boolean> = {
    'short-service': isUnder(day, 'flagServiceUnderS', leg && serviceMs(leg)),
    'issued-and-called': isUnder(
      day,
      'flagIssuedCalledS',
      leg && ticket && firstWaitMs(leg, ticket),
    ),
    'instant-answer': isUnder(day, 'flagAnswerUnderS', now - evaluation.requestedAt),
    'same-phone': channel === 'phone' && phoneMax > 0 && (origin?.ratedByPhone ?? 0) > phoneMax,
    // An evaluator stands at the counter, so it is on that network always.
    'staff-network': channel === 'phone' && origin?.fromStaffNetwork === true,
  }
  return (Object.keys(seen) as RatingFlag[]).filter((flag) => seen[flag])
}

function isUnder(
  day: HallDay,
  key: 'flagServiceUnderS' | 'flagIssuedCalledS' | 'flagAnswerUnderS',
  ms: number | null | undefined,
): boolean {
  return ms !== null && ms !== undefined && ms < setting(day, key) * second
}

/** Nothing is said of a leg in which the clock was doubted. */
function serviceMs(leg: Leg): number | null {
  return leg.suspect ? null : handlingMs(leg)
}

/** From the issue to the first call; only the first leg of a number has waited since its issue. */
function firstWaitMs(leg: Leg, ticket: Ticket): number | null {
  if (leg.suspect || leg.leg !== 1 || leg.firstCalledAt === null) return null
  return leg.firstCalledAt - ticket.issuedAt
}
