import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CounterView } from '#contract/live.ts'
import { minute, second } from '#domain/time.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let c3: Counter
let c5: Counter

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
  c3 = await (await server.counter('c3')).begin()
  c5 = await (await server.counter('c5')).begin()
})
afterAll(() => server.stop())
// So that no two take their numbers in the same millisecond.
beforeEach(() => server.pass(second))

const viewOf = async (counter: Counter) =>
  (await counter.ask('GET /api/v1/view')).data as CounterView

describe('a transfer', () => {
  /** One waits for a home service since a minute; another is served at counter 1 and sent there. */
  async function sent(place: 'seniority' | 'first' | 'last', from = c1) {
    const moved = await kiosk.take('bills-pay')
    await server.pass(minute)
    const waiting = await kiosk.take('home-new')
    const called = await from.act('call', moved.ticket, { reason: 'promised' })
    await from.act('start', called)
    await server.pass(minute)
    const later = await kiosk.take('home-new')
    await server.pass(second)
    await from.act('transfer', called, { toServiceId: 'home-new', place, note: '证件已核对' })
    return {
      moved: moved.ticket.ticketNo,
      waiting: waiting.ticket.ticketNo,
      later: later.ticket.ticketNo,
    }
  }

  /** Serves all who wait at counter 3, and gives their numbers in the order of the calls. */
  async function order(): Promise<string[]> {
    const called: string[] = []
    while ((await viewOf(c3)).next) called.push((await c3.serveOne()).ticketNo)
    return called
  }

  test('Q8 keeps the number and its seniority', async () => {
    const { moved, waiting, later } = await sent('seniority')
    expect(await order()).toEqual([moved, waiting, later])
  })

  test('Q8 may place it first, or last', async () => {
    const first = await sent('first')
    expect(await order()).toEqual([first.moved, first.waiting, first.later])
    const last = await sent('last')
    expect(await order()).toEqual([last.waiting, last.later, last.moved])
  })

  test('Q21, V10 takes its note to the colleague, and to no screen of a customer', async () => {
    const taken = await kiosk.take('bills-pay')
    const called = await c1.act('call', taken.ticket, { reason: 'promised' })
    await c1.act('start', called)
    await c1.act('note', called, { text: '要发票' })
    await c1.act('transfer', called, { toServiceId: 'home-transfer', note: '材料齐全' })
    await c3.act('call', called, { reason: 'promised' })
    const { current } = await viewOf(c3)
    expect(current?.notes.map(({ text }) => text)).toEqual(['要发票', '材料齐全'])
    const phone = await server.phone(taken).ask('GET /api/v1/view')
    expect(JSON.stringify(phone)).not.toMatch(/要发票|材料齐全/)
    await c3.act('complete', await c3.act('start', called))
  })

  test('Q9 to a counter is called there, also for a service it does not usually handle', async () => {
    const taken = await kiosk.take('bills-pay')
    const called = await c1.act('call', taken.ticket, { reason: 'promised' })
    await c1.act('start', called)
    await c1.act('transfer', called, { toCounterId: 'c5' })
    expect((await c1.notAt('call-next')).code).toBe('no-one-waiting')
    expect((await viewOf(c5)).next).toMatchObject({
      ticketNo: called.ticketNo,
      reason: 'sent-here',
    })
    expect((await c5.serveOne()).id).toBe(taken.ticket.id)
  })

  test('Q11 needs a target, another one, and one that is there and open', async () => {
    await kiosk.take('bills-pay')
    const called = await c1.callNext()
    const not = async (body: object) => (await c1.notAct('transfer', called, body)).code
    expect(await not({})).toBe('transfer-target-missing')
    expect(await not({ toCounterId: 'c1' })).toBe('transfer-to-itself')
    expect(await not({ toCounterId: 'c99' })).toBe('counter-unknown')
    expect(await not({ toCounterId: 'c4' })).toBe('counter-closed')
    expect(await not({ toServiceId: 'none' })).toBe('service-unknown')
    await c1.act('complete', await c1.act('start', called))
  })
})

