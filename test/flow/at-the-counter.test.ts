import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CounterView } from '#contract/live.ts'
import { statusesOf } from '../support/client.ts'
import type { Client } from '../support/client.ts'
import { Counter } from '../support/people.ts'
import type { Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let c2: Counter
let manager: Client

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  manager = await server.manager()
  c1 = await (await server.counter('c1')).begin()
  c2 = await (await server.counter('c2')).begin()
})
afterAll(() => server.stop())

/** A browser of the sample hall at a counter: each has a credential of its own. */
async function browserAt(counterId: string): Promise<Counter> {
  const body = { kind: 'terminal', counterId } as const
  const { token } = await server.anybody.ask('POST /api/v1/sample/credentials', { body })
  return new Counter(server.url, token, counterId)
}

const viewOf = async (counter: Counter) =>
  (await counter.ask('GET /api/v1/view')).data as CounterView

describe('two browsers at one counter', () => {
  test('C6, V12 known defect: the second takes over, the first is told by its view and can do nothing', async () => {
    const first = await browserAt('c4')
    await first.begin()
    const screen = await server.screen('counter', first)
    expect(screen.data).toMatchObject({ mine: true, sessionEnded: null })
    const second = await browserAt('c4')
    const waiting = await server.screen('counter', second)
    expect(waiting.data).toMatchObject({
      mine: false,
      sessionEnded: null,
      staff: { staffNo: screen.data.staff?.staffNo },
    })
    await second.signIn()
    const told = await screen.shows('the notice', ({ mine }) => !mine)
    expect(told.sessionEnded).toBe('replaced')
    expect(Object.values(told.buttons).every(({ live }) => !live)).toBe(true)
    expect((await first.notAt('call-next')).code).toBe('session-ended')
    // The counter itself goes on as it was.
    expect((await viewOf(second)).counter.state).toBe('idle')
    expect((await second.notAt('call-next')).code).toBe('no-one-waiting')
  })

  test('C6 the customer in hand stays with the person', async () => {
    const first = await browserAt('c3')
    await first.begin()
    await kiosk.take('home-new')
    const called = await first.serveNext()
    const second = await browserAt('c3')
    await second.signIn()
    expect((await viewOf(second)).current?.id).toBe(called.id)
    expect((await second.act('complete', called)).staffId).toBe(called.staffId)
  })

  test('C8 a colleague cannot take a counter with another’s customer in hand', async () => {
    const first = await browserAt('c5')
    await first.begin()
    await kiosk.take('business-new')
    await first.serveNext()
    const second = await browserAt('c5')
    const colleague = await second.usual('c6')
    const sent = { params: { counterId: 'c5' }, body: colleague }
    const problem = await second.refused('POST /api/v1/counters/:counterId/sign-in', sent)
    expect(problem.code).toBe('counter-held')
    expect(problem.titles.zh).toContain('的客户还在这个窗口办理')
  })

  test('C12 a manager frees it: the customer goes first, who was there is signed out', async () => {
    const params = { counterId: 'c5' }
    const body = { reason: '离岗' }
    const { counter } = await manager.ask('POST /api/v1/counters/:counterId/force-close', {
      params,
      body,
    })
    expect(counter).toMatchObject({ state: 'closed', staffId: null, ticketId: null })
    const c5 = await browserAt('c5')
    await c5.signIn()
    await c5.at('open')
    expect((await viewOf(c5)).next).toMatchObject({ reason: 'placed-first' })
    await c5.serveOne()
  })
})

