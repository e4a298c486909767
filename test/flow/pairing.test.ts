// R23, the first half: nobody becomes a device without the code on its screen and the approval of
// somebody who may.
//
// Planted defect: an `approve` in server/devices/pairing-routes.ts that does not ask how the pairing
// stands takes in codes that were turned away, over or guessed at, and A21 fails three times.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import type { DeviceKind } from '#domain/people/principal.ts'
import { minute } from '#domain/time.ts'
import { statusesOf } from '../support/client.ts'
import type { Heard } from '../support/client.ts'
import { consoleOf } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import { approve, DeviceBrowser, makeKey, publicHalf } from '../support/device.ts'
import { Screen } from '../support/screen.ts'
import { TestServer } from '../support/server.ts'

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
