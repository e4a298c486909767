import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../support/client.ts'
import { buildApp } from '#server/app.ts'
import { HandClock } from '#server/clock.ts'
import { readSettings } from '#server/settings.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#domain/time.ts'
import { TestServer, mondayAtNine } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

const get = (path: string) => server.anybody.fetch('GET', path, {})
const ready = async () => {
  const { status, text } = await get('/readyz')
  return { status, ...(JSON.parse(text) as { ready: boolean; problems: string[] }) }
}

describe('a supervisor', () => {
  test('H15 hears that the server is alive and ready', async () => {
    expect((await get('/livez')).status).toBe(200)
    expect(await ready()).toEqual({ status: 200, ready: true, problems: [] })
  })

  test('H15 hears that it is not ready when commits are not durable', async () => {
    server.hall.db.pragma('synchronous = 1')
    expect(await ready()).toMatchObject({ status: 503, problems: ['binjiang: not durable'] })
    server.hall.db.pragma('synchronous = 2')
    expect((await ready()).ready).toBe(true)
  })

  test('H15 hears that a server without a hall is not ready, and can still make one', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'hall-test-'))
    const env = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', SAMPLE_HALL: '0' }
    const settings = readSettings(env)
    const clock = new HandClock(mondayAtNine)
    const app = await buildApp({ settings, operatorToken: 'the-operator', clock })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const operator = new Client(url, 'the-operator')
    expect((await operator.fetch('GET', '/readyz', {})).status).toBe(503)
    expect(await operator.ask('GET /api/v1/halls')).toMatchObject({ halls: [], epoch: '', seq: 0 })
    expect((await operator.refused('GET /api/v1/settings')).code).toBe('hall-unknown')
    const hall = { ...server.hall.day.setup.hall, id: 'first', purpose: 'hall' as const }
    const made = await operator.ask('POST /api/v1/halls', { body: { hall } })
    expect(made.hall).toMatchObject({ id: 'first', businessDay: '2026-03-02', dayOpen: true })
    expect((await operator.fetch('GET', '/readyz', {})).status).toBe(200)
    const sample = await operator.refused('POST /api/v1/sample/credentials', {
      body: { kind: 'kiosk' },
    })
    expect(sample.code).toBe('not-allowed')
    expect((await operator.refused('GET /api/v1/sample')).code).toBe('not-found')
    await app.close()
    await rm(dataDir, { recursive: true })
  })

  test('H15 reads numbers of the hall in the form of Prometheus, and no person in them', async () => {
    const kiosk = await server.kiosk()
    await kiosk.take('bills-pay')
    const { text, headers, status } = await get('/metrics')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect(text).toMatch(/^hall_waiting\{hall="binjiang"\} 1$/m)
    expect(text).toMatch(/^hall_commands_total\{hall="binjiang"\} \d+$/m)
    expect(text).toMatch(/^hall_commit_seconds_count\{hall="binjiang"\} \d+$/m)
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
    expect(text).not.toMatch(/A001|s0\d{3}/)
  })

  test('H15 sees how many screens watch, and which have not painted for 15 s', async () => {
    const screen = await server.screen('wall', await server.display())
    const { text } = await get('/metrics')
    expect(text).toMatch(/^hall_screens\{view="wall",state="watching"\} 1$/m)
    expect(text).toMatch(/^hall_screens\{view="wall",state="behind"\} 0$/m)
    screen.close()
  })

  // Last: the clock of this server is in doubt from here on.
  test('H15 hears of a clock that ran far ahead', async () => {
    await server.pass(40 * day)
    expect(await ready()).toMatchObject({ status: 503, problems: ['binjiang: clock in doubt'] })
    expect(server.hall.day.businessDay).toBe('2026-03-02')
    const kiosk = await server.kiosk()
    expect((await kiosk.take('bills-pay')).ticket.businessDay).toBe('2026-03-02')
    const body = { businessDay: '2026-04-11', reason: 'the clock is right' }
    await server.operator.ask('POST /api/v1/days/open', { body })
    await server.pass(1000)
    expect((await ready()).ready).toBe(true)
  })
})
