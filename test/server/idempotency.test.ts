// Shown to catch, each planted by itself in idempotency.ts: `find` without the hash of the payload (the
// three of H7), without the client (H8, “expected 'A008' not to be 'A008'”), without the age of the
// answer (“gone after 49 hours”); `keep` without refusals (“to a refusal is there as long”).
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hour } from '#domain/time.ts'
import { statusesOf } from '../support/client.ts'
import type { Client } from '../support/client.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
})
afterAll(() => server.stop())

const issued = async () => (await server.operator.events('ticket.issued')).length

/** Takes a number, or tries to, and gives the answer as it came. */
function take(key: string, body: object = { serviceId: 'bills-pay' }, client: Client = kiosk) {
  return client.knock('POST /api/v1/tickets', { key, body })
}

describe('the key of a command', () => {
  test('H5 is asked for, and nothing happens without it', async () => {
    const before = server.hall.seq
    const body = { serviceId: 'bills-pay' }
    const heard = await kiosk.knock('POST /api/v1/tickets', { key: null, body })
    expect(heard.status).toBe(400)
    expect(JSON.parse(heard.text)).toMatchObject({ code: 'idempotency-key-missing' })
    expect(server.hall.seq).toBe(before)
  })

  test.each(['1', 'not-a-uuid', '{8f14e45f-ceea-467f-a8d5-5b3f8f1a2b3c}', `${randomUUID()}0`])(
    'H5 is a UUID and not %s',
    async (key) => {
      const before = server.hall.seq
      const heard = await take(key)
      expect(JSON.parse(heard.text)).toMatchObject({ status: 400, code: 'idempotency-key-invalid' })
      expect(server.hall.seq).toBe(before)
    },
  )

  test('H5 is the same in capitals', async () => {
    const key = randomUUID()
    expect(await take(key.toUpperCase())).toMatchObject({ text: (await take(key)).text })
  })
})

