import { event } from '#domain/events.ts'
import { rolesOf } from '#domain/people/account-effects.ts'
import type { Role } from '#domain/people/principal.ts'
import type { Hall } from './hall.ts'

/** Makes somebody exactly this in a hall of the rules, however they come by it. */
export function making(hall: Hall, staffId: string, ...wanted: Role[]): void {
  const held = rolesOf(hall.day, staffId)
  hall.add(
    ...[...held]
      .filter((role) => !wanted.includes(role))
      .map((role) => event('role.revoked', { staffId, role, reason: 'test' })),
    ...wanted
      .filter((role) => !held.has(role))
      .map((role) => event('role.granted', { staffId, role, because: 'test' })),
  )
}

/** Lets somebody act from now on. */
export function acting(hall: Hall, kind: Role | 'operator', id: string): void {
  hall.actor = { kind, id, deviceId: null }
}
