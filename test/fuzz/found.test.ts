import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestServer } from '../support/server.ts'
import { Wire } from './wire.ts'
import type { Sent } from './wire.ts'

let server: TestServer
let wire: Wire

beforeAll(async () => {
  server = await TestServer.start()
  wire = new Wire(server.url)
})
afterAll(async () => {
  wire.close()
  await server.stop()
})

async function ask(method: string, target: string, more: Sent['headers'] = []) {
  const headers: Sent['headers'] = [['Host', '127.0.0.1'], ...more]
  const outcome = await wire.send({ method, target, headers, body: null }, true)
  return typeof outcome === 'string'
    ? { status: outcome, headers: new Map<string, string>() }
    : outcome
}

describe('F1 what a run has found, sent again', () => {
  test('an array in thousands of arrays, where no body is taken, is not looked at', async () => {
    const body = '['.repeat(8_000) + ']'.repeat(8_000)
    const heard = await server.operator.knock('POST /api/v1/keys/:keyId/revoke', {
      ...{ params: { keyId: 'none' }, body },
    })
    expect(heard.status).toBe(404)
  })

  test('null is no body that was left out', async () => {
    const heard = await server.operator.knock('POST /api/v1/staff/:staffId/pin', {
      ...{ params: { staffId: 's0335' }, body: 'null' },
    })
    expect(heard.status).toBe(400)
  })

  test.each(['7719-28-93', '7719-12-31'])('the business day %s is refused', async (businessDay) => {
    const sent = { body: { businessDay, reason: 'test' } }
    const heard = await server.operator.knock('POST /api/v1/days/open', sent)
    expect([400, 409]).toContain(heard.status)
    await server.passSeconds(1)
  })

  test.each(['%zz', '%ff', '%u0041', '%c0%af'])(
    'an address with %s in it is refused like anything else',
    async (segment) => {
      const { status, headers } = await ask('GET', `/api/v1/tickets/${segment}`)
      expect(status).toBe(400)
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    },
  )

  test.each(['h2c', 'websocket'])(
    'a line on which %s is asked for elsewhere is answered, and goes on as it was',
    async (upgrade) => {
      const asked: Sent['headers'] = [
        ['Connection', 'Upgrade'],
        ['Upgrade', upgrade],
      ]
      const headers: Sent['headers'] = [['Host', '127.0.0.1'], ...asked]
      const sent = { method: 'GET', target: '/api/v1/halls', headers, body: null }
      for (let times = 0; times < 2; times++)
        expect(await wire.send(sent, false)).toMatchObject({ status: 200 })
    },
  )

  test.each(['PUT', 'DELETE', 'OPTIONS'])('%s on a line of screens is refused', async (method) => {
    const line = '/socket.io/?EIO=4&transport=polling'
    const opened = await fetch(server.url + line)
    const [, sid = ''] = /"sid":"([\w-]+)"/.exec(await opened.text()) ?? []
    expect((await ask(method, `${line}&sid=${sid}`)).status).toBe(405)
  })
})

test('F2 a hall that is refused leaves nothing behind', async () => {
  const hall = { ...server.hall.day.setup.hall, id: 'refused', timeZone: 'Nowhere/Town' }
  const heard = await server.operator.knock('POST /api/v1/halls', { body: { hall } })
  expect(heard.status).toBe(422)
  expect(existsSync(join(server.dataDir, 'halls', 'refused'))).toBe(false)
})
