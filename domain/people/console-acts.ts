import { accept, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import { candidateDay } from '../hall/day-acts.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { setting } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { addDays, hour, instantOf, minute } from '../time.ts'
import { rolesOf } from './account-effects.ts'
import type { ConsoleEnd, ConsoleMethod, ConsoleSession } from './console.ts'
import { cellFor } from './matrix.ts'
import type { ActId } from './matrix.ts'
import { roles } from './principal.ts'
import type { Role } from './principal.ts'

export type ConsoleRole = Exclude<Role, 'staff'>

/**
 * As what a person stands at the console: every role of theirs but that of counter staff, who act
 * at a terminal only (C3). Somebody who has left is nothing there.
 */
export function consoleRolesOf(day: HallDay, staffId: string): ConsoleRole[] {
  if (!day.setup.staff.get(staffId)?.active) return []
  const held = rolesOf(day, staffId)
  return roles.filter((role): role is ConsoleRole => role !== 'staff' && held.has(role))
}

/** The console session of a person; they have one at most. */
export function consoleSessionOf(day: HallDay, staffId: string): ConsoleSession | null {
  for (const session of day.consoleSessions.values())
    if (session.staffId === staffId) return session
  return null
}

/**
 * A person signs in at the console; who they are was proven before, outside the rules. A second
 * sign-in ends the first. None outlives a shift, nor the business day it began on.
 */
export function signInAtConsole(
  day: HallDay,
  wanted: { sessionId: string; staffId: string; method: ConsoleMethod },
  { now }: Moment,
): Decision<{ sessionId: string }> {
  const { sessionId, staffId } = wanted
  if (consoleRolesOf(day, staffId).length === 0) return refuse('not-allowed')
  const endsAt = Math.min(now + setting(day, 'staffSessionHours') * hour, nextCutover(day, now))
  return accept(
    { sessionId },
    ...endConsole(day, staffId, 'replaced'),
    event('console.signed_in', { ...wanted, endsAt }),
  )
}

/** The person at a console proves again that it is them. */
export function stepUp(
  day: HallDay,
  { sessionId, method }: { sessionId: string; method: ConsoleMethod },
): Decision {
  if (!day.consoleSessions.has(sessionId)) return refuse('session-ended')
  return accept({}, event('console.stepped_up', { sessionId, method }))
}

/** The events that end a person's console session; none where they have none. */
export function endConsole(day: HallDay, staffId: string, because: ConsoleEnd): HallEvent[] {
  const session = consoleSessionOf(day, staffId)
  return session ? [event('console.signed_out', { sessionId: session.id, because })] : []
}

/** Why a console session is over, though nobody has ended it yet; null: it holds. */
export function consoleOver(
  day: HallDay,
  session: ConsoleSession,
  now: number,
  lastUsedAt: number,
): ConsoleEnd | null {
  if (!day.setup.staff.get(session.staffId)?.active) return 'forced'
  if (consoleRolesOf(day, session.staffId).length === 0) return 'role-changed'
  if (session.endsAt <= now) return 'shift-over'
  return lastUsedAt + setting(day, 'consoleIdleMinutes') * minute <= now ? 'idle' : null
}

/** Console sessions that are over; the hall's own clock ends them. */
export function endOverdueConsoles(
  day: HallDay,
  now: number,
  lastUseOf: (session: ConsoleSession) => number,
): HallEvent[] {
  return [...day.consoleSessions.values()].flatMap((session) => {
    const because = consoleOver(day, session, now, lastUseOf(session))
    return because ? [event('console.signed_out', { sessionId: session.id, because })] : []
  })
}

/** On what terms somebody in several roles may do an act: the first role that opens it, in peace first. */
export function termsFor(
  kinds: readonly Role[],
  act: ActId,
): { stepUp: boolean; reason: boolean; fourEyes: boolean } | null {
  const cells = kinds.flatMap((kind) => cellFor(act, kind) ?? [])
  const cell = cells.find(({ stepUp }) => !stepUp) ?? cells[0]
  return cell ? { stepUp: cell.stepUp, reason: cell.reason, fourEyes: cell.fourEyes } : null
}

function nextCutover(day: HallDay, now: number): number {
  const tomorrow = addDays(candidateDay(day, now), 1)
  return instantOf(tomorrow, setting(day, 'cutoverMinutes'), day.setup.hall.timeZone)
}
