// Planted defect: with the first head of the day for the first one after its close (`headAfter` in
// `server/record/slip.ts`) the slip proves a day that goes on. Shown once, and undone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import { day, hour, minute, second } from '#domain/time.ts'
import { openNote } from '#server/record/signer.ts'
import { consoleOf } from '../support/console.ts'
import type { Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
})
afterAll(() => server.stop())

const latest = async () => (await server.operator.ask('GET /api/v1/checkpoints/latest')).checkpoint

/** So many events at once, of the kind that changes least. */
async function record(count: number): Promise<void> {
  const events = Array.from({ length: count }, () =>
    event('export.made', { what: 'test', rows: 0 }),
  )
  await server.hall.change.submit({
    ...{ actor: { kind: 'system', id: 'test', deviceId: null }, sessionId: null, attempt: null },
    ...{ decide: () => accept({}, ...events), reply: () => ({}) },
  })
}

test('L7 the head is signed after 256 events, or five minutes after the last one', async () => {
  await server.pass(6 * minute)
  const first = await latest()
  await record(255)
  await server.pass(second)
  expect((await latest())?.seq).toBe(first?.seq)
  await record(1)
  await server.pass(second)
  expect((await latest())?.seq).toBe((first?.seq ?? 0) + 256)
  await kiosk.take('bills-pay')
  await server.pass(4 * minute)
  expect((await latest())?.seq).toBe((first?.seq ?? 0) + 256)
  await server.pass(minute)
  expect((await latest())?.seq).toBe(server.hall.seq)
})

test('L7 there is no slip of a day that goes on', async () => {
  for (const query of [{}, { businessDay: '2026-03-02' }])
    expect((await server.operator.refused('GET /api/v1/record/slip', { query })).code).toBe(
      'not-found',
    )
})

test('L7 the slip of a closed day holds a head that proves its close', async () => {
  await kiosk.take('bills-pay')
  await server.operator.ask('POST /api/v1/days/close', { body: { reason: '提前闭厅' } } as never)
  const closedAt = (await server.operator.events('day.closed')).at(-1)?.seq ?? 0
  // What still comes in belongs to the day, and changes nothing about its slip.
  await record(10)
  await server.pass(6 * minute)
  const slip = await server.operator.ask('GET /api/v1/record/slip')
  expect(slip).toMatchObject({ hallId: 'binjiang', businessDay: '2026-03-02', size: closedAt })
  expect(slip.counts).toMatchObject({ waiting: 0, expired: 2 })
  expect(openNote(slip.note, slip.publicKey)).toContain(`\n${closedAt}\n${slip.headHash}\n`)
  expect(Buffer.from(slip.headHash, 'base64').toString('hex')).toMatch(
    new RegExp(`^${slip.shortHash}`),
  )
  expect(slip.qr).toBe(slip.note)
})

test('L7 a day that the clock closed has one too, and an older day keeps its own', async () => {
  const first = await server.operator.ask('GET /api/v1/record/slip')
  await server.pass(day - 4 * hour)
  await server.pass(day)
  const slip = await server.operator.ask('GET /api/v1/record/slip')
  expect(slip.businessDay).toBe('2026-03-03')
  const query = { businessDay: '2026-03-02' }
  const again = await server.operator.ask('GET /api/v1/record/slip', { query })
  expect([again.note, again.size]).toEqual([first.note, first.size])
})

test('L7 heads and slips are for those who hold the record to itself', async () => {
  for (const role of ['manager', 'reviewer', 'auditor', 'administrator'] as const) {
    const reader = await consoleOf(server, role)
    expect((await reader.ask('GET /api/v1/checkpoints/latest')).checkpoint).not.toBeNull()
    expect((await reader.ask('GET /api/v1/record/slip')).note).toContain('hall-queue/binjiang')
  }
  const guide = await consoleOf(server, 'guide')
  for (const client of [guide, kiosk, server.anybody])
    expect((await client.knock('GET /api/v1/record/slip')).status).toBeGreaterThan(400)
})