describe('on hold', () => {
  test('Q16, Q17 a number keeps its counter free for others and comes back to its place', async () => {
    await kiosk.take('bills-pay')
    const held = await c1.serveNext()
    await server.pass(2 * minute)
    await c1.act('park', held, { reason: 'fetching-papers' })
    await kiosk.take('bills-pay')
    await c1.serveOne()
    await server.pass(10 * minute)
    expect((await viewOf(c1)).parked).toMatchObject([{ ticketNo: held.ticketNo, here: true }])
    const back = await c1.act('resume', held)
    expect(back).toMatchObject({ state: 'called', leg: 1 })
    await c1.act('start', held)
    await server.pass(minute)
    await c1.act('complete', held)
    const leg = server.hall.day.legs.get(held.legId)
    // Two minutes before and one after; the ten aside are no handling.
    expect((leg?.endedAt ?? 0) - (leg?.startedAt ?? 0) - (leg?.parkedMs ?? 0)).toBe(3 * minute)
  })

  test('Q18 a number may be taken up at another counter as a new leg', async () => {
    await kiosk.take('bills-pay')
    const held = await c1.serveNext()
    await c1.act('park', held, { reason: 'system' })
    const taken = await c3.act('resume', held)
    expect(taken).toMatchObject({ state: 'called', leg: 2, counterNo: '3' })
    await c3.act('complete', await c3.act('start', held))
  })

  test('Q17 a number sent to a counter comes back there, whatever else is handled there', async () => {
    const { ticket } = await kiosk.take('bills-pay')
    const called = await c1.act('call', ticket, { reason: 'promised' })
    await c1.act('start', called)
    await c1.act('transfer', called, { toCounterId: 'c5' })
    const here = await c5.serveNext()
    await c5.act('park', here, { reason: 'approval' })
    expect((await viewOf(c5)).parked).toMatchObject([{ ticketNo: here.ticketNo, here: true }])
    expect((await c5.act('resume', here)).state).toBe('called')
    await c5.act('complete', await c5.act('start', here))
  })
})

describe('a number that was missed', () => {
  async function missed() {
    await kiosk.take('bills-pay')
    const called = await c1.callNext()
    expect((await c1.notAct('no-show', called)).code).toBe('no-show-too-early')
    await c1.act('recall', called)
    await server.pass(90 * second)
    return c1.act('no-show', called)
  }

  test('Q14 is back within its grace and keeps its place', async () => {
    const gone = await missed()
    expect(gone.state).toBe('no_show')
    const after = await kiosk.take('bills-pay')
    await server.pass(10 * minute)
    expect((await c3.act('requeue', gone)).state).toBe('waiting')
    expect((await c1.serveOne()).id).toBe(gone.id)
    expect((await c1.serveOne()).id).toBe(after.ticket.id)
  })

  test('Q14 its holder reads until when, and after that it is over', async () => {
    await server.operator.set('graceCalls', 0)
    const taken = await kiosk.take('bills-pay')
    const called = await c1.callNext()
    await c1.act('recall', called)
    await server.pass(90 * second)
    await c1.act('no-show', called)
    const until = server.clock.now() + 30 * minute
    const seen = await server.phone(taken).ask('GET /api/v1/view')
    expect(seen.data['missed']).toEqual({ graceUntil: until, mayReturn: true })
    await server.pass(30 * minute + 1)
    expect((await c1.notAct('requeue', called)).code).toBe('grace-over')
    expect((await server.phone(taken).ask('GET /api/v1/view')).data['missed']).toMatchObject({
      mayReturn: false,
    })
  })

  test('Q12 waits longer for one whose phone page is open', async () => {
    const taken = await kiosk.take('bills-pay')
    const page = await server.screen('ticket', server.phone(taken))
    const called = await c1.callNext()
    await c1.act('recall', called)
    await server.pass(90 * second)
    expect(await c1.notAct('no-show', called)).toMatchObject({
      code: 'no-show-too-early',
      details: { waitS: 90 },
    })
    page.close()
    await c1.act('complete', await c1.act('start', called))
  })
})
