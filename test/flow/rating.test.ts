import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EvaluatorPromptView, TicketView } from '#contract/live.ts'
import { day, hour, minute, second } from '#domain/time.ts'
import { statusesOf } from '../support/client.ts'
import type { Client } from '../support/client.ts'
import type { Counter, Kiosk, Phone, Taken } from '../support/people.ts'
import { good, notRated, rate } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let evaluator: Client
let manager: Client

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
  evaluator = await server.evaluator('c1')
  manager = await server.manager()
})
afterAll(() => server.stop())

/** A customer of counter 1 whose service has just ended. */
async function served(): Promise<{ taken: Taken; phone: Phone; legId: string }> {
  const taken = await kiosk.take('bills-pay')
  const called = await c1.act('call', taken.ticket, { reason: 'promised' })
  await c1.act('start', called)
  await server.pass(minute)
  const { legId } = await c1.act('complete', called)
  return { taken, phone: server.phone(taken), legId }
}

async function prompt(): Promise<EvaluatorPromptView> {
  const { data } = await evaluator.ask('GET /api/v1/view')
  return data['prompt'] as EvaluatorPromptView
}

async function ratable(phone: Phone): Promise<TicketView['ratable']> {
  return (await phone.ask('GET /api/v1/view')).data['ratable'] as TicketView['ratable']
}

async function evaluationOf(legId: string) {
  const query = { limit: 500 }
  const { evaluations } = await server.operator.ask('GET /api/v1/evaluations', { query })
  return evaluations.find((one) => one.legId === legId)
}

const nothing = { legId: '', grant: '' }

describe('one rating a leg', () => {
  test('E1 given at the window is not given again by phone', async () => {
    const { phone, legId } = await served()
    const [offered = nothing] = await ratable(phone)
    await rate(evaluator, await prompt())
    expect(await ratable(phone)).toEqual([])
    expect((await notRated(phone, offered)).code).toBe('evaluation-done')
    expect(await evaluationOf(legId)).toMatchObject({ channel: 'evaluator', attitude: 5 })
  })

  test('E1 given by phone is not given again at the window', async () => {
    const { phone, legId } = await served()
    const asked = await prompt()
    const [offered = nothing] = await ratable(phone)
    await rate(phone, offered, { attitude: 4, efficiency: 4 })
    expect(await prompt()).toBeNull()
    expect((await notRated(evaluator, asked)).code).toBe('evaluation-done')
    expect(await evaluationOf(legId)).toMatchObject({ channel: 'phone', attitude: 4 })
  })

  test('E1 sent from both at the same instant counts once', async () => {
    const { phone, legId } = await served()
    const [asked, [offered = nothing]] = [await prompt(), await ratable(phone)]
    const send = (rater: Client, { grant }: { grant: string }) =>
      rater.knock('POST /api/v1/evaluations/:legId/rating', {
        params: { legId },
        body: { grant, ...good },
      })
    const heard = await Promise.all([send(evaluator, asked), send(phone, offered)])
    expect(statusesOf(heard)).toEqual([201, 409])
    const submitted = await server.operator.events('evaluation.submitted')
    expect(submitted.filter(({ data }) => data['legId'] === legId)).toHaveLength(1)
  })

  test('E5 may be corrected by its rater while the page lasts, and not after', async () => {
    const { legId } = await served()
    const asked = await prompt()
    await rate(evaluator, asked, { attitude: 1, efficiency: 1 })
    await server.pass(5 * second)
    await rate(evaluator, asked, { attitude: 5, efficiency: 5 })
    await server.pass(66 * second)
    expect((await notRated(evaluator, asked)).code).toBe('evaluation-done')
    expect(await evaluationOf(legId)).toMatchObject({ attitude: 5, corrections: 1 })
  })
})

