import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { day, hour, instantOf, minute } from '#domain/time.ts'
import type { Client } from '../support/client.ts'
import { consoleOf } from '../support/console.ts'
import type { Counter, Kiosk, Taken } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter

/** Half an hour before the cut-over at 04:00, in the hall's own zone. */
const beforeCutOver = instantOf('2026-03-03', 3 * 60 + 30, 'Asia/Shanghai')

beforeEach(async () => {
  server = await TestServer.start({ startAt: beforeCutOver })
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
})
afterEach(() => server.stop())

const inState = async (state: 'waiting' | 'expired', businessDay: string) => {
  const query = { state, businessDay }
  const { tickets } = await server.operator.ask('GET /api/v1/tickets', { query })
  return tickets.map(({ ticketNo }) => ticketNo)
}

describe('the cut-over', () => {
  test('D3 while counters serve loses nothing: all who wait are served under their numbers', async () => {
    const wall = await server.screen('wall', await server.display())
    const taken: Taken[] = []
    for (let n = 0; n < 4; n++) taken.push(await kiosk.take('bills-pay'))
    const inHand = await c1.serveNext()
    await server.pass(hour)
    await wall.shows('the new day', ({ hall }) => hall.businessDay === '2026-03-03')
    expect((await c1.act('complete', inHand)).state).toBe('completed')
    const fresh = await kiosk.take('bills-pay')
    // Those of yesterday keep their numbers, so today's leave them out.
    expect(taken.map(({ ticket }) => ticket.ticketNo)).toEqual(['A001', 'A002', 'A003', 'A004'])
    expect(fresh.ticket).toMatchObject({ ticketNo: 'A005', businessDay: '2026-03-03' })
    const served = []
    for (let n = 0; n < 4; n++) served.push((await c1.serveOne()).ticketNo)
    expect(served).toEqual(['A002', 'A003', 'A004', 'A005'])
    expect((await server.phone(taken[1] ?? { token: '' }).ticket()).state).toBe('completed')
    const closed = (await server.operator.events('day.closed')).at(-1)
    expect(closed?.data).toMatchObject({
      businessDay: '2026-03-02',
      counts: { waiting: 3, serving: 1 },
    })
  })

  test('D3 with takes and calls going on at that very moment', async () => {
    const waiting = await Promise.all(Array.from({ length: 20 }, () => kiosk.take('bills-pay')))
    const [, ...around] = await Promise.all([
      server.pass(hour),
      ...Array.from({ length: 20 }, () => kiosk.take('bills-pay')),
      c1.callNext(),
    ])
    const labels = [...waiting, ...around.filter((one) => 'token' in one)].map(
      ({ ticket }) => ticket,
    )
    const named = labels.map(({ businessDay, ticketNo }) => `${businessDay} ${ticketNo}`)
    expect(new Set(named).size).toBe(40)
    // No two who may wait together answer to the same call.
    expect(new Set(labels.map(({ ticketNo }) => ticketNo)).size).toBe(40)
  })

  test('D5 numbers that nobody can call any more end with the day', async () => {
    await kiosk.take('bills-pay')
    await c1.at('close')
    await server.pass(hour)
    expect(await inState('expired', '2026-03-02')).toEqual(['A001'])
  })

  test('D6 known defect: a hall that wants its queue kept overnight keeps it', async () => {
    await server.operator.set('dayEnd', 'keep')
    const { ticket } = await kiosk.take('bills-pay')
    await c1.at('close')
    await server.pass(hour)
    expect(await inState('waiting', '2026-03-02')).toEqual(['A001'])
    await c1.begin()
    expect((await c1.serveOne()).id).toBe(ticket.id)
  })

  test('D3, Q14 a missed number of yesterday comes back within its grace', async () => {
    await kiosk.take('bills-pay')
    const called = await c1.callNext()
    await c1.act('recall', called)
    await server.pass(20 * minute)
    await c1.act('no-show', called)
    await server.pass(15 * minute)
    expect(server.hall.day.businessDay).toBe('2026-03-03')
    expect((await c1.act('requeue', called)).state).toBe('waiting')
    expect((await c1.serveOne()).ticketNo).toBe('A001')
  })

  test('D3 a restart in the night opens the day that has come', async () => {
    await kiosk.take('bills-pay')
    await c1.at('close')
    server.clock.moveTo(beforeCutOver + day)
    await server.restart()
    await server.hall.tick()
    expect(server.hall.day.businessDay).toBe('2026-03-03')
    expect((await kiosk.take('bills-pay')).ticket).toMatchObject({ ticketNo: 'A001' })
  })
})

describe('a day by hand', () => {
  let leader: Client
  beforeEach(async () => {
    leader = await consoleOf(server, 'leader')
  })

  test('D8 closed early takes no more numbers until one is opened, and days never go back', async () => {
    await leader.ask('POST /api/v1/days/close', { body: { reason: 'storm' } } as never)
    const body = { serviceId: 'bills-pay' }
    expect((await kiosk.refused('POST /api/v1/tickets', { body })).code).toBe('day-not-open')
    const open = (businessDay: string) => ({ body: { businessDay, reason: '提前开门' } })
    const { operator } = server
    expect((await operator.refused('POST /api/v1/days/open', open('2026-03-01'))).code).toBe(
      'day-not-later',
    )
    expect((await operator.refused('POST /api/v1/days/open', open('2026-03-02'))).code).toBe(
      'day-not-later',
    )
    await operator.ask('POST /api/v1/days/open', open('2026-03-03'))
    expect((await kiosk.take('bills-pay')).ticket.businessDay).toBe('2026-03-03')
    await server.pass(hour)
    expect(server.hall.day.businessDay).toBe('2026-03-03')
  })
})

describe('known defect: the end of the day in UTC', () => {
  let other: TestServer
  beforeAll(async () => {
    // Five in the afternoon in Vancouver is midnight in UTC.
    const startAt = instantOf('2026-01-15', 16 * 60 + 30, 'America/Vancouver')
    other = await TestServer.start({ startAt })
    const hall = { ...other.hall.day.setup.hall, timeZone: 'America/Vancouver' }
    const params = { kind: 'hall', id: hall.id } as const
    await other.operator.ask('PUT /api/v1/setup/:kind/:id', { params, body: hall })
  })
  afterAll(() => other.stop())

  test('D1 is no end of anything in a hall of another zone', async () => {
    const taking = await other.kiosk()
    // The sample was opened as a hall in Shanghai, where it is the next morning already.
    const before = await taking.take('bills-pay')
    await other.pass(hour)
    const after = await taking.take('bills-pay')
    expect(after.ticket.businessDay).toBe(before.ticket.businessDay)
    expect([before, after].map(({ ticket }) => ticket.ticketNo)).toEqual(['A001', 'A002'])
    const [first] = await other.operator.events('ticket.issued')
    expect(first?.occurredAt).toBe('2026-01-15T16:30:00.000-08:00')
  })
})
