import { eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { firstRoles } from '#domain/people/roles.ts'
import * as schema from '../db/schema.ts'

type Reader = BetterSQLite3Database<typeof schema>

const inOrder = sql`rowid`

/** Reads back screens, roles and what two people decide, as the events made them (rule L3). */
export function loadPeople(rows: Reader, day: HallDay): void {
  for (const { legId } of rows.select().from(schema.annulments).orderBy(inOrder).all())
    day.annulled.add(legId)
  for (const device of rows.select().from(schema.devices).orderBy(inOrder).all())
    day.devices.set(device.id, device)
  for (const { staffId, role, held } of rows
    .select()
    .from(schema.staffRoles)
    .orderBy(inOrder)
    .all()) {
    const roles = day.roles.get(staffId) ?? new Set(firstRoles)
    if (held) roles.add(role)
    else roles.delete(role)
    day.roles.set(staffId, roles)
  }
  for (const passkey of rows.select().from(schema.passkeys).orderBy(inOrder).all())
    day.passkeys.set(passkey.id, passkey)
  const consoles = schema.consoleSessions
  for (const { endedAt: _endedAt, because: _because, ...session } of rows
    .select()
    .from(consoles)
    .where(isNull(consoles.endedAt))
    .orderBy(inOrder)
    .all())
    day.consoleSessions.set(session.id, session)
  for (const proposal of rows
    .select()
    .from(schema.proposals)
    .where(eq(schema.proposals.state, 'open'))
    .orderBy(inOrder)
    .all())
    day.proposals.set(proposal.id, proposal)
}
