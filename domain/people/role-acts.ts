import { accept, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { rolesOf } from './account-effects.ts'
import { endConsole } from './console-acts.ts'
import { leaveCounters } from './leaving.ts'
import type { Role } from './principal.ts'
import { fourEyesRoles, roleAgainst } from './roles.ts'

type RoleRequest = { staffId: string; role: Role; reason: string }

/** Why somebody cannot be given this role too (A6); null: they can. */
export function whyNotGranted(day: HallDay, staffId: string, role: Role): Refused | null {
  if (!day.setup.staff.get(staffId)?.active) return refuse('not-found')
  const held = rolesOf(day, staffId)
  if (held.has(role)) return refuse('role-held', { role })
  const against = roleAgainst(held, role)
  return against === null ? null : refuse('roles-apart', { role, against })
}

/** Makes somebody counter staff or a guide. Every other role takes two people. */
export function grantRole(
  day: HallDay,
  { staffId, role, reason }: RoleRequest,
): Decision<{ staffId: string }> {
  if (fourEyesRoles.includes(role)) return refuse('two-people-required')
  const not = whyNotGranted(day, staffId, role)
  return not ?? accept({ staffId }, event('role.granted', { staffId, role, because: reason }))
}

/**
 * Takes a role. What was open with it ends in the same act (A2): the console session, and with the
 * role of counter staff the sign-in at the counter. The last administrator is taken by the host's
 * operator only, for without one nobody else could make the next.
 */
export function revokeRole(
  day: HallDay,
  { staffId, role, reason }: RoleRequest,
  moment: Moment,
): Decision<{ staffId: string }> {
  if (!day.setup.staff.has(staffId)) return refuse('not-found')
  if (!rolesOf(day, staffId).has(role)) return refuse('role-held', { role })
  const isLast = role === 'administrator' && holdersOf(day, role).every((id) => id === staffId)
  if (isLast && moment.actor.kind !== 'operator') return refuse('administrator-last')
  return accept(
    { staffId },
    event('role.revoked', { staffId, role, reason }),
    ...whatEnds(day, { staffId, role, reason }, moment),
  )
}

function whatEnds(day: HallDay, request: RoleRequest, moment: Moment): HallEvent[] {
  return request.role === 'staff'
    ? leaveCounters(day, request, moment)
    : endConsole(day, request.staffId, 'role-changed')
}

/** Everybody who is this in the hall now. */
export function holdersOf(day: HallDay, role: Role): string[] {
  return [...day.setup.staff.values()]
    .filter(({ id, active }) => active && rolesOf(day, id).has(role))
    .map(({ id }) => id)
}
