// Each was broken once and its test seen to fail:
//   the reason left in the item (`putSetup`)            → the manager's rule was refused
//   departures without those placed first (`rowsIn`)    → the list left one out
//   pauses of a counter left out (`pausesAfter`)        → the day was not lived as it was
//   hall not kept as running (`tryOnPastDays`)          → two trials ran at once
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import { day, hour, minute } from '#domain/time.ts'
import { statusesOf } from '../support/client.ts'
import { consoleOf, signInAgain } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import type { Counter, Kiosk, Taken } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let manager: ConsoleClient
beforeEach(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
  manager = await consoleOf(server, 'manager')
})
afterEach(() => server.stop())

const firstCome: CallingRule = { kind: 'first-come' }
/** Preferred customers before all others. */
const preferredFirst: CallingRule = { kind: 'strict', order: [1, 2, 0] }
const name = { zh: '规则', en: 'Rule' }

function put(id: string, rule: CallingRule, from: number, who = manager) {
  const body = { id, name, from, rule, reason: '试行' }
  return who.ask('PUT /api/v1/setup/:kind/:id', { params: { kind: 'rule', id }, body })
}

const tryIt = (rule: CallingRule, how: { days?: number; until?: string } = {}) =>
  manager.ask('POST /api/v1/rules/trial', { body: { rule, ...how } })

/** Takes a number, as somebody preferred or not. */
function take(serviceId: string, priorityReason?: 'elderly'): Promise<Taken> {
  const body = { serviceId, ...(priorityReason ? { priorityReason } : {}) }
  return kiosk.ask('POST /api/v1/tickets', { body, key: randomUUID() })
}

/** Time in which nobody presses anything at the console. */
async function goesOn(ms: number): Promise<void> {
  await server.pass(ms)
  await signInAgain(server, manager)
}

/** Four come at once; the counter handles each in six minutes, and takes one before it calls again. */
async function aDay(): Promise<void> {
  await put('fifo', firstCome, 0)
  for (const serviceId of ['bills-pay', 'bills-pay', 'meter-test']) await take(serviceId)
  await take('bills-pay', 'elderly')
  for (let n = 0; n < 4; n++) {
    const ticket = await c1.serveNext()
    await goesOn(6 * minute)
    await c1.act('complete', ticket)
    await goesOn(minute)
  }
  await c1.at('close')
}

describe('a trial', () => {
  test('Q50 lives the days of the record again: by the rule they had, as they were', async () => {
    await aDay()
    const measured = await server.operator.ask('GET /api/v1/measures')
    await goesOn(day)
    const seq = server.hall.seq
    const { days, customers, present, proposed } = await tryIt(preferredFirst)
    expect({ days, customers }).toEqual({ days: ['2026-03-02'], customers: 4 })
    expect(present).toMatchObject({ id: 'fifo', rule: firstCome })
    const { meanS, p90S } = measured.waiting
    expect(present.figures.all).toMatchObject({ customers: 4, meanS, p90S, passedMost: 0, left: 0 })
    const classOf = (figures: typeof present.figures, priority: number) =>
      figures.byClass.find((one) => one.priority === priority)
    expect(classOf(present.figures, 1)).toMatchObject({ customers: 1, meanS: 21 * 60 })
    // Called first, before the three who had come before.
    expect(classOf(proposed.figures, 1)).toMatchObject({ customers: 1, meanS: 0 })
    expect(classOf(proposed.figures, 0)).toMatchObject({ customers: 3, meanS: 13 * 60 })
    expect(proposed.figures.all.passedMost).toBe(1)
    expect(server.hall.seq).toBe(seq)
  })

  test('Q50 says how many waited beyond the target, and by how much', async () => {
    await aDay()
    await goesOn(day)
    const targetS = server.hall.day.setup.services.get('bills-pay')?.waitNormS ?? 0
    const { figures } = (await tryIt(firstCome)).present
    const bills = figures.byService.find(({ serviceId }) => serviceId === 'bills-pay')
    const waits = [0, 420, 1260]
    const late = waits.map((wait) => Math.max(0, wait - targetS))
    expect(bills?.latenessS).toBe(Math.round((late.reduce((a, b) => a + b) / 3) * 10) / 10)
    expect(bills?.onTarget).toBe(
      Math.round((late.filter((one) => one === 0).length / 3) * 1000) / 1000,
    )
  })

  test('Q51 needs a business day that is over, and takes the latest of those asked for', async () => {
    expect(await tryAndFail(firstCome)).toMatchObject({ code: 'trial-no-days', status: 409 })
    await aDay()
    expect(await tryAndFail(firstCome)).toMatchObject({ code: 'trial-no-days' })
    await goesOn(day)
    await c1.signIn()
    await c1.at('open')
    await take('bills-pay')
    await c1.serveOne()
    await goesOn(day)
    expect((await tryIt(firstCome)).days).toEqual(['2026-03-02', '2026-03-03'])
    expect((await tryIt(firstCome, { days: 1 })).days).toEqual(['2026-03-03'])
    expect((await tryIt(firstCome, { until: '2026-03-02' })).days).toEqual(['2026-03-02'])
  })

  test('Q51 takes no rule that could not be set, and one trial runs at a time', async () => {
    await aDay()
    await goesOn(day)
    const strange: CallingRule = { kind: 'pattern', turns: [{ serviceId: 'nowhere' }] }
    expect(await tryAndFail(strange)).toMatchObject({
      ...{ code: 'setup-invalid', details: { kind: 'rule', field: 'serviceId' } },
    })
    const knock = (rule: CallingRule) =>
      manager.knock('POST /api/v1/rules/trial', { body: { rule } })
    const apart = [firstCome, preferredFirst].map(knock)
    expect(statusesOf(await Promise.all(apart))).toEqual([200, 409])
    // Whoever asks the same again, for its line broke, waits with the first.
    const same = [firstCome, firstCome].map(knock)
    expect(statusesOf(await Promise.all(same))).toEqual([200, 200])
    expect((await tryIt(firstCome)).customers).toBe(4)
  })
})

