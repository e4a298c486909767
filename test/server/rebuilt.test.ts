import { afterAll, beforeAll, expect, test } from 'vitest'
import { evolve } from '#domain/hall/evolve.ts'
import { emptyHallDay } from '#domain/hall/hall-day.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { Touched } from '#domain/hall/touched.ts'
import { openCountersFor } from '#domain/queue/routing.ts'
import { day } from '#domain/time.ts'
import { loadHallDay } from '#server/hall/load.ts'
import { fromRow } from '#server/record/chain.ts'
import type { EventRow } from '#server/record/chain.ts'
import { services } from '#server/sample/services.ts'
import { checkRecord } from '../support/record.ts'
import { TestServer } from '../support/server.ts'
import { Story } from '../support/story.ts'

const seed = Number(process.env['PROPERTY_SEED'] ?? 20260302)
const counterIds = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']

let server: TestServer
let story: Story

beforeAll(async () => {
  console.log(`The story begins at seed ${seed}`)
  server = await TestServer.start()
  story = new Story(server, seed)
  await story.begin(counterIds)
})
afterAll(() => server.stop())

/**
 * What a hall holds. A line that nobody stands in is as good as none, and who may call whom is only
 * remembered: it must be what would be found out anew.
 */
function comparable(hallDay: HallDay): Partial<HallDay> {
  const { routing: _remembered, ...held } = hallDay
  return { ...held, lines: new Map([...hallDay.lines].filter(([, line]) => line.length > 0)) }
}

function expectFreshRouting(hallDay: HallDay): void {
  for (const { id } of services)
    expect(openCountersFor(hallDay, id)).toEqual(openCountersFor({ ...hallDay, routing: null }, id))
}

/** The hall as its events alone make it. */
function replayed(): HallDay {
  const made = emptyHallDay(server.hall.id)
  const rows = server.hall.db.prepare<[], EventRow>(
    'SELECT seq, at, business_day AS businessDay, type, actor, body FROM events ORDER BY seq',
  )
  for (const row of rows.iterate()) evolve(made, fromRow(row), new Touched())
  return made
}

function compareAll(): void {
  const { hall } = server
  expectSame(loadHallDay(hall.db, hall.id), hall.day)
  expectSame(replayed(), hall.day)
  expectFreshRouting(hall.day)
}

/** Part by part, so that a difference can be read. */
function expectSame(made: HallDay, live: HallDay): void {
  const one = comparable(made)
  const other = comparable(live)
  expect(Object.keys(one)).toEqual(Object.keys(other))
  for (const part of Object.keys(one) as (keyof typeof one)[])
    expect({ [part]: one[part] }).toEqual({ [part]: other[part] })
}

test('L3 after a long random day the tables and the events give the very hall that is served', async () => {
  for (let n = 0; n < 400; n++) {
    await story.step()
    if (n % 100 === 99) compareAll()
  }
  expect(checkRecord(server.hall.db)).toEqual([])
})

test('L3 also over the night, with numbers carried and tickets forgotten', async () => {
  for (let night = 0; night < 5; night++) {
    await server.pass(day)
    for (let n = 0; n < 25; n++) await story.step()
    compareAll()
  }
  expect(checkRecord(server.hall.db)).toEqual([])
})

test('L3 also when most of the latest calls were not announced', async () => {
  const [c1] = story.counters
  if (!c1) throw new Error('There is no counter')
  const body = { reason: 'test' }
  await server.operator.knock('POST /api/v1/counters/:counterId/force-close', {
    ...{ params: { counterId: 'c1' }, body },
  })
  await c1.begin()
  for (let n = 0; n < 25; n++) await c1.act('complete', await c1.walkIn('bills-pay'))
  compareAll()
})

test('L3 a restart changes nothing', async () => {
  const before = structuredClone({ ...server.hall.day, lines: new Map() })
  await server.restart()
  expectSame({ ...server.hall.day, lines: new Map() }, before)
})
