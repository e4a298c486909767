import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { roles } from './principal.ts'

/**
 * Whether the console session that a command came under ended while it was under way; null: it
 * stands. Asked at the moment of the commit, so that nothing is recorded after it (A2). Sign-ins at
 * counters are asked for by each act there (C3).
 */
export function whySignInGone(
  day: HallDay,
  { sessionId, actor }: Pick<Moment, 'sessionId' | 'actor'>,
): Refused | null {
  const atConsole = actor.kind !== 'staff' && (roles as readonly string[]).includes(actor.kind)
  if (!atConsole || sessionId === null) return null
  return day.consoleSessions.has(sessionId) ? null : refuse('session-ended')
}