describe('who may rate', () => {
  test('E3 neither staff nor manager nor operator, whatever they hold', async () => {
    await served()
    const asked = await prompt()
    for (const client of [c1, manager, server.operator, kiosk])
      expect((await notRated(client, asked)).code).toBe('not-allowed')
    expect((await notRated(await server.evaluator('c2'), asked)).code).toBe('evaluation-unknown')
  })

  test('E2 no field of a rating can name another person, counter or time', async () => {
    const { legId } = await served()
    const { grant } = await prompt()
    for (const more of [{ staffId: 's0302' }, { counterId: 'c2' }, { businessDay: '2026-01-01' }]) {
      const heard = await evaluator.knock('POST /api/v1/evaluations/:legId/rating', {
        ...{ params: { legId }, body: { grant, ...good, ...more } },
      })
      expect(heard.status).toBe(400)
    }
  })

  test('E2 the rating is that of the one who served, also after the counter has changed hands', async () => {
    const { legId } = await served()
    const asked = await prompt()
    const before = await evaluationOf(legId)
    await c1.at('sign-out')
    const colleague = await c1.usual('c6')
    await c1.signIn(colleague)
    await c1.at('open')
    await rate(evaluator, asked)
    expect(await evaluationOf(legId)).toMatchObject({ staffId: before?.staffId, state: 'rated' })
    await c1.signIn()
  })
})

describe('no answer', () => {
  test('E13 is recorded as not rated, never as a level', async () => {
    const screen = await server.screen('evaluator', evaluator)
    const { legId } = await served()
    await server.pass(2 * minute + second)
    expect(await evaluationOf(legId)).toMatchObject({
      state: 'timed_out',
      attitude: null,
      efficiency: null,
    })
    await screen.shows('no question any more', (view) => view.prompt === null)
    screen.close()
  })

  test('E11, E13 of an evaluator without a line is told apart, and its late rating is taken as late', async () => {
    const { legId } = await served()
    const asked = await prompt()
    const tappedAt = server.clock.now() + 10 * second
    await server.pass(2 * minute + second)
    expect(await evaluationOf(legId)).toMatchObject({ state: 'device_offline', attitude: null })
    await server.pass(5 * hour)
    await rate(evaluator, asked, { attitude: 2, efficiency: 3, ratedAt: tappedAt })
    expect(await evaluationOf(legId)).toMatchObject({
      state: 'rated',
      late: true,
      ratedAt: tappedAt,
      attitude: 2,
    })
    expect((await notRated(evaluator, asked, { ...good, ratedAt: tappedAt })).code).toBe(
      'evaluation-done',
    )
  })

  test('E11 a rating that comes after a day without a line is too late', async () => {
    const { legId } = await served()
    const asked = await prompt()
    await server.pass(day + second)
    const { code } = await notRated(evaluator, asked, { ...good, ratedAt: asked.requestedAt })
    expect(code).toBe('evaluation-closed')
    const at = await server.operator.ask('GET /api/v1/evaluations', {
      query: { businessDay: '2026-03-02', limit: 500 },
    })
    expect(at.evaluations.find((one) => one.legId === legId)?.state).toBe('device_offline')
    await c1.begin()
  })

  test('E12 a customer who would rather not is not asked again, and may still rate by phone', async () => {
    const { phone, legId } = await served()
    const { grant } = await prompt()
    await evaluator.ask('POST /api/v1/evaluations/:legId/decline', {
      params: { legId },
      body: { grant },
    })
    expect(await prompt()).toBeNull()
    expect((await evaluationOf(legId))?.state).toBe('declined')
    const [offered = nothing] = await ratable(phone)
    await rate(phone, offered)
    expect((await evaluationOf(legId))?.state).toBe('rated')
  })

  test('E6 a leg that ends by a transfer is asked about too, one that was never begun is not', async () => {
    const taken = await kiosk.take('bills-pay')
    const called = await c1.act('call', taken.ticket, { reason: 'promised' })
    await c1.act('transfer', called, { toServiceId: 'bills-invoice' })
    expect(await prompt()).toBeNull()
    await c1.act('call', called, { reason: 'promised' })
    const started = await c1.act('start', called)
    await c1.act('transfer', called, { toServiceId: 'home-new' })
    expect(await prompt()).toMatchObject({
      legId: started.legId,
      serviceName: { en: 'Invoice (VAT invoice)' },
    })
  })
})