describe('one ticket from two counters', () => {
  test('C1 called at the same instant: one wins, the other is told who has it', async () => {
    for (let round = 0; round < 10; round++) {
      const { ticket } = await kiosk.take('bills-pay')
      const params = { ticketId: ticket.id }
      const body = { reason: 'promised' } as const
      const door = 'POST /api/v1/tickets/:ticketId/call'
      const heard = await Promise.all(
        [c1, c2].map((counter) => counter.knock(door, { params, body })),
      )
      expect(statusesOf(heard)).toEqual([200, 409])
      const winner = heard[0]?.status === 200 ? c1 : c2
      const refused = JSON.parse(heard.find(({ status }) => status === 409)?.text ?? '')
      const counterNo = winner === c1 ? '1' : '2'
      expect(refused).toMatchObject({
        code: 'ticket-taken',
        details: { ticketNo: ticket.ticketNo, counterNo },
      })
      expect(refused.titles.zh).toBe(`${ticket.ticketNo} 已被 ${counterNo} 号窗口叫走`)
      const loser = winner === c1 ? c2 : c1
      expect(await loser.notAct('start', ticket)).toMatchObject({
        code: 'ticket-elsewhere',
        details: { counterNo },
      })
      await winner.act('complete', await winner.act('start', ticket))
    }
  })

  test('C1 “call next” from all counters at once gives each another number', async () => {
    for (let n = 0; n < 2; n++) await kiosk.take('bills-pay')
    const [one, other] = await Promise.all([c1.callNext(), c2.callNext()])
    expect(one?.id).not.toBe(other?.id)
    for (const [counter, ticket] of [
      [c1, one],
      [c2, other],
    ] as const)
      await counter.act('complete', await counter.act('start', ticket))
  })

  test('C1 “call next” pressed twice at one counter calls one', async () => {
    for (let n = 0; n < 2; n++) await kiosk.take('bills-pay')
    const door = 'POST /api/v1/counters/:counterId/call-next'
    const params = { counterId: 'c1' }
    const heard = await Promise.all([1, 2].map(() => c1.knock(door, { params })))
    expect(statusesOf(heard)).toEqual([200, 409])
    expect(JSON.parse(heard.find(({ status }) => status === 409)?.text ?? '')).toMatchObject({
      code: 'counter-busy',
    })
    const { current } = await viewOf(c1)
    await c1.act('complete', await c1.act('start', { id: current?.id ?? '' }))
    await c1.serveOne()
  })
})

describe('besides the line', () => {
  test('N8 a walk-in has a number, is served at once, and is announced to nobody', async () => {
    const wall = await server.screen('wall', await server.display())
    const before = wall.data.announcements.length
    const ticket = await c1.walkIn('bills-invoice')
    expect(ticket).toMatchObject({ state: 'serving', channel: 'counter', counterNo: '1' })
    const shown = await wall.shows(
      'the service',
      ({ counters }) => counters[0]?.ticketNo === ticket.ticketNo,
    )
    expect(shown.announcements.length).toBe(before)
    expect((await c1.act('complete', ticket)).state).toBe('completed')
    wall.close()
  })

  test('C2 a number called out of order keeps its reason in the record', async () => {
    await kiosk.take('bills-pay')
    const second = await kiosk.take('bills-pay')
    const params = { counterId: 'c1' }
    const body = { ticketNo: second.ticket.ticketNo, reason: 'priority' } as const
    const { ticket } = await c1.ask('POST /api/v1/counters/:counterId/call', { params, body })
    expect(ticket.id).toBe(second.ticket.id)
    const called = (await server.operator.events('ticket.called')).at(-1)
    expect(called?.data).toMatchObject({ ticketId: ticket.id, direct: 'priority' })
    await c1.act('complete', await c1.act('start', ticket))
    await c1.serveOne()
  })

  test('C2 a number is not called without a reason, nor one that is not waiting', async () => {
    const { ticket } = await kiosk.take('bills-pay')
    expect((await c1.notAct('call', ticket)).code).toBe('bad-request')
    expect((await c1.notAct('call', ticket, { reason: 'friend' })).code).toBe('bad-request')
    await server.phone(await kiosk.take('bills-pay')).ask('POST /api/v1/tickets/mine/cancel')
    expect((await c1.notAct('call', { id: 'unknown' }, { reason: 'other' })).code).toBe(
      'ticket-unknown',
    )
    await c1.serveOne()
  })

  test('C3 staff act at their own counter only, and on its own ticket', async () => {
    await kiosk.take('bills-pay')
    const called = await c1.serveNext()
    const params = { counterId: 'c2' }
    const door = 'POST /api/v1/counters/:counterId/call-next'
    expect(await c1.refused(door, { params })).toMatchObject({
      code: 'counter-wrong',
      details: { counterNo: '1' },
    })
    expect((await c2.notAct('complete', called)).code).toBe('ticket-elsewhere')
    await c1.act('complete', called)
  })

  test('C5 a paused or closed counter calls nobody, and the wall shows its state', async () => {
    const wall = await server.screen('wall', await server.display())
    await c2.pause('handover')
    await wall.shows('the pause', ({ counters }) => counters[1]?.state === 'paused')
    expect((await c2.notAt('call-next')).code).toBe('counter-paused')
    await c2.at('close')
    await wall.shows('the end', ({ counters }) => counters[1]?.state === 'closed')
    expect((await c2.notAt('call-next')).code).toBe('counter-closed')
    await c2.at('open')
    wall.close()
  })
})
