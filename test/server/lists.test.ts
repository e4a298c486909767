import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minute } from '#domain/time.ts'
import type { Client } from '../support/client.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { rate } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let manager: Client

/** Seven bills paid at counter 1, the first three rated; two more wait, one of them for a meter. */
beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  manager = await server.manager()
  const evaluator = await server.evaluator('c1')
  c1 = await (await server.counter('c1')).begin()
  for (let n = 0; n < 7; n++) await kiosk.take('bills-pay')
  for (let n = 0; n < 7; n++) {
    const called = await c1.callNext()
    await server.pass(minute)
    await c1.act('start', called)
    await server.pass((n + 1) * minute)
    const { legId } = await c1.act('complete', called)
    if (n >= 3) continue
    const { data } = await evaluator.ask('GET /api/v1/view')
    const { grant } = data['prompt'] as { grant: string }
    await rate(evaluator, { legId, grant }, { attitude: n === 0 ? 2 : 5, efficiency: 4 })
  }
  await kiosk.take('bills-pay')
  await kiosk.take('meter-test')
})
afterAll(() => server.stop())

/** Reads a list to its end in pages of a size. */
async function inPages<T>(
  limit: number,
  page: (query: { limit: number; cursor?: string }) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { items, next } = await page({ limit, ...(cursor === undefined ? {} : { cursor }) })
    expect(items.length).toBeLessThanOrEqual(limit)
    all.push(...items)
    cursor = next
  }
  return all
}

describe('a list in pages', () => {
  test.each([1, 2, 4, 9, 500])(
    'H16 of tickets by %i is whole, in order and without a repetition',
    async (limit) => {
      const tickets = await inPages(limit, async (query) => {
        const { tickets: items, nextCursor: next } = await manager.ask('GET /api/v1/tickets', {
          query,
        })
        return { items, next }
      })
      const labels = tickets.map(({ ticketNo }) => ticketNo)
      expect(labels).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `A00${n}`), 'M001'])
    },
  )

  test.each([1, 3, 500])(
    'H16 of evaluations by %i is whole and in the order they were asked for',
    async (limit) => {
      const evaluations = await inPages(limit, async (query) => {
        const page = await server.operator.ask('GET /api/v1/evaluations', { query })
        return { items: page.evaluations, next: page.nextCursor }
      })
      expect(evaluations).toHaveLength(7)
      expect(new Set(evaluations.map(({ legId }) => legId)).size).toBe(7)
      const asked = evaluations.map(({ requestedAt }) => requestedAt ?? 0)
      expect(asked).toEqual(asked.toSorted((a, b) => a - b))
    },
  )

  test.each([1, 7, 1000])(
    'H16 of events by %i has no gap and every hash in its place',
    async (limit) => {
      const events = []
      for (let after = server.hall.seq - 40, more = true; more;) {
        const page = await server.operator.ask('GET /api/v1/events', { query: { after, limit } })
        events.push(...page.events)
        after = page.events.at(-1)?.seq ?? after
        more = page.more
      }
      const first = server.hall.seq - 39
      expect(events.map(({ seq }) => seq)).toEqual(
        Array.from({ length: 40 }, (_, at) => first + at),
      )
    },
  )
})

test('H16 tickets are found by state and by service', async () => {
  const waiting = await manager.ask('GET /api/v1/tickets', { query: { state: 'waiting' } })
  expect(waiting.tickets.map(({ ticketNo }) => ticketNo)).toEqual(['A008', 'M001'])
  const query = { serviceId: 'meter-test', state: 'waiting' } as const
  const meters = await manager.ask('GET /api/v1/tickets', { query })
  expect(meters.tickets.map(({ ticketNo }) => ticketNo)).toEqual(['M001'])
  const other = await manager.ask('GET /api/v1/tickets', { query: { businessDay: '2026-03-01' } })
  expect(other).toMatchObject({ tickets: [], nextCursor: null })
})

test('H16 an event carries its id, its time in the hall’s zone, its actor and its hash', async () => {
  const [issued] = await server.operator.events('ticket.issued')
  expect(issued).toMatchObject({
    ...{ id: `binjiang:${issued?.seq}`, hallId: 'binjiang', businessDay: '2026-03-02' },
    ...{ occurredAt: '2026-03-02T09:00:00.000+08:00', schemaVersion: 1 },
    actor: { kind: 'kiosk', id: expect.stringMatching(/^key-/), deviceId: null },
    hash: expect.stringMatching(/^[\w-]{43}$/),
  })
  const [called] = await server.operator.events('ticket.called')
  expect(called?.actor).toMatchObject({ kind: 'staff', deviceId: expect.stringMatching(/^key-/) })
})

test('H17 a business day in numbers is what its tickets say', async () => {
  const measures = await server.operator.ask('GET /api/v1/measures')
  expect(measures).toMatchObject({ businessDay: '2026-03-02', issued: 9 })
  expect(measures.states).toEqual({ completed: 7, waiting: 2 })
  // Handled in 1 … 7 minutes; the nth was called after those before it and their walks.
  expect(measures.handling).toEqual({ count: 7, meanS: 240, p50S: 240, p90S: 420 })
  const waits = [0, 2, 5, 9, 14, 20, 27].map((minutes) => minutes * 60)
  expect(measures.waiting).toEqual({ count: 7, meanS: 660, p50S: waits[3], p90S: waits[6] })
  const pay = measures.services.find(({ serviceId }) => serviceId === 'bills-pay')
  expect(pay).toMatchObject({ issued: 8, overNorm: 2 })
  const meter = measures.services.find(({ serviceId }) => serviceId === 'meter-test')
  expect(meter?.waiting).toEqual({ count: 0, meanS: null, p50S: null, p90S: null })
  expect(measures.ratings).toMatchObject({ requested: 7, rated: 3, satisfied: 2 })
})

test('H17 a day without anything is empty, not wrong', async () => {
  const query = { businessDay: '2025-01-01' }
  const measures = await manager.ask('GET /api/v1/measures', { query })
  expect(measures).toMatchObject({ issued: 0, states: {}, services: [] })
  expect(measures.waiting).toEqual({ count: 0, meanS: null, p50S: null, p90S: null })
})
