import { afterAll, beforeAll, expect, test } from 'vitest'
import { minute, second } from '#domain/time.ts'
import type { Client } from '../support/client.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { rate } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c3: Counter
let evaluator: Client

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c3 = await (await server.counter('c3')).begin()
  evaluator = await server.evaluator('c3')
})
afterAll(() => server.stop())

/** All the screens of the hall at once. */
async function openScreens() {
  return {
    kiosk: await server.screen('kiosk', kiosk),
    wall: await server.screen('wall', await server.display()),
    counter: await server.screen('counter', c3),
    evaluator: await server.screen('evaluator', evaluator),
  }
}

test('V2, E2, H17 a ticket’s whole life: taken, called, called again, served, rated, measured', async () => {
  const screens = await openScreens()
  const taken = await kiosk.take('bills-pay', { language: 'en' })
  expect(taken.ticket).toMatchObject({ ticketNo: 'A001', state: 'waiting', ahead: 0, leg: 1 })
  const phone = await server.screen('ticket', server.phone(taken))
  await screens.kiosk.shows('one waiting', ({ waiting }) => waiting === 1)
  await screens.wall.shows('the number to get ready', ({ ready }) => ready[0] === 'A001')
  await screens.counter.shows('whom it would call', ({ next }) => next?.ticketNo === 'A001')

  await server.pass(2 * minute)
  const called = await c3.callNext()
  expect(called).toMatchObject({ id: taken.ticket.id, counterNo: '3', callCount: 1 })
  const { announcements } = await screens.wall.shows(
    'the call',
    (wall) => wall.announcements.length === 1,
  )
  expect(announcements[0]).toMatchObject({
    kind: 'call',
    ticketNo: 'A001',
    counterNo: '3',
    language: 'en',
  })
  await phone.shows(
    'the counter to go to',
    ({ state, counterNo }) => state === 'called' && counterNo === '3',
  )

  await server.pass(20 * second)
  await c3.act('recall', called)
  const again = await screens.wall.shows('the recall', (wall) => wall.announcements.length === 2)
  expect(again.announcements.map(({ kind }) => kind)).toEqual(['call', 'recall'])

  await server.pass(40 * second)
  await c3.act('start', called)
  await screens.wall.shows('the service', ({ counters }) => counters[2]?.state === 'serving')
  await server.pass(4 * minute)
  const done = await c3.act('complete', called, { outcome: 'done' })
  expect(done).toMatchObject({ state: 'completed', outcome: 'done' })

  const asked = await screens.evaluator.shows('the question', ({ prompt }) => prompt !== null)
  expect(asked.prompt).toMatchObject({
    ticketNo: 'A001',
    language: 'en',
    staff: { staffNo: '0317' },
  })
  await screens.counter.shows('that it is asked', ({ rating }) => rating?.asking === true)
  await server.pass(6 * second)
  const said = await rate(evaluator, asked.prompt ?? { legId: '', grant: '' }, {
    attitude: 5,
    efficiency: 3,
  })
  expect(said.state).toBe('rated')
  await screens.evaluator.shows('no question', ({ prompt }) => prompt === null)

  const { evaluations } = await server.operator.ask('GET /api/v1/evaluations')
  expect(evaluations).toEqual([
    expect.objectContaining({
      ...{ legId: done.legId, staffId: 's0317', counterId: 'c3', serviceId: 'bills-pay' },
      ...{ state: 'rated', attitude: 5, efficiency: 3, channel: 'evaluator', late: false },
    }),
  ])
  const measures = await server.operator.ask('GET /api/v1/measures')
  expect(measures).toMatchObject({
    ...{ issued: 1, states: { completed: 1 }, waiting: { count: 1, meanS: 120 } },
    ...{ handling: { count: 1, meanS: 240 }, ratings: { requested: 1, rated: 1, satisfied: 1 } },
  })
})

test('H13 the record tells that life in order, and who did what', async () => {
  const events = await server.operator.events()
  const life = events.filter(({ type }) => /^(?:ticket|evaluation)\./.test(type))
  expect(life.map(({ type }) => type)).toEqual([
    ...['ticket.issued', 'ticket.called', 'ticket.recalled', 'ticket.started', 'ticket.completed'],
    ...['evaluation.requested', 'evaluation.submitted'],
  ])
  expect(life.map(({ actor }) => actor.kind)).toEqual([
    ...['kiosk', 'staff', 'staff', 'staff', 'staff', 'staff', 'evaluator'],
  ])
})

test('H6 complete and call next does both, and the completion stands when nobody waits', async () => {
  const first = await kiosk.take('bills-pay')
  const second = await kiosk.take('bills-pay')
  await c3.serveNext()
  const door = 'POST /api/v1/counters/:counterId/complete-and-call-next'
  const params = { counterId: 'c3' }
  const both = await c3.ask(door, { params, body: { ticketId: first.ticket.id } })
  expect(both.completed.state).toBe('completed')
  expect(both.called?.id).toBe(second.ticket.id)
  await c3.act('start', second.ticket)
  const last = await c3.ask(door, {
    params,
    body: { ticketId: second.ticket.id, outcome: 'accepted' },
  })
  expect(last).toMatchObject({
    completed: { state: 'completed', outcome: 'accepted' },
    called: null,
  })
})

test('Q33 what a counter had done without a line counts from when it was done', async () => {
  await kiosk.take('bills-pay')
  const called = await c3.serveNext()
  const doneAt = server.clock.now() + 3 * minute
  await server.pass(10 * minute)
  const done = await c3.act('complete', called, { completedAt: doneAt })
  expect(done.endedAt).toBe(doneAt)
})

test('Q2 known defect: of those with equal seniority the oldest number is called first', async () => {
  const taken = []
  for (let n = 0; n < 5; n++) taken.push((await kiosk.take('bills-statement')).ticket.id)
  const called = []
  for (let n = 0; n < 5; n++) called.push((await c3.serveOne()).id)
  expect(called).toEqual(taken)
})
