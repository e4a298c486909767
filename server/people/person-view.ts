import { eq } from 'drizzle-orm'
import type { Static } from 'typebox'
import type { PersonShape } from '#contract/people-admin.ts'
import type { Words } from '#domain/hall/setup.ts'
import { rolesOf } from '#domain/people/account-effects.ts'
import { consoleSessionOf } from '#domain/people/console-acts.ts'
import { passkeysOf } from '#domain/people/enrolment.ts'
import { roles } from '#domain/people/principal.ts'
import * as schema from '../db/schema-beside.ts'
import type { Hall } from '../hall/hall.ts'
import { isLive } from './console/enrolments.ts'
import { hasPassword } from './console/recovery.ts'
import { pinLockedUntil } from './pins.ts'

export type Person = Static<typeof PersonShape>

/** A person as those see them who look after accounts; nothing here opens anything. */
export function personView(hall: Hall, staffId: string): Person {
  const { day } = hall
  const staff = day.setup.staff.get(staffId)
  if (!staff) throw new Error(`There is nobody with the id ${staffId}`)
  const { id, staffNo, name, post, active } = staff
  const held = rolesOf(day, id)
  const atCounter = [...day.sessions.values()].find((session) => session.staffId === id)
  return {
    ...{ id, staffNo, name, post, active },
    roles: roles.filter((role) => held.has(role)),
    passkeys: passkeysOf(day, id).map(({ staffId: _owner, ...passkey }) => passkey),
    hasPassword: hasPassword(hall, id),
    hasPin: hasPin(hall, id),
    pinLockedUntil: pinLockedUntil(hall, staffNo),
    enrolmentUntil: enrolmentUntil(hall, id),
    counterId: atCounter?.counterId ?? null,
    atConsole: consoleSessionOf(day, id) !== null,
  }
}

export function peopleView(hall: Hall): Person[] {
  return [...hall.day.setup.staff.keys()].map((id) => personView(hall, id))
}

function hasPin({ rows }: Hall, staffId: string): boolean {
  const pins = schema.staffPins
  return rows.select().from(pins).where(eq(pins.staffId, staffId)).get() !== undefined
}

/** Until when a code opens that was given to them; null: none does. */
function enrolmentUntil(hall: Hall, staffId: string): number | null {
  const codes = schema.enrolments
  const kept = hall.rows.select().from(codes).where(eq(codes.staffId, staffId)).get()
  const opens = kept && isLive(kept, hall.now())
  return opens ? kept.expiresAt : null
}

/** Words in both languages: what has no English is read in Chinese. */
export function bilingual({ zh, en }: { zh: string; en?: string | undefined }): Words {
  return { zh: zh.trim(), en: en?.trim() || zh.trim() }
}
