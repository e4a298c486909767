import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { counterOf } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import type { CounterDay } from '../queue/counter.ts'

export type AtCounter = { counter: CounterDay; staffId: string; sessionId: string }

/**
 * Who acts at a counter (C3): a live sign-in, bound to that counter. Everything staff do passes
 * here, inside the decision, so it holds at the moment of the commit.
 */
export function atCounter(
  day: HallDay,
  { sessionId, now }: Moment,
  counterId?: string,
): AtCounter | Refused {
  if (sessionId === null) return refuse('session-required')
  const session = day.sessions.get(sessionId)
  if (!session || session.endsAt <= now) return refuse('session-ended')
  if (counterId !== undefined && session.counterId !== counterId)
    return refuse('counter-wrong', { counterNo: counterNo(day, session.counterId) })
  const counter = counterOf(day, session.counterId)
  return { counter, staffId: session.staffId, sessionId }
}

export function counterNo(day: HallDay, counterId: string | null): string {
  return day.setup.counters.get(counterId ?? '')?.no ?? ''
}