const tryAndFail = (rule: CallingRule) =>
  manager.refused('POST /api/v1/rules/trial', { body: { rule } })

describe('rules', () => {
  test('Q52 hold from their instant on; one that is to come can be taken out', async () => {
    const now = server.clock.now()
    expect((await manager.ask('GET /api/v1/rules')).inForce).toMatchObject({ id: null })
    await put('first', firstCome, now)
    await put('later', preferredFirst, now + hour)
    const states = async () =>
      (await manager.ask('GET /api/v1/rules')).rules.map(({ id, state }) => `${id} ${state}`)
    expect(await states()).toEqual(['later coming', 'first in-force'])
    await goesOn(hour)
    expect(await states()).toEqual(['later in-force', 'first past'])
    await put('never', firstCome, now + day)
    const params = { kind: 'rule', id: 'never' } as const
    await manager.ask('DELETE /api/v1/setup/:kind/:id', { params, body: { reason: '不试了' } })
    expect(await states()).toEqual(['later in-force', 'first past'])
    const changes = await server.operator.events('setup.changed')
    expect(changes.at(-1)?.actor).toMatchObject({ kind: 'manager', reason: '不试了' })
  })

  test('Q52 are set with a reason, which is kept with who set them', async () => {
    const body = { id: 'r', name, from: 0, rule: firstCome }
    const params = { kind: 'rule', id: 'r' } as const
    const refused = await manager.refused('PUT /api/v1/setup/:kind/:id', { params, body })
    expect(refused.code).toBe('reason-required')
    await put('r', firstCome, 0)
    const set = (await server.operator.events('setup.changed')).at(-1)
    expect(set?.actor).toMatchObject({ id: manager.staffId, reason: '试行' })
    expect(set?.data).toMatchObject({ kind: 'rule', value: body })
  })
})

describe('the list of calls', () => {
  test('Q53 shows each call with its reasons, newest first, a page at a time', async () => {
    await aDay()
    const whole = await manager.ask('GET /api/v1/calls')
    expect(whole.calls.map(({ ticketNo }) => ticketNo)).toEqual(['A003', 'M001', 'A002', 'A001'])
    const [last, , , first] = whole.calls
    expect(last?.why).toMatchObject({ ruleId: 'fifo', ruleName: name, others: [] })
    expect(last?.why?.chosen).toMatchObject({ because: 'first-come', priority: 1, waitedS: 1260 })
    expect(first?.why?.others.map(({ ticketNo }) => ticketNo)).toEqual(['M001', 'A003'])
    const page = await manager.ask('GET /api/v1/calls', { query: { limit: 3 } })
    const rest = { limit: 3, cursor: page.nextCursor ?? '' }
    const second = await manager.ask('GET /api/v1/calls', { query: rest })
    expect([...page.calls, ...second.calls]).toEqual(whole.calls)
    expect(second.nextCursor).toBeNull()
  })

  test('Q53, C2 departures are those called by number, with the reason, and those placed first', async () => {
    await put('fifo', firstCome, 0)
    for (let n = 0; n < 3; n++) await take('bills-pay')
    await c1.at('call', { ticketNo: 'A003', reason: 'promised' })
    const c2 = await (await server.counter('c2')).begin()
    const sent = await c2.serveNext()
    await c2.act('transfer', sent, { toServiceId: 'meter-test', place: 'first' })
    await c2.callNext()
    const { calls } = await manager.ask('GET /api/v1/calls', { query: { departures: 1 } })
    expect(calls.map(({ ticketNo, direct }) => [ticketNo, direct])).toEqual([
      ['A001', null],
      ['A003', 'promised'],
    ])
    expect(calls[0]?.why?.chosen.because).toBe('placed-first')
    expect(calls[1]?.why?.linesPassed).toBe(1)
    const query = { departures: 1, counterId: 'c1' } as const
    const atOne = await manager.ask('GET /api/v1/calls', { query })
    expect(atOne.calls.map(({ counterNo }) => counterNo)).toEqual(['1'])
  })

  test('Q53 nothing in it is about a customer but number, class and wait', async () => {
    await aDay()
    const { text } = await manager.knock('GET /api/v1/calls')
    for (const word of ['token', 'elderly', 'priorityReason', 'language']) {
      expect(text).not.toContain(word)
    }
  })
})
