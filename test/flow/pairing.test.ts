// R23: nobody becomes a device, or acts as one, without the code on its screen, somebody's approval
// and the key that never leaves it.
//
// Planted defects, each in its turn and found by the tests named: `isProof` that takes any signature
// (A22, copied cookie) or any nonce (A22, nonce), `approve` that does not ask how the pairing stands
// (A21: turned away, over, five wrong), and a cookie that is never taken for a copy (A24).

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { ownReasons } from '#domain/devices/device.ts'
import type { DeviceKind } from '#domain/people/principal.ts'
import { day, minute } from '#domain/time.ts'
import { statusesOf } from '../support/client.ts'
import type { Heard } from '../support/client.ts'
import { consoleOf } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import { approve, DeviceBrowser, makeKey, paired, publicHalf } from '../support/device.ts'
import { Screen } from '../support/screen.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer
let manager: ConsoleClient

beforeAll(async () => (server = await TestServer.start()))
afterAll(() => server.stop())
// Each test has an hour of its own: limits of an address, and somebody stepped up a moment ago.
beforeEach(async () => {
  await server.pass(61 * minute)
  manager = await consoleOf(server, 'manager')
})

const codeOf = ({ status, text }: Heard) =>
  status < 400 ? 'opened' : (JSON.parse(text) as Problem).code
const wall = () => DeviceBrowser.make(server, 'display')
const typed = (userCode: string) => ({ body: { userCode, name: 'wall', place: 'hall' } })

