import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accept } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import type { HallEvent } from '#domain/events.ts'
import type { Role } from '#domain/people/principal.ts'
import type { SetupRow } from '#domain/hall/touched.ts'
import type { Hall } from '../hall/hall.ts'
import type { Halls } from '../hall/halls.ts'
import { needsAdministrator } from '../people/first.ts'
import { drawPin, hashPin } from '../people/pins.ts'
import type { SampleHall } from './index.ts'
import { sampleHall } from './index.ts'
import { alsoAtWindows, office } from './office.ts'

const pinFile = (dataDir: string) => join(dataDir, 'sample-pins.json')

/** PINs of the sample hall's staff, drawn at seeding and shown on its start page only. */
export function samplePins(dataDir: string): Record<string, string> {
  const file = pinFile(dataDir)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}

/** Writes the sample hall into an empty data folder. */
export async function seedSampleHall(halls: Halls): Promise<Hall> {
  const hall = halls.open(sampleHall.hall.id)
  await hall.begin()
  const pins = Object.fromEntries(sampleHall.staff.map(({ staffNo }) => [staffNo, drawPin()]))
  const hashes = await Promise.all(
    sampleHall.staff.map(async ({ id, staffNo }) => ({
      id,
      hash: await hashPin(pins[staffNo] ?? '', halls.secrets.pepper),
    })),
  )
  writeFileSync(pinFile(halls.dataDir), JSON.stringify(pins, null, 2), { mode: 0o600 })
  await hall.change.submit({
    actor: { kind: 'system', id: 'seed', deviceId: null },
    sessionId: null,
    attempt: null,
    decide: () =>
      accept(
        {},
        ...setupEvents(sampleHall),
        ...officeEvents(),
        ...hashes.map(({ id }) => event('staff.pin_set', { staffId: id })),
      ),
    reply: () => ({}),
    beside: (db) => {
      const put = db.prepare('INSERT INTO staff_pins (staff_id, hash) VALUES (?, ?)')
      for (const { id, hash } of hashes) put.run(id, hash)
    },
  })
  await hall.tick()
  return hall
}

/** Lets people at the console into a sample hall that an older release made without any. */
export async function bringOffice(hall: Hall): Promise<void> {
  if (hall.day.setup.hall.purpose === 'sample' && needsAdministrator(hall))
    await hall.act((day) => officeEvents(day.setup.staff))
}

/** The people at the console, and what each may do there; `known`: who is there already. */
function officeEvents(known: ReadonlyMap<string, unknown> = new Map()): HallEvent[] {
  const granted = (staffId: string, roles: readonly Role[]) =>
    roles.map((role) => event('role.granted', { staffId, role, because: 'sample' }))
  return [
    ...office
      .filter(({ staff: { id } }) => !known.has(id))
      .flatMap(({ staff: { id, ...rest }, roles }) => [
        event('setup.changed', { kind: 'staff', id, value: { id, ...rest } }),
        // An account begins at the counter; these have no place there.
        event('role.revoked', { staffId: id, role: 'staff', reason: 'sample' }),
        ...granted(id, roles),
      ]),
    ...Object.entries(alsoAtWindows).flatMap(([id, roles]) => granted(id, roles)),
  ]
}

/** The items of a whole setup, in the order in which its parts need each other. */
export function setupRows(setup: SampleHall): SetupRow[] {
  return [
    { kind: 'hall', id: setup.hall.id, value: setup.hall },
    ...setup.groups.map((value) => ({ kind: 'group', id: value.id, value }) as const),
    ...setup.services.map((value) => ({ kind: 'service', id: value.id, value }) as const),
    ...setup.counters.map((value) => ({ kind: 'counter', id: value.id, value }) as const),
    ...setup.staff.map((value) => ({ kind: 'staff', id: value.id, value }) as const),
    ...setup.terminals.map((value) => ({ kind: 'terminal', id: value.id, value }) as const),
    ...setup.notices.map((value) => ({ kind: 'notice', id: value.id, value }) as const),
    ...(setup.rules ?? []).map((value) => ({ kind: 'rule', id: value.id, value }) as const),
  ]
}

/** The events that put a whole setup in force. */
export function setupEvents(setup: SampleHall): HallEvent[] {
  return setupRows(setup).map((row) => event('setup.changed', row))
}
