import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import Type from 'typebox'
import { setupShapes } from '#contract/hall.ts'
import { strict } from '#contract/shapes.ts'
import { applySetup } from '#domain/hall/effects.ts'
import { emptyHallDay } from '#domain/hall/hall-day.ts'
import type { Setup } from '#domain/hall/setup.ts'
import type { SetupRow } from '#domain/hall/touched.ts'
import type { SampleHall } from '../sample/index.ts'
import type { Doors } from './doors.ts'
import { Mistake } from './mistake.ts'

/** A hall as a file: `hall show` writes one, `hall create` and `hall update` read it. */
export type SetupFile = SampleHall

const SetupFileShape = strict({
  hall: setupShapes.hall,
  groups: Type.Array(setupShapes.group),
  services: Type.Array(setupShapes.service),
  counters: Type.Array(setupShapes.counter),
  staff: Type.Array(setupShapes.staff),
  terminals: Type.Array(setupShapes.terminal),
  notices: Type.Array(setupShapes.notice),
  rules: Type.Optional(Type.Array(setupShapes.rule)),
})

/** Reads a setup file and checks all of it before anything of it is put in force. */
export function readSetupFile(file: string): SetupFile {
  let read: unknown
  try {
    read = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Mistake(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
  const ajv = new Ajv({ allErrors: true, strict: false })
  if (!ajv.validate(SetupFileShape, read)) {
    const faults = (ajv.errors ?? [])
      .slice(0, 10)
      .map(({ instancePath, message }) => `  ${instancePath || '/'} ${message ?? ''}`)
    throw new Mistake(`${file} is not a hall's setup:\n${faults.join('\n')}`)
  }
  return read as SetupFile
}

/** Puts one item of a setup in force. */
export async function putSetup(doors: Doors, { kind, id, value }: SetupRow): Promise<void> {
  const body = value as unknown as Record<string, unknown>
  await doors.ask('PUT /api/v1/setup/:kind/:id', { params: { kind, id }, body })
}

/** Events of one type, from the record; `since`: those after this number. */
export async function eventsOf(doors: Doors, type: string, since = 0) {
  const found = []
  for (let after = since, more = true; more;) {
    const page = await doors.ask('GET /api/v1/events', { query: { type, after, limit: 1000 } })
    found.push(...page.events)
    after = page.next
    more = page.more
  }
  return found
}

/** The setup in force: what its events say, the last word on each item. */
export async function setupInForce(doors: Doors): Promise<Setup> {
  const { setup } = emptyHallDay('')
  for (const { data } of await eventsOf(doors, 'setup.changed'))
    applySetup(setup, data as unknown as SetupRow)
  return setup
}

export function toFile(setup: Setup): SetupFile {
  const { hall, groups, services, counters, staff, terminals, notices } = setup
  return {
    hall,
    groups: [...groups.values()],
    services: [...services.values()],
    counters: [...counters.values()],
    staff: [...staff.values()],
    terminals: [...terminals.values()],
    notices: [...notices.values()],
  }
}
