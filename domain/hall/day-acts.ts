import { accept, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import { requestEvaluation } from '../evaluation/request.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import { endDaySessions } from '../people/session.ts'
import { isOpen } from '../queue/routing.ts'
import { ticketStates } from '../queue/ticket.ts'
import type { Ticket } from '../queue/ticket.ts'
import { businessDayAt, dayStep, isDate, isWithinStep } from '../time.ts'
import type { HallDay } from './hall-day.ts'
import { setting } from './hall-day.ts'
import type { Moment } from './moment.ts'

export type DayValue = { businessDay: string }

/** What the clock says about the hall's business day. */
export function dayStepNow(day: HallDay, now: number): ReturnType<typeof dayStep> {
  return dayStep(day.businessDay, candidateDay(day, now))
}

export function candidateDay(day: HallDay, now: number): string {
  return businessDayAt(now, day.setup.hall.timeZone, setting(day, 'cutoverMinutes'))
}

/**
 * The cut-over (D2–D4): closes the day that is over and opens the next. Counters go on serving;
 * whoever holds a number keeps it while a counter is open. A doubtful clock changes nothing.
 */
export function rollOver(day: HallDay, moment: Moment): Decision<DayValue> {
  const step = dayStepNow(day, moment.now)
  const businessDay = candidateDay(day, moment.now)
  if (step === 'suspect') return refuse('clock-suspect', { businessDay: day.businessDay })
  if (step === 'same') return refuse('day-not-later', { businessDay })
  const because = day.businessDay === null ? 'first' : 'cutover'
  return openDay(day, { businessDay, because, reason: '' }, moment)
}

/**
 * A manager opens a day by hand: the clock was doubted, or the hall closed its day early. A slip of a
 * digit must not take the hall years ahead, for no day ever goes back (D15).
 */
export function openDayByHand(
  day: HallDay,
  { businessDay, reason }: { businessDay: string; reason: string },
  moment: Moment,
): Decision<DayValue> {
  const byClock = candidateDay(day, moment.now)
  const isNear =
    byClock === businessDay ||
    isWithinStep(byClock, businessDay) ||
    isWithinStep(businessDay, byClock) ||
    (day.businessDay !== null && isWithinStep(day.businessDay, businessDay))
  const isLater = day.businessDay === null || businessDay > day.businessDay
  if (!isDate(businessDay) || (isLater && !isNear)) return refuse('day-too-far', { businessDay })
  return openDay(day, { businessDay, because: 'manager', reason }, moment)
}

/** Opens a day that is known to be due; a restored record knows it from the one it replaces. */
export function openDay(
  day: HallDay,
  opened: { businessDay: string; because: 'first' | 'cutover' | 'manager'; reason: string },
  moment: Moment,
): Decision<DayValue> {
  const { businessDay } = opened
  if (day.businessDay !== null && businessDay <= day.businessDay)
    return refuse('day-not-later', { businessDay: day.businessDay })
  // Closed by hand with a counter open, the day may have left somebody whom nobody called since.
  const closing = day.dayOpen ? closingEvents(day, moment) : expire(day, leftAlone(day), moment)
  const overnight = opened.because === 'cutover' ? endDaySessions(day) : []
  return accept({ businessDay }, ...closing, ...overnight, event('day.opened', opened))
}

/** Closes the day before its cut-over: no more numbers until a day is opened. */
export function closeDay(day: HallDay, moment: Moment): Decision<DayValue> {
  if (!day.dayOpen || day.businessDay === null) return refuse('day-not-open')
  return accept({ businessDay: day.businessDay }, ...closingEvents(day, moment))
}

function closingEvents(day: HallDay, moment: Moment): HallEvent[] {
  const ending = leftAlone(day)
  const businessDay = day.businessDay ?? ''
  return [
    ...expire(day, ending, moment),
    event('day.closed', { businessDay, counts: countStates(day, ending) }),
  ]
}

/** Numbers end with the day only when nobody is there to call them any more. */
function leftAlone(day: HallDay): Ticket[] {
  const staffed = [...day.counters.values()].some((c) => isOpen(c) || c.state === 'paused')
  if (staffed || setting(day, 'dayEnd') === 'keep') return []
  return [...day.tickets.values()].filter(isUnserved)
}

function expire(day: HallDay, ending: readonly Ticket[], moment: Moment): HallEvent[] {
  return ending.flatMap((ticket) => [
    event('ticket.expired', { ticketId: ticket.id }),
    ...requestEvaluation(day, ticket, null, moment),
  ])
}

function isUnserved(ticket: Ticket): boolean {
  return ticket.state === 'waiting' || ticket.state === 'parked'
}

/** Counts by state of the day's own numbers, as they will stand when `ending` have expired. */
function countStates(day: HallDay, ending: readonly Ticket[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(ticketStates.map((s) => [s, 0]))
  for (const ticket of day.tickets.values()) {
    if (ticket.businessDay !== day.businessDay) continue
    const state = ending.includes(ticket) ? 'expired' : ticket.state
    counts[state] = (counts[state] ?? 0) + 1
  }
  return counts
}
