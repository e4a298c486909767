import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import type { Route } from '#contract/route.ts'
import { routes } from '#contract/routes.ts'
import type { RouteKey } from '#contract/routes.ts'
import { principalKinds } from '#domain/people/principal.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'
import { hour } from '#domain/time.ts'
import { Client } from '../support/client.ts'
import type { Heard } from '../support/client.ts'
import { Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let somebody: Record<PrincipalKind, Client>

beforeAll(async () => {
  server = await TestServer.start()
  const kiosk = await server.kiosk()
  const staff = await server.counter('c1')
  await staff.signIn()
  somebody = {
    ...{ anyone: server.anybody, kiosk, staff, operator: server.operator },
    phone: server.phone(await kiosk.take('bills-pay')),
    display: await server.display(),
    evaluator: await server.evaluator('c1'),
    terminal: await server.counter('c2'),
    manager: await server.manager(),
  }
})
afterAll(() => server.stop())

/** Ids for the address of a door; the counter is that of the asker. */
const params = { hallId: 'binjiang', ticketId: 't', legId: 'l', staffId: 's', keyId: 'k' }
const more = { kind: 'service', id: 'x', key: 'graceCalls' }

/** Knocks so that whoever is let in changes nothing: a command without its key is not carried out. */
function knock(door: RouteKey, kind: PrincipalKind): Promise<Heard> {
  const counterId = kind === 'terminal' ? 'c2' : 'c1'
  return somebody[kind].knock(door, { params: { ...params, ...more, counterId }, key: null })
}

/** The code with which somebody is turned away at a door; null: not turned away. */
function turnedAway({ text }: Heard): string | null {
  const { code } = JSON.parse(text) as Partial<Problem>
  const away = ['credential-missing', 'not-allowed', 'session-required', 'session-ended']
  return code !== undefined && away.includes(code) ? code : null
}

function expected(door: RouteKey, kind: PrincipalKind): string | null {
  const { who }: Route = routes[door]
  if (who.includes('anyone') || who.includes(kind)) return null
  if (kind === 'anyone') return 'credential-missing'
  return kind === 'terminal' && who.includes('staff') ? 'session-required' : 'not-allowed'
}

const doors = Object.keys(routes) as RouteKey[]

test.each(doors)('H1, H2 %s opens to exactly those whom the contract names', async (door) => {
  const heard = await Promise.all(principalKinds.map((kind) => knock(door, kind)))
  const away = heard.map((answer, at) => [principalKinds[at], turnedAway(answer)])
  expect(away).toEqual(principalKinds.map((kind) => [kind, expected(door, kind)]))
  for (const answer of heard) {
    const code = turnedAway(answer)
    if (code !== null) expect(answer.status).toBe(code === 'not-allowed' ? 403 : 401)
  }
})

describe('a credential', () => {
  test('H1 is asked for before anything else of the request is looked at', async () => {
    const heard = await server.anybody.fetch('POST', '/api/v1/tickets', { body: '{"half' })
    expect(heard.status).toBe(401)
  })

  test.each(['', 'Basic a2V5', 'Bearer', 'Bearer two words', 'Bearer ü'])(
    'H1 that is written as %j opens nothing',
    async (authorization) => {
      const { text } = await server.anybody.fetch('GET', '/api/v1/halls', {
        headers: { authorization },
      })
      expect(JSON.parse(text)).toMatchObject({ code: 'credential-invalid' })
    },
  )

  test('H1 in the address is not looked at', async () => {
    const path = `/api/v1/view?token=${somebody.kiosk.token ?? ''}`
    expect((await server.anybody.fetch('GET', path, {})).status).toBe(401)
  })

  test('H1 of a sample screen opens what a key of its kind opens, on its own counter only', async () => {
    const body = { kind: 'terminal', counterId: 'c4' } as const
    const { token } = await server.anybody.ask('POST /api/v1/sample/credentials', { body })
    const screen = new Client(server.url, token)
    expect(
      await screen.refused('POST /api/v1/tickets', { body: { serviceId: 'bills-pay' } }),
    ).toMatchObject({
      code: 'not-allowed',
    })
    const { data } = await screen.ask('GET /api/v1/view')
    expect(data).toMatchObject({ counter: { id: 'c4' } })
  })

  test('H1 of a sample screen is over after a shift, and none is made for a manager', async () => {
    const body = { kind: 'kiosk' } as const
    const { token } = await server.anybody.ask('POST /api/v1/sample/credentials', { body })
    const managing = { body: { kind: 'manager' } as const }
    const refused = await server.anybody.refused('POST /api/v1/sample/credentials', managing)
    expect(refused.code).toBe('bad-request')
    await server.pass(12 * hour + 1)
    const problem = await new Client(server.url, token).refused('GET /api/v1/view')
    expect(problem.code).toBe('credential-invalid')
  })

  test('H3 that is taken back opens nothing from the next request on', async () => {
    const { id, secret } = await server.operator.makeKey('kiosk')
    const kiosk = new Kiosk(server.url, secret)
    await kiosk.take('bills-pay')
    await server.operator.revoke(id)
    const problem = await kiosk.refused('POST /api/v1/tickets', {
      body: { serviceId: 'bills-pay' },
    })
    expect(problem).toMatchObject({ status: 401, code: 'credential-invalid' })
    expect(
      (await server.operator.refused('POST /api/v1/keys/:keyId/revoke', { params: { keyId: id } }))
        .code,
    ).toBe('not-found')
  })

  test('H3 is told once and kept only as a hash', async () => {
    const { id, secret } = await server.operator.makeKey('display')
    const { keys } = await server.operator.ask('GET /api/v1/keys')
    expect(keys.some((key) => key.id === id)).toBe(true)
    expect(JSON.stringify(keys)).not.toContain(secret)
    expect(JSON.stringify(await server.operator.events('key.created'))).not.toContain(secret)
    const kept = server.hall.db.prepare('SELECT * FROM key_secrets WHERE key_id = ?').get(id)
    expect(JSON.stringify(kept)).not.toContain(secret)
  })

  test('H1 for one counter is made with that counter, any other without', async () => {
    const { operator } = server
    const make = (body: { kind: 'terminal' | 'kiosk'; counterId?: string }) =>
      operator.refused('POST /api/v1/keys', { body })
    expect((await make({ kind: 'terminal' })).code).toBe('bad-request')
    expect((await make({ kind: 'kiosk', counterId: 'c1' })).code).toBe('bad-request')
    expect((await make({ kind: 'terminal', counterId: 'c99' })).code).toBe('counter-unknown')
  })
})

describe('a hall that is named', () => {
  test('H20 and is not there is never taken for another one', async () => {
    const stranger = server.operator
    stranger.hallId = 'elsewhere'
    const body = { businessDay: '2026-03-09', reason: 'test' }
    expect((await stranger.refused('POST /api/v1/days/open', { body })).code).toBe('hall-unknown')
    const status = { params: { hallId: 'elsewhere' } }
    const problem = await server.anybody.refused('GET /api/v1/halls/:hallId/status', status)
    expect(problem.code).toBe('hall-unknown')
  })

  test('H20 gets the command of the operator, and no other hall does', async () => {
    const { hall } = server.hall.day.setup
    const second = { ...hall, id: 'second', purpose: 'hall' as const }
    await server.operator.ask('POST /api/v1/halls', { body: { hall: second } })
    expect(
      (await server.operator.refused('POST /api/v1/halls', { body: { hall: second } })).code,
    ).toBe('hall-exists')
    const before = server.hall.seq
    const there = server.operator
    there.hallId = 'second'
    await there.set('readyCount', 1)
    expect(server.hall.seq).toBe(before)
    const { settings } = await there.ask('GET /api/v1/settings')
    expect(settings.find(({ key }) => key === 'readyCount')?.value).toBe(1)
    const { secret } = await there.makeKey('kiosk')
    const { data } = await new Client(server.url, secret).ask('GET /api/v1/view')
    expect(data).toMatchObject({ hall: { id: 'second' } })
  })
})
