import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Views } from '#contract/live.ts'
import type { Client } from '../support/client.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { Screen } from '../support/screen.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
})
afterAll(() => server.stop())

/** What a screen is turned away with, or the view it is shown. */
async function shown(auth: ConstructorParameters<typeof Screen>[1]): Promise<string> {
  const screen = new Screen(server.url, auth)
  await until(() => screen.gone !== null || screen.frames.length > 0, 'an answer')
  screen.close()
  return screen.gone ?? `${screen.frame.view} of ${screen.frame.scope}`
}

describe('the view', () => {
  test('V1 is that of the credential, and of its own counter or ticket', async () => {
    const taken = await kiosk.take('bills-pay')
    const of = ({ token, session }: Client) => shown({ token, session })
    expect(await of(kiosk)).toBe('kiosk of binjiang')
    expect(await of(await server.display())).toBe('wall of binjiang')
    expect(await of(await server.evaluator('c4'))).toBe('evaluator of c4')
    expect(await of(await server.counter('c2'))).toBe('counter of c2')
    expect(await of(c1)).toBe('counter of c1')
    expect(await of(server.phone(taken))).toBe(`ticket of ${taken.ticket.id}`)
    expect(await of(await server.manager())).toBe('console of binjiang')
  })

  test('V1 is shown to nobody without one', async () => {
    expect(await shown({ token: null })).toBe('credential-missing')
    expect(await shown({ token: 'made-up' })).toBe('credential-invalid')
    expect(await shown({ token: server.operator.token })).toBe('not-allowed')
    expect(await shown({ token: kiosk.token, version: 99 })).toBe('bad-request')
  })

  test('V1 cannot be chosen: rooms and events that a client names do nothing', async () => {
    const { token } = await server.display()
    const wished = {
      token,
      version: 1,
      view: 'counter',
      scope: 'c1',
      room: 'binjiang|counter|c1',
      kind: 'staff',
    }
    const socket = io(server.url, { transports: ['websocket'], forceNew: true, auth: wished })
    const views = new Set<string>()
    socket.on('view', ({ view }: { view: string }) => views.add(view))
    await until(() => views.size > 0, 'the first frame')
    for (const name of ['join', 'subscribe', 'watch'])
      socket.emit(name, 'counter', 'c1', 'binjiang|counter|c1')
    const { seq } = await kiosk.take('bills-pay')
    const screen = await server.screen('counter', c1)
    await screen.at(seq)
    expect([...views]).toEqual(['wall'])
    socket.disconnect()
  })

  test('V1 there is no other namespace', async () => {
    const { token } = await server.display()
    const socket = io(`${server.url}/counter`, {
      transports: ['websocket'],
      forceNew: true,
      auth: { token },
    })
    const message = await new Promise<string>((resolve) => {
      socket.on('connect_error', (error) => resolve(error.message))
    })
    expect(message).toBe('Invalid namespace')
    socket.disconnect()
  })

  test('V1 is not given to a page of another site', async () => {
    const { token } = await server.display()
    const from = (origin: string) => {
      const socket = io(server.url, {
        ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth: { token } },
        extraHeaders: { origin },
      })
      return new Promise<string>((resolve) => {
        socket.on('view', () => resolve('shown'))
        socket.on('connect_error', () => resolve('turned away'))
      }).finally(() => socket.disconnect())
    }
    expect(await from('https://elsewhere.example')).toBe('turned away')
    expect(await from('null')).toBe('turned away')
    expect(await from(server.url)).toBe('shown')
  })
})

describe('a view holds only what its audience may know', () => {
  const secret = '王五，电话 13800000000'

  /** Every view after a life with notes, comments and a rating in it. */
  async function views() {
    const taken = await kiosk.take('bills-pay')
    const waiting = await kiosk.take('bills-pay', { language: 'en' })
    const called = await c1.act('call', taken.ticket, { reason: 'promised' })
    await c1.act('start', called)
    await c1.act('note', called, { text: secret })
    await c1.act('complete', called)
    const evaluator = await server.evaluator('c1')
    const asked = (await evaluator.ask('GET /api/v1/view')).data as Views['evaluator']
    const grant = asked.prompt?.grant ?? ''
    const params = { legId: asked.prompt?.legId ?? '' }
    const body = { grant, attitude: 1, efficiency: 1, comment: secret } as const
    const sees = async (client: Client) =>
      JSON.stringify((await client.ask('GET /api/v1/view')).data)
    const asking = await sees(evaluator)
    await evaluator.ask('POST /api/v1/evaluations/:legId/rating', { params, body })
    const others = {
      ...{ kiosk: await sees(kiosk), wall: await sees(await server.display()) },
      ...{ evaluator: await sees(evaluator), counter: await sees(c1) },
      ...{
        otherEvaluator: await sees(await server.evaluator('c2')),
        ticket: await sees(server.phone(waiting)),
      },
    }
    return { taken, waiting, grant, asking, others }
  }

  test('V10 no word about a customer, no token and no grant that is another’s', async () => {
    const { taken, waiting, grant, asking, others } = await views()
    expect(asking).toContain(grant)
    const keys = [kiosk.token, c1.token, c1.session].filter((one) => one !== null)
    for (const [view, text] of Object.entries(others))
      for (const hidden of [secret, taken.token, waiting.token, grant, ...keys])
        expect({ view, holds: text.includes(hidden) }).toEqual({ view, holds: false })
    for (const view of [others.wall, others.kiosk, others.evaluator])
      for (const { ticket } of [taken, waiting]) expect(view).not.toContain(ticket.id)
  })

  test('V10 the wall names no member of staff, and staff see no rating', async () => {
    const { others } = await views()
    for (const { name, staffNo } of server.hall.day.setup.staff.values()) {
      expect(others.wall).not.toContain(name.zh)
      expect(others.wall).not.toContain(staffNo)
    }
    expect(others.counter).not.toMatch(/attitude|efficiency/)
  })
})
