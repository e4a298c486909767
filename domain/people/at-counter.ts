import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { counterOf } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import type { CounterDay } from '../queue/counter.ts'

export type AtCounter = { counter: CounterDay; staffId: string; sessionId: string }

/**
 * Who acts at a counter (C3): a live sign-in, bound to that counter. Everything staff do passes
 * here, inside the decision, so it holds at the moment of the commit. A duty leader directs a counter
 * where somebody is signed in; that makes no sign-in of the leader's own.
 */
export function atCounter(day: HallDay, moment: Moment, counterId?: string): AtCounter | Refused {
  const { sessionId, now } = moment
  if (isDirected(moment)) return directed(day, now, counterId)
  if (sessionId === null) return refuse('session-required')
  const session = day.sessions.get(sessionId)
  if (!session || session.endsAt <= now) return refuse('session-ended')
  if (counterId !== undefined && session.counterId !== counterId)
    return refuse('counter-wrong', { counterNo: counterNo(day, session.counterId) })
  const counter = counterOf(day, session.counterId)
  return { counter, staffId: session.staffId, sessionId }
}

/** Whether this is somebody who directs counters instead of working at one. */
export function isDirected({ actor }: Moment): boolean {
  return actor.kind === 'leader'
}

function directed(day: HallDay, now: number, counterId?: string): AtCounter | Refused {
  if (counterId === undefined || !day.setup.counters.has(counterId))
    return refuse('counter-unknown')
  const counter = counterOf(day, counterId)
  const session = day.sessions.get(counter.sessionId ?? '')
  if (!session || session.endsAt <= now) return refuse('counter-closed')
  return { counter, staffId: session.staffId, sessionId: session.id }
}

export function counterNo(day: HallDay, counterId: string | null): string {
  return day.setup.counters.get(counterId ?? '')?.no ?? ''
}