describe('a screen', () => {
  const counters: [DeviceKind, string | undefined, string][] = [
    ['kiosk', undefined, 'kiosk of binjiang'],
    ['terminal', 'c1', 'counter of c1'],
    ['display', undefined, 'wall of binjiang'],
    ['evaluator', 'c1', 'evaluator of c1'],
  ]
  test.each(counters)('A21 %s is taken in by the code it shows', async (kind, counterId, shown) => {
    const device = await DeviceBrowser.make(server, kind)
    const { userCode, fingerprint } = await device.asks()
    expect(userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
    expect(await device.polls()).toMatchObject({ state: 'waiting' })
    const looked = await manager.ask('POST /api/v1/pairings/look', { body: { userCode } })
    expect(looked).toMatchObject({ kind, fingerprint, address: '127.0.0.1' })
    const made = await approve(manager, device, counterId)
    expect(made.device).toMatchObject({ kind, counterId: counterId ?? null, fingerprint })
    expect(await device.polls()).toMatchObject({
      state: 'approved',
      kind,
      deviceId: made.device.id,
    })
    const proved = await device.proves()
    expect(proved).toMatchObject({ kind, hallId: 'binjiang', counterId: counterId ?? null })
    const screen = new Screen(server.url, { token: proved.token })
    await screen.ready()
    expect(`${screen.frame.view} of ${screen.frame.scope}`).toBe(shown)
    screen.close()
  })

  test('A21 is told that it was turned away', async () => {
    const device = await wall()
    await device.asks()
    await manager.ask('POST /api/v1/pairings/refuse', { body: { userCode: device.code } })
    expect(await device.polls()).toMatchObject({ state: 'refused' })
    expect(codeOf(await manager.knock('POST /api/v1/pairings/approve', typed(device.code)))).toBe(
      'pairing-over',
    )
  })

  test('A21 that asks again with the same key shows another code; the old one is dead', async () => {
    const device = await wall()
    const { userCode } = await device.asks()
    await device.asks()
    expect(codeOf(await manager.knock('POST /api/v1/pairings/approve', typed(userCode)))).toBe(
      'pairing-unknown',
    )
    await approve(manager, device)
  })

  test('A21 with a point that is on no curve, or its private half, is refused', async () => {
    const { x, y } = await publicHalf(await makeKey())
    const key = { kty: 'EC', crv: 'P-256' }
    const knock = (publicKey: object) =>
      server.anybody.knock('POST /api/v1/pairings', { body: { kind: 'display', publicKey } })
    expect(codeOf(await knock({ ...key, x, y: x }))).toBe('bad-request')
    expect(codeOf(await knock({ ...key, x, y, d: x }))).toBe('bad-request')
  })
})

describe('a code', () => {
  test('A21 makes one device, however often it is typed', async () => {
    const device = await wall()
    await device.asks()
    const knocks = [1, 2, 3].map(() =>
      manager.knock('POST /api/v1/pairings/approve', typed(device.code)),
    )
    expect(statusesOf(await Promise.all(knocks))).toEqual([201, 410, 410])
    expect(
      codeOf(
        await manager.knock('POST /api/v1/pairings/look', { body: { userCode: device.code } }),
      ),
    ).toBe('pairing-over')
  })

  test('A21 is told again to the same command, also when its device has proved itself', async () => {
    const device = await wall()
    await device.asks()
    const asked = { ...typed(device.code), key: crypto.randomUUID() }
    const first = await manager.knock('POST /api/v1/pairings/approve', asked)
    await device.polls()
    await device.proves()
    const again = await manager.knock('POST /api/v1/pairings/approve', asked)
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text])
  })

  test('A21 is over after ten minutes', async () => {
    const device = await wall()
    await device.asks()
    await server.pass(10 * minute + 1)
    const late = await consoleOf(server, 'manager')
    expect(await device.polls()).toMatchObject({ state: 'expired' })
    expect(codeOf(await late.knock('POST /api/v1/pairings/approve', typed(device.code)))).toBe(
      'pairing-over',
    )
  })

  test('A21 five wrong ones that begin like it end it', async () => {
    const device = await wall()
    await device.asks()
    const wrong = device.code.slice(0, 5) + (device.code.endsWith('BBBB') ? 'CCCC' : 'BBBB')
    const said: string[] = []
    for (let at = 0; at < 6; at++)
      said.push(codeOf(await manager.knock('POST /api/v1/pairings/approve', typed(wrong))))
    expect(said).toEqual([...Array<string>(5).fill('pairing-unknown'), 'too-many-requests'])
    expect(await device.polls()).toMatchObject({ state: 'expired' })
    // Who mistyped so often waits; somebody else does not, and finds it ended all the same.
    const other = await consoleOf(server, 'manager')
    expect(codeOf(await manager.knock('POST /api/v1/pairings/approve', typed(device.code)))).toBe(
      'too-many-requests',
    )
    expect(codeOf(await other.knock('POST /api/v1/pairings/approve', typed(device.code)))).toBe(
      'pairing-over',
    )
  })

  test('A21 opens to nobody but a manager or administrator who is stepped up', async () => {
    const device = await wall()
    await device.asks()
    const said: Record<string, string> = {}
    for (const role of ['guide', 'leader', 'reviewer', 'auditor'] as const) {
      const console = await consoleOf(server, role)
      said[role] = codeOf(await console.knock('POST /api/v1/pairings/approve', typed(device.code)))
    }
    const key = await server.manager()
    said['key'] = codeOf(await key.knock('POST /api/v1/pairings/approve', typed(device.code)))
    said['nobody'] = codeOf(
      await server.anybody.knock('POST /api/v1/pairings/approve', typed(device.code)),
    )
    await server.pass(6 * minute)
    said['late'] = codeOf(await manager.knock('POST /api/v1/pairings/approve', typed(device.code)))
    const no = 'not-allowed'
    expect(said).toEqual({
      ...{ guide: no, leader: no, reviewer: no, auditor: no, nobody: 'credential-missing' },
      ...{ key: 'step-up-required', late: 'step-up-required' },
    })
    expect(await device.polls()).toMatchObject({ state: 'waiting' })
  })

  test('A29 is given to ten screens at once, and ten an hour of an address, also after a restart', async () => {
    const said: string[] = []
    for (let at = 0; at < 11; at++) {
      const body = { kind: 'display', publicKey: await publicHalf(await makeKey()) } as const
      said.push(codeOf(await server.anybody.knock('POST /api/v1/pairings', { body })))
    }
    expect(said).toEqual([...Array<string>(10).fill('opened'), 'too-many-requests'])
    await server.restart()
    const device = await wall()
    await expect(device.asks()).rejects.toThrow('too-many-requests')
    await server.pass(61 * minute)
    await device.asks()
  })
})

