import { accept, isRefused, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { requestEvaluation } from '../evaluation/request.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { counterOf } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { atCounter } from '../people/at-counter.ts'
import { counterAllows } from './counter.ts'
import type { CounterDay, CounterStep, PauseReason } from './counter.ts'
import { legIdOf } from './ticket.ts'

export type CounterValue = { counterId: string }

const notInState: Record<CounterStep, (counter: CounterDay) => Refused> = {
  open: () => refuse('counter-open'),
  pause: busyOrClosed,
  resume: () => refuse('counter-not-paused'),
  close: busyOrClosed,
}

function busyOrClosed(counter: CounterDay): Refused {
  if (counter.ticketId !== null) return refuse('counter-busy', { ticketId: counter.ticketId })
  return refuse(counter.state === 'paused' ? 'counter-paused' : 'counter-closed')
}

/** Why a counter's own act cannot be taken now; null: it can. */
export function whyNotCounterStep(step: CounterStep, counter: CounterDay): Refused | null {
  return counterAllows(step, counter.state) ? null : notInState[step](counter)
}

function step(
  name: CounterStep,
  make: (counterId: string, who: { sessionId: string; staffId: string }) => HallEvent,
) {
  return (day: HallDay, counterId: string, moment: Moment): Decision<CounterValue> => {
    const here = atCounter(day, moment, counterId)
    if (isRefused(here)) return here
    const not = whyNotCounterStep(name, here.counter)
    return not ?? accept({ counterId }, make(counterId, here))
  }
}

/** The counter begins to call. */
export const openCounter = step('open', (counterId, { sessionId, staffId }) =>
  event('counter.opened', { counterId, sessionId, staffId }),
)

/** The counter takes up calling again after a pause. */
export const resumeCounter = step('resume', (counterId) => event('counter.resumed', { counterId }))

/** The counter stops for today; with a customer in hand it cannot. */
export const closeCounter = step('close', (counterId) =>
  event('counter.closed', { counterId, reason: 'closed' }),
)

/** The counter stops for a while; its sign says so, the reason stays on staff screens. */
export function pauseCounter(
  day: HallDay,
  { counterId, reason }: { counterId: string; reason: PauseReason },
  moment: Moment,
): Decision<CounterValue> {
  return step('pause', () => event('counter.paused', { counterId, reason }))(day, counterId, moment)
}

/**
 * A manager closes a counter that nobody closes: the customer in hand goes first in the line, a
 * begun service gets its evaluation, the sign-in ends.
 */
export function forceClose(
  day: HallDay,
  { counterId, reason }: { counterId: string; reason: string },
  moment: Moment,
): Decision<CounterValue> {
  if (!day.setup.counters.has(counterId)) return refuse('counter-unknown')
  const counter = counterOf(day, counterId)
  if (counter.state === 'closed' && counter.sessionId === null) return refuse('counter-closed')
  const events = [...releaseTicket(day, counter, reason, moment)]
  if (counter.state !== 'closed') events.push(event('counter.closed', { counterId, reason }))
  if (counter.sessionId !== null)
    events.push(event('staff.signed_out', { sessionId: counter.sessionId, because: 'forced' }))
  return accept({ counterId }, ...events)
}

function releaseTicket(
  day: HallDay,
  counter: CounterDay,
  reason: string,
  moment: Moment,
): HallEvent[] {
  const ticket = counter.ticketId === null ? undefined : day.tickets.get(counter.ticketId)
  if (!ticket) return []
  const legId = legIdOf(ticket.id, ticket.leg)
  return [
    ...requestEvaluation(day, ticket, null, moment),
    event('ticket.released', { ticketId: ticket.id, legId, reason }),
  ]
}
