import { accept, isRefused, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { changeSetup } from '../hall/setup-acts.ts'
import type { Staff, Words } from '../hall/setup.ts'
import { rolesOf } from './account-effects.ts'
import { authorise } from './authorise.ts'
import type { Standing } from './authorise.ts'
import { holdersOf } from './role-acts.ts'
import type { PrincipalKind, Role } from './principal.ts'
import { roles } from './principal.ts'
import type { FirstWork } from './roles.ts'
import { endSession } from './session.ts'

export type NewPerson = {
  staffId: string
  staffNo: string
  name: Words
  post: Words
  works: FirstWork
}

/** Makes an account. Its id is new for good: no work of another is ever counted as theirs. */
export function createPerson(
  day: HallDay,
  { staffId, works, ...shown }: NewPerson,
): Decision<{ staffId: string }> {
  const value = accountOf({ staffId, ...shown })
  const made = changeSetup(day, { kind: 'staff', id: staffId, value })
  if (isRefused(made)) return made
  return accept({ staffId }, ...made.events, ...firstRolesOf(staffId, works))
}

/**
 * The first administrator of a hall that has none: an administrator and nothing else (A6). Who may
 * ask was proven outside the rules, with the code from the server's console.
 */
export function createFirstAdministrator(
  day: HallDay,
  person: Omit<NewPerson, 'works'>,
): Decision<{ staffId: string }> {
  if (holdersOf(day, 'administrator').length > 0) return refuse('not-allowed')
  const made = createPerson(day, { ...person, works: 'none' })
  if (isRefused(made)) return made
  const { staffId } = person
  const because = 'setup'
  return accept(
    { staffId },
    ...made.events,
    event('role.granted', { staffId, role: 'administrator', because }),
  )
}

function accountOf({ staffId, ...shown }: Omit<NewPerson, 'works'>): Staff {
  return { id: staffId, ...shown, serviceIds: null, stars: 0, portrait: null, active: true }
}

/** An account begins as counter staff; what else it begins as is said. */
function firstRolesOf(staffId: string, works: FirstWork): HallEvent[] {
  if (works === 'staff') return []
  const reason = 'account'
  const without = event('role.revoked', { staffId, role: 'staff', reason })
  if (works === 'none') return [without]
  return [without, event('role.granted', { staffId, role: works, because: reason })]
}

/** Whose PIN each may set: never that of somebody who may do more. */
const pinsOf: Partial<Record<PrincipalKind, readonly Role[]>> = {
  leader: ['staff', 'guide'],
  manager: ['staff', 'guide', 'leader'],
  administrator: roles,
  operator: roles,
}

/** As what somebody sets this person's PIN (A11), or why they do not. */
export function pinSetter(
  day: HallDay,
  by: Standing,
  staffId: string,
): { as: PrincipalKind } | Refused {
  if (!day.setup.staff.has(staffId)) return refuse('not-found')
  const held = [...rolesOf(day, staffId)]
  const kinds = by.kinds.filter((kind) => held.every((role) => pinsOf[kind]?.includes(role)))
  return authorise({ ...by, kinds }, 'pin.reset')
}

/** A new PIN: whoever signed in with the old one signs in again; a customer in hand stays theirs. */
export function setPin(day: HallDay, by: Standing, staffId: string): Decision {
  const setter = pinSetter(day, by, staffId)
  if (isRefused(setter)) return setter
  const signedIn = [...day.sessions.values()].filter((session) => session.staffId === staffId)
  return accept(
    {},
    event('staff.pin_set', { staffId }),
    ...signedIn.flatMap((session) => endSession(day, session, 'forced')),
  )
}

/** Lets somebody try again who was locked out; the counts stand beside the record. */
export function unlockPin(day: HallDay, staffId: string): Decision {
  if (!day.setup.staff.has(staffId)) return refuse('not-found')
  return accept({}, event('staff.unlocked', { staffId }))
}
