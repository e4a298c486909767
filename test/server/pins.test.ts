import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hour, minute } from '#domain/time.ts'
import { drawPin, isWeakPin } from '#server/people/pins.ts'
import type { Counter } from '../support/people.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let c1: Counter
let who: { staffNo: string; pin: string }

beforeAll(async () => {
  server = await TestServer.start()
})
// A terminal of its own for each test: what was tried at another does not count.
beforeEach(async () => {
  c1 = await server.counter('c1')
  who = await c1.usual()
})
afterAll(() => server.stop())

/** The code a sign-in is refused with; null: it is let in. */
async function tried(pin: string, terminal = c1, staffNo = who.staffNo): Promise<string | null> {
  const sent = { params: { counterId: terminal.counterId }, body: { staffNo, pin } }
  const { status, text } = await terminal.knock('POST /api/v1/counters/:counterId/sign-in', sent)
  return status < 400 ? null : (JSON.parse(text) as { code: string }).code
}

const wrong = () => (who.pin === '111122' ? '111133' : '111122')

async function fail(times: number): Promise<void> {
  for (let n = 0; n < times; n++) expect(await tried(wrong())).toBe('pin-wrong')
}

describe('a PIN', () => {
  test('H19 that is wrong five times locks that person at that terminal, the right one too', async () => {
    await fail(5)
    expect(await tried(who.pin)).toBe('pin-locked')
    const sent = { params: { counterId: 'c1' }, body: who }
    const { headers } = await c1.knock('POST /api/v1/counters/:counterId/sign-in', sent)
    expect(headers.get('retry-after')).toBe('900')
  })

  test('H19 cannot be tried more often by trying at the same time', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => tried(wrong())))
    expect(tries.filter((code) => code === 'pin-wrong')).toHaveLength(5)
    expect(tries.filter((code) => code === 'pin-locked')).toHaveLength(15)
  })

  test('H19 locks nobody at another terminal, and nobody else at this one', async () => {
    await fail(5)
    expect(await tried(who.pin, await server.counter('c1'))).toBeNull()
    const other = await c1.usual('c2')
    expect(await tried(other.pin, c1, other.staffNo)).toBeNull()
  })

  test('H19 stays locked over a restart, and is open again after 15 minutes', async () => {
    await fail(5)
    await server.restart()
    expect(await tried(who.pin)).toBe('pin-locked')
    await server.pass(15 * minute - 1)
    expect(await tried(who.pin)).toBe('pin-locked')
    await server.pass(1)
    expect(await tried(who.pin)).toBeNull()
  })

  test('H19 that was right forgives the wrong ones before', async () => {
    await fail(4)
    expect(await tried(who.pin)).toBeNull()
    await fail(4)
    expect(await tried(who.pin)).toBeNull()
  })

  test('H19 of an unknown person is answered as a wrong one, and locked as one', async () => {
    for (let n = 0; n < 5; n++) expect(await tried('135790', c1, 'nobody')).toBe('pin-wrong')
    expect(await tried('135790', c1, 'nobody')).toBe('pin-locked')
  })

  test('H19 of somebody who left opens nothing', async () => {
    const { staff } = server.hall.day.setup
    const [id, person] = [...staff].find(([, one]) => one.staffNo === who.staffNo) ?? []
    const put = (active: boolean) =>
      server.operator.ask('PUT /api/v1/setup/:kind/:id', {
        ...{ params: { kind: 'staff', id: id ?? '' }, body: { ...person, active } },
      })
    // Whoever leaves is signed out first, by an act that says why.
    const params = { staffId: id ?? '' }
    const body = { reason: 'leaves' }
    await server.operator.ask('POST /api/v1/people/:staffId/sign-out', { params, body })
    await put(false)
    expect(await tried(who.pin)).toBe('pin-wrong')
    await put(true)
    expect(await tried(who.pin)).toBeNull()
  })

  test('H19 is set by the operator, drawn where none is given, and never one that is guessed at once', async () => {
    const params = { staffId: 's0317' }
    const pin = '123456'
    const weak = await server.operator.refused('POST /api/v1/staff/:staffId/pin', {
      params,
      body: { pin },
    })
    expect(weak.code).toBe('pin-weak')
    const drawn = await server.operator.ask('POST /api/v1/staff/:staffId/pin', { params, body: {} })
    expect(isWeakPin(drawn.pin)).toBe(false)
    expect(await tried(drawn.pin, await server.counter('c3'), drawn.staffNo)).toBeNull()
    const kept = JSON.stringify(server.hall.db.prepare('SELECT * FROM staff_pins').all())
    expect(kept).toMatch(/\$argon2id\$/)
    expect(kept + JSON.stringify(await server.operator.events())).not.toContain(`"${drawn.pin}"`)
  })

  test.each(['000000', '111111', '121212', '123123', '123456', '654321', '890123', '210987'])(
    'H19 %s is too weak',
    (pin) => expect(isWeakPin(pin)).toBe(true),
  )

  test('H19 drawn at random is never weak', () => {
    for (let n = 0; n < 1000; n++) expect(isWeakPin(drawPin())).toBe(false)
  })
})

describe('a sign-in', () => {
  test('H2 ends with the shift: the terminal is told that it has ended', async () => {
    await c1.begin()
    await server.pass(12 * hour)
    expect((await c1.notAt('pause', { reason: 'meal' })).code).toBe('session-ended')
    c1.session = null
    expect((await c1.notAt('pause', { reason: 'meal' })).code).toBe('session-required')
  })

  test('H2 belongs to its terminal: shown at another it opens nothing', async () => {
    const session = await c1.signIn()
    const elsewhere = await server.counter('c1')
    elsewhere.session = session
    expect((await elsewhere.notAt('open')).code).toBe('session-ended')
    const c2 = await server.counter('c2')
    c2.session = session
    expect((await c2.notAt('open')).code).toBe('session-ended')
  })

  test('H2 at a counter that is not the terminal’s is not allowed', async () => {
    const sent = { params: { counterId: 'c2' }, body: who }
    const problem = await c1.refused('POST /api/v1/counters/:counterId/sign-in', sent)
    expect(problem.code).toBe('not-allowed')
  })
})
