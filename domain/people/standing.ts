import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { consoleRolesOf } from './console-acts.ts'
import { roles } from './principal.ts'

/**
 * Whether the console session that a command came under ended while it was under way, or the role that
 * it was let in with was taken; null: both stand. Asked at the moment of the commit, so that nothing is
 * recorded after it (A2). Sign-ins at counters are asked for by each act there (C3).
 */
export function whySignInGone(
  day: HallDay,
  { sessionId, actor }: Pick<Moment, 'sessionId' | 'actor'>,
): Refused | null {
  const atConsole = actor.kind !== 'staff' && (roles as readonly string[]).includes(actor.kind)
  if (!atConsole || sessionId === null) return null
  const session = day.consoleSessions.get(sessionId)
  if (!session) return refuse('session-ended')
  const held: readonly string[] = consoleRolesOf(day, session.staffId)
  return held.includes(actor.kind) ? null : refuse('not-allowed')
}
