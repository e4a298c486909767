// R23, the second half: a device is its key. Whoever copies its cookie, its storage, its token or all of
// it gets nowhere.
//
// Planted defects, each found by the test named: `isProof` in server/devices/proof.ts that takes any
// signature (copied cookie) or any nonce (nonce), and `isCopy` that takes no cookie for a copy (A24).

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { ownReasons } from '#domain/devices/device.ts'
import { day, minute } from '#domain/time.ts'
import type { Heard } from '../support/client.ts'
import { consoleOf } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import { approve, DeviceBrowser, makeKey, paired } from '../support/device.ts'
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
    const device = await DeviceBrowser.make(server, 'display')
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
