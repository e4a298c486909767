import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { refusals } from '#contract/refusals.ts'
import { routes } from '#contract/routes.ts'
import type { RouteKey } from '#contract/routes.ts'
import { refusalCodes } from '#domain/refusal.ts'
import type { Client, Knock } from '../support/client.ts'
import type { Counter, Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk
let c1: Counter
let seqBefore = 0

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  c1 = await (await server.counter('c1')).begin()
})
afterAll(() => server.stop())

const problemIn = (text: string) => JSON.parse(text) as Problem

describe('a request that is not right', () => {
  beforeEach(() => {
    seqBefore = server.hall.seq
  })
  // None of them may have changed anything.
  afterEach(() => expect(server.hall.seq).toBe(seqBefore))

  const wrong: [what: string, body: unknown, field: RegExp][] = [
    ['a field that is not known', { serviceId: 'bills-pay', vip: true }, /vip/],
    ['a number where text belongs', { serviceId: 7 }, /serviceId/],
    ['text where a list of values belongs', { serviceId: 'bills-pay', language: 'fr' }, /language/],
    ['an id that is too long', { serviceId: 'x'.repeat(65) }, /serviceId/],
    ['an id that is a path', { serviceId: '../bills-pay' }, /serviceId/],
    ['nothing of what is needed', {}, /serviceId/],
    ['a list', [{ serviceId: 'bills-pay' }], /object/],
    ['nothing at all', undefined, /object/],
    ['null', null, /object/],
    ['a field of every object', '{"serviceId":"bills-pay","__proto__":{}}', /./],
  ]
  test.each(wrong)('H10 with %s is refused and the field named', async (_what, body, field) => {
    const { status, text } = await kiosk.knock('POST /api/v1/tickets', { body })
    expect(problemIn(text)).toMatchObject({ status: 400, code: 'bad-request' })
    expect(status).toBe(400)
    expect(String(problemIn(text).details['field'])).toMatch(field)
  })

  test('H10 with words that are too long is refused', async () => {
    const params = { ticketId: 't' }
    const note = await c1.knock('POST /api/v1/tickets/:ticketId/note', {
      params,
      body: { text: '字'.repeat(301) },
    })
    expect(problemIn(note.text)).toMatchObject({ status: 400, details: { field: /text/ } })
  })

  test.each(['businessDay=yesterday', 'limit=0', 'limit=many', 'state=lost', 'page=2'])(
    'H10 with ?%s in its address is refused',
    async (query) => {
      const { text } = await server.operator.fetch('GET', `/api/v1/tickets?${query}`, {})
      expect(problemIn(text)).toMatchObject({ status: 400, code: 'bad-request' })
    },
  )

  const unreadable: [what: string, status: number, sent: Knock][] = [
    ['half of JSON', 400, { body: '{"serviceId":' }],
    ['no JSON', 400, { body: 'serviceId=bills-pay' }],
    ['plain text', 415, { body: '{"serviceId":"bills-pay"}', headers: type('text/plain') }],
    [
      'a form',
      415,
      { body: 'serviceId=bills-pay', headers: type('application/x-www-form-urlencoded') },
    ],
    ['something beginning like JSON', 415, { body: '{}', headers: type('application/jsonx') }],
    ['17 KiB', 413, { body: { serviceId: 'bills-pay', pad: 'x'.repeat(17 * 1024) } }],
  ]
  test.each(unreadable)('H11 that holds %s is refused with %i', async (_what, status, sent) => {
    const heard = await kiosk.knock('POST /api/v1/tickets', sent)
    expect(heard.status).toBe(status)
    expect(problemIn(heard.text)).toMatchObject({ status, code: 'bad-request' })
    expect(heard.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })

  test.each([
    ['GET', '/api/v1/nowhere'],
    ['GET', '/api/v1/counters/%2e%2e/c1'],
    ['DELETE', '/api/v1/tickets'],
    ['PATCH', '/api/v1/tickets/t'],
    ['TRACE', '/api/v1/halls'],
    ['GET', '/package.json'],
    ['GET', '/../package.json'],
    ['GET', '/api/v1/halls/'],
  ])('H11 for %s %s finds nothing', async (method, path) => {
    const heard = await send(server.operator, method, path)
    expect([404, 405]).toContain(heard)
  })
})

function type(value: string) {
  return { 'content-type': value }
}

/** The status of a request; one that the client itself refuses to send counts as not found. */
async function send(client: Client, method: string, path: string): Promise<number> {
  try {
    return (await client.fetch(method, path, {})).status
  } catch {
    return 404
  }
}

describe('a refusal', () => {
  const refuse = (headers: Record<string, string> = {}) =>
    kiosk.knock('POST /api/v1/tickets', { body: { serviceId: 'no-such-service' }, headers })

  test('H12 is a problem with a stable code and both languages', async () => {
    const { status, text, headers } = await refuse()
    const { zh, en } = refusals['service-unknown']
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(problemIn(text)).toEqual({
      type: '/api/docs/problems#service-unknown',
      title: zh,
      titles: { zh, en },
      status: 404,
      code: 'service-unknown',
      details: { serviceId: 'no-such-service' },
      epoch: server.hall.epoch,
      seq: server.hall.seq,
    })
    expect(status).toBe(404)
  })

  test.each([
    ['en', 'en'],
    ['en-GB,zh;q=0.5', 'en'],
    ['zh-CN,en;q=0.9', 'zh'],
    ['fr', 'zh'],
    ['', 'zh'],
  ] as const)('H12 to a reader of %j has its title in %s', async (language, shown) => {
    const { text } = await refuse({ 'accept-language': language })
    expect(problemIn(text).title).toBe(refusals['service-unknown'][shown])
  })

  test('H12 fills its words from the details', async () => {
    const taken = await kiosk.take('home-new')
    const problem = await c1.notAct('call', taken.ticket, { reason: 'promised' })
    const { ticketNo } = taken.ticket
    expect(problem.titles).toEqual({
      zh: `本窗口不办理 ${ticketNo} 的业务`,
      en: `This counter does not handle the service of ${ticketNo}`,
    })
  })

  test('H12 has words in both languages whatever its code, and a status of its kind', () => {
    for (const code of refusalCodes) {
      const { status, zh, en } = refusals[code]
      expect({ code, zh }).toEqual({ code, zh: expect.stringMatching(/[一-鿿]/) })
      expect({ code, en }).toEqual({ code, en: expect.stringMatching(/^[ -~]+$/) })
      expect([400, 401, 403, 404, 409, 410, 422, 429, 503]).toContain(status)
      expect(placesIn(zh)).toEqual(placesIn(en))
    }
  })
})

/** The details that a sentence has places for. */
function placesIn(words: string): string[] {
  return (words.match(/\{\w+\}/g) ?? []).toSorted()
}

describe('every answer', () => {
  test('H13 carries the epoch and the place in the record', async () => {
    const place = { epoch: server.hall.epoch, seq: expect.any(Number) }
    const answers = await Promise.all([
      server.anybody.knock('GET /api/v1/halls'),
      server.operator.knock('GET /api/v1/settings'),
      kiosk.knock('GET /api/v1/view'),
      kiosk.knock('POST /api/v1/tickets', { body: { serviceId: 'bills-pay' } }),
      kiosk.knock('POST /api/v1/tickets', { body: '{' }),
      kiosk.knock('POST /api/v1/tickets', { body: { serviceId: 'none' } }),
      server.anybody.knock('GET /api/v1/events'),
      server.anybody.fetch('GET', '/nowhere', {}),
    ])
    for (const { text } of answers) expect(JSON.parse(text)).toMatchObject(place)
  })

  test('H13 tells a higher place after each command that changed something, and never a lower one', async () => {
    let last = server.hall.seq
    for (let round = 0; round < 5; round++) {
      const { seq } = await kiosk.take('bills-pay')
      expect(seq).toBeGreaterThan(last)
      last = seq
      expect(
        (await kiosk.refused('POST /api/v1/tickets', { body: { serviceId: 'none' } })).seq,
      ).toBe(last)
      expect((await kiosk.ask('GET /api/v1/view')).seq).toBe(last)
    }
  })

  test('H21 is stored by nobody on its way and says how pages may use it', async () => {
    const door: RouteKey = 'GET /api/v1/tickets/mine'
    expect(routes[door].act).toBe('ticket.read-own')
    const { headers } = await server.phone(await kiosk.take('bills-pay')).knock(door)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