describe('a command that is sent again', () => {
  test('H6 is done once and answered byte for byte as before', async () => {
    const key = randomUUID()
    const first = await take(key)
    const before = await issued()
    await take(randomUUID())
    const again = await take(key)
    expect(again.status).toBe(201)
    expect(again.text).toBe(first.text)
    expect(await issued()).toBe(before + 1)
  })

  test('H6 also when both are on the way at the same time', async () => {
    const key = randomUUID()
    const before = await issued()
    const answers = await Promise.all(Array.from({ length: 12 }, () => take(key)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await issued()).toBe(before + 1)
  })

  test('H6 also after a restart', async () => {
    const key = randomUUID()
    const first = await take(key)
    await server.restart()
    expect((await take(key)).text).toBe(first.text)
  })

  test('H6 also a refusal, whatever has changed since', async () => {
    const key = randomUUID()
    const params = { counterId: 'c1' }
    const callNext = () =>
      c1.knock('POST /api/v1/counters/:counterId/call', {
        ...{ key, params },
        body: { ticketNo: 'A900', reason: 'promised' },
      })
    const first = await callNext()
    expect(JSON.parse(first.text)).toMatchObject({ status: 404, code: 'ticket-unknown' })
    await server.restart()
    expect((await callNext()).text).toBe(first.text)
  })

  test('H6 the two ways of one act: complete and call next calls one person', async () => {
    const called = await c1.callNext()
    await c1.act('start', called)
    const sent = { key: randomUUID(), params: { counterId: 'c1' }, body: { ticketId: called.id } }
    const door = 'POST /api/v1/counters/:counterId/complete-and-call-next'
    const answers = await Promise.all([c1.knock(door, sent), c1.knock(door, sent)])
    expect(answers[0]?.status).toBe(200)
    expect(answers[0]?.text).toBe(answers[1]?.text)
    const calls = await server.operator.events('ticket.called')
    expect(calls).toHaveLength(2)
  })

  test('H6 known defect: an arrival posted twice is one number', async () => {
    const sent = { key: randomUUID(), id: randomUUID() }
    const first = await kiosk.take('home-new', sent)
    const second = await kiosk.take('home-new', sent)
    expect(second).toEqual(first)
    const other = { body: { serviceId: 'home-new', id: sent.id } }
    expect((await kiosk.refused('POST /api/v1/tickets', other)).code).toBe('ticket-exists')
  })
})

describe('a key that was used', () => {
  test('H7 for something else is refused, and nothing happens', async () => {
    const key = randomUUID()
    await take(key)
    const before = server.hall.seq
    const heard = await take(key, { serviceId: 'bills-invoice' })
    expect(JSON.parse(heard.text)).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
    expect(server.hall.seq).toBe(before)
  })

  test('H7 for two things at the same time is used for one of them', async () => {
    const key = randomUUID()
    const before = await issued()
    const bodies = ['bills-pay', 'bills-invoice', 'home-new'].map((serviceId) => ({ serviceId }))
    const answers = await Promise.all(bodies.map((body) => take(key, body)))
    expect(statusesOf(answers)).toEqual([201, 422, 422])
    expect(await issued()).toBe(before + 1)
  })

  test('H7 at another door is refused too', async () => {
    const key = randomUUID()
    const at = (verb: 'pause' | 'resume', body?: object) =>
      c1.knock(`POST /api/v1/counters/:counterId/${verb}`, {
        key,
        params: { counterId: 'c2' },
        body,
      })
    expect((await at('pause', { reason: 'meal' })).status).toBe(403)
    expect((await at('resume')).status).toBe(422)
  })

  test('H8 by another client is another command', async () => {
    const key = randomUUID()
    const first = await take(key)
    const other = await take(key, { serviceId: 'bills-pay' }, await server.kiosk())
    const no = (text: string) =>
      (JSON.parse(text) as { ticket: { ticketNo: string } }).ticket.ticketNo
    expect(other.status).toBe(201)
    expect(no(other.text)).not.toBe(no(first.text))
  })

  test('H9 for a refusal that asks to come back may be used again and then be done', async () => {
    const key = randomUUID()
    const c2 = await server.counter('c2')
    const session = await c2.signIn()
    c2.session = `${session}x`
    const open = () =>
      c2.knock('POST /api/v1/counters/:counterId/open', { key, params: { counterId: 'c2' } })
    expect((await open()).status).toBe(401)
    c2.session = session
    expect((await open()).status).toBe(200)
  })
})

describe('the answer to a key', () => {
  /** The same take now and again after so long, and how many numbers were given out meanwhile. */
  async function twice(hours: number) {
    const key = randomUUID()
    const first = await take(key)
    const before = await issued()
    // Hour by hour, as a hall lives it: days open and close on the way.
    for (let passed = 0; passed < hours; passed++) await server.pass(hour)
    const again = await take(key)
    return { first, again, more: (await issued()) - before }
  }

  test.each([47, 48])('H6 is still there after %i hours', async (hours) => {
    const { first, again, more } = await twice(hours)
    expect(again.text).toBe(first.text)
    expect(more).toBe(0)
  })

  test('H6 is gone after 49 hours: the key is a new command, and kept anew', async () => {
    const key = randomUUID()
    const first = await take(key)
    for (let passed = 0; passed < 49; passed++) await server.pass(hour)
    const second = await take(key)
    expect(second.status).toBe(201)
    expect(second.text).not.toBe(first.text)
    expect((await take(key)).text).toBe(second.text)
  })

  test('H6 to a refusal is there as long, whatever has changed', async () => {
    const key = randomUUID()
    const revoke = () =>
      server.operator.knock('POST /api/v1/keys/:keyId/revoke', {
        ...{ key, params: { keyId: 'none' }, body: { reason: 'lost' } },
      })
    const first = await revoke()
    expect(first.status).toBe(404)
    for (let passed = 0; passed < 47; passed++) await server.pass(hour)
    await server.restart()
    expect((await revoke()).text).toBe(first.text)
  })
})