describe('a device is its key', () => {
  test('A22 a copied cookie without the key opens its challenge and nothing else', async () => {
    const device = await paired(server, manager, 'display')
    const thief = device.copy(await makeKey())
    const nonce = await thief.nonce()
    expect(codeOf(await thief.shows(nonce, await thief.sign(nonce)))).toBe('credential-invalid')
    for (const door of ['GET /api/v1/view', 'GET /api/v1/devices', 'POST /api/v1/tickets'] as const)
      expect(
        codeOf(await thief.browser.knock(door, { body: door.startsWith('GET') ? undefined : {} })),
      ).toBe('credential-missing')
    const screen = new Screen(server.url, { token: null, headers: thief.browser.headers })
    await until(() => screen.gone !== null, 'being turned away')
    expect(screen.gone).toBe('credential-missing')
    screen.close()
    await device.proves()
  })

  test('A22 copied storage without the cookie proves nothing, not even with the key', async () => {
    const device = await paired(server, manager, 'display')
    const thief = new DeviceBrowser(server, 'display', device.key)
    thief.deviceId = device.deviceId
    await expect(thief.nonce()).rejects.toThrow('credential-missing')
    const nonce = await device.nonce()
    expect(codeOf(await thief.shows(nonce, await thief.sign(nonce)))).toBe('credential-missing')
    thief.browser.keep(device.deviceId, '1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
    await expect(thief.nonce()).rejects.toThrow('credential-invalid')
  })

  test('A22 a nonce is good once, for its own device, for a minute', async () => {
    const device = await paired(server, manager, 'display')
    const other = await paired(server, manager, 'display')
    const nonce = await device.nonce()
    const signature = await device.sign(nonce)
    expect(codeOf(await device.shows(nonce, signature))).toBe('opened')
    expect(codeOf(await device.shows(nonce, signature))).toBe('credential-invalid')
    const foreign = await other.nonce()
    expect(codeOf(await device.shows(foreign, await device.sign(foreign)))).toBe(
      'credential-invalid',
    )
    const late = await device.nonce()
    await server.pass(minute + 1)
    expect(codeOf(await device.shows(late, await device.sign(late)))).toBe('credential-invalid')
  })

  test('A22 the cookie is given to who asks with the pairing’s own secret, until the key was proved', async () => {
    const device = await wall()
    await device.asks()
    await approve(manager, device)
    await device.polls()
    // Its answer may have been lost on the way: it asks again and gets the same.
    const before = device.browser.cookie(device.deviceId)
    await device.polls()
    expect(device.browser.cookie(device.deviceId)).toBe(before)
    await device.proves()
    await expect(device.polls()).rejects.toThrow('pairing-unknown')
  })

  test('A22 no token, cookie or nonce of it stands in the record', async () => {
    const device = await paired(server, manager, 'display')
    const nonce = await device.nonce()
    const { token } = await device.proves()
    const text = JSON.stringify(await server.operator.events())
    const secrets = [
      nonce,
      token,
      device.browser.cookie(device.deviceId),
      device.pairing?.pairingId,
      device.code,
    ]
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  test('A23 its kind is that of its pairing, whatever its token or a new pairing says', async () => {
    const device = await paired(server, manager, 'display')
    const { token } = await device.proves()
    const [head = '', claims = '', mac = ''] = token.split('.')
    const text = Buffer.from(claims, 'base64url').toString()
    const forged = `${head}.${Buffer.from(`${text}0`).toString('base64url')}.${mac}`
    const said = new Screen(server.url, { token: forged })
    await until(() => said.gone !== null, 'being turned away')
    expect(said.gone).toBe('credential-invalid')
    said.close()
    const asKiosk = new DeviceBrowser(server, 'kiosk', device.key)
    await expect(asKiosk.asks()).rejects.toThrow('device-kind')
  })

  test('A25 a clone of everything, key and cookie, ends with its device, and its key is dead', async () => {
    const device = await paired(server, manager, 'display')
    const clone = device.copy(device.key)
    const { token } = await clone.proves()
    const params = { deviceId: device.deviceId }
    await manager.ask('POST /api/v1/devices/:deviceId/revoke', {
      params,
      body: { reason: 'stolen' },
    })
    await expect(clone.nonce()).rejects.toThrow('device-revoked')
    const screen = new Screen(server.url, { token })
    await until(() => screen.gone !== null, 'being turned away')
    expect(screen.gone).toBe('device-revoked')
    screen.close()
    await expect(clone.asks()).rejects.toThrow('device-revoked')
  })
})

describe('the cookie', () => {
  test('A24 changes once a day; an old one that comes back ends the device, the thief’s and the real one', async () => {
    const device = await paired(server, manager, 'display')
    await device.proves()
    const copy = device.copy(device.key)
    const first = device.browser.cookie(device.deviceId)
    await server.pass(23 * 60 * minute)
    await device.proves()
    expect(device.browser.cookie(device.deviceId)).toBe(first)
    await server.pass(day)
    await device.proves()
    const second = device.browser.cookie(device.deviceId)
    expect(second).not.toBe(first)
    // The new one has not come back yet: an answer may have been lost, and the old one gets it again.
    await copy.proves()
    expect(copy.browser.cookie(copy.deviceId)).toBe(second)
    copy.browser.keep(copy.deviceId, first ?? '')
    await device.proves()
    await server.pass(2 * minute)
    await expect(copy.nonce()).rejects.toThrow('device-revoked')
    await expect(device.nonce()).rejects.toThrow('device-revoked')
    const revoked = (await server.operator.events('device.revoked')).at(-1)
    expect(revoked?.data).toEqual({ deviceId: device.deviceId, reason: ownReasons.copied })
    expect(revoked?.actor.kind).toBe('system')
  })

  test('A24 outlives a restart', async () => {
    const device = await paired(server, manager, 'kiosk')
    await device.proves()
    await server.restart()
    expect(await device.proves()).toMatchObject({ deviceId: device.deviceId })
  })
})
