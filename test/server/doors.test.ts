import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hour } from '#domain/time.ts'
import { Client } from '../support/client.ts'
import { Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let kiosk: Kiosk

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
})
afterAll(() => server.stop())

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
    const path = `/api/v1/view?token=${kiosk.token ?? ''}`
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

  test('H1 of a sample screen is over after a shift, and none is made for a role', async () => {
    const body = { kind: 'kiosk' } as const
    const { token } = await server.anybody.ask('POST /api/v1/sample/credentials', { body })
    const managing = { body: { kind: 'manager' } }
    const heard = await server.anybody.knock('POST /api/v1/sample/credentials', managing)
    expect(heard.status).toBe(400)
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
