// Planted defect: where each new frame began the fifteen seconds anew, as it once did, a screen that
// stands still under a busy hall was never behind, and the first of V13 fails.

import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConsoleView } from '#contract/live.ts'
import { minute, second } from '#domain/time.ts'
import { thumbprintOf, wordsOf } from '#server/devices/fingerprint.ts'
import { wordsEn } from '#server/devices/words-en.ts'
import { wordsZh } from '#server/devices/words-zh.ts'
import { consoleOf, signInAgain } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import { DeviceBrowser, makeKey, paired, publicHalf } from '../support/device.ts'
import type { Kiosk } from '../support/people.ts'
import { Screen } from '../support/screen.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer
let manager: ConsoleClient
let kiosk: Kiosk

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
})
afterAll(() => server.stop())
beforeEach(async () => {
  await server.pass(61 * minute)
  manager = await consoleOf(server, 'manager')
})
afterEach(() => vi.useRealTimers())

/** The console of somebody, on a line that their cookie opens. */
async function consoleScreen({ headers }: ConsoleClient): Promise<Screen<'console'>> {
  return new Screen<'console'>(server.url, { token: null, headers }).ready()
}

const healthOf = async ({ deviceId }: DeviceBrowser) => {
  const { devices } = await manager.ask('GET /api/v1/devices')
  return devices.find(({ id }) => id === deviceId)?.health
}

describe('the words of a key', () => {
  test('A21 are four of 256 different ones in each language', () => {
    for (const words of [wordsZh, wordsEn]) {
      expect(words.length).toBe(256)
      expect(new Set(words).size).toBe(256)
    }
    expect(wordsOf(Buffer.from([0, 1, 254, 255, 9]).toString('base64url'))).toEqual({
      zh: [wordsZh[0], wordsZh[1], wordsZh[254], wordsZh[255]],
      en: ['apple', 'arrow', 'willow', 'window'],
    })
  })

  test('A21 come from the thumbprint of RFC 7638, whatever else is said of the key', async () => {
    const key = await publicHalf(await makeKey())
    const canonical = `{"crv":"P-256","kty":"EC","x":"${key.x}","y":"${key.y}"}`
    const thumbprint = createHash('sha256').update(canonical).digest('base64url')
    expect(thumbprintOf(key)).toBe(thumbprint)
    expect(thumbprintOf(await publicHalf(await makeKey()))).not.toBe(thumbprint)
  })
})

describe('the health of a device', () => {
  const receipt = { version: '1.4.0', clockOffsetMs: -120, paper: 'low' } as const

  test('A28 is what it says over its line; when that ends the last word stays', async () => {
    const device = await paired(server, manager, 'kiosk')
    expect(await healthOf(device)).toMatchObject({ online: false, lastBeatAt: null, version: null })
    const screen = await server.screen('kiosk', await device.client())
    screen.socket.emit('health', receipt)
    const { view, epoch, seq } = screen.frame
    screen.socket.emit('painted', { view, epoch, seq })
    await until(async () => (await healthOf(device))?.paintedSeq === seq, 'the receipts')
    const lastBeatAt = server.clock.now()
    const said = { ...receipt, lastBeatAt, paintedSeq: seq, address: '127.0.0.1', behind: false }
    expect(await healthOf(device)).toEqual({ ...said, online: true })
    screen.close()
    await until(async () => (await healthOf(device))?.online === false, 'the end of the line')
    expect(await healthOf(device)).toEqual({ ...said, online: false })
  })

  test('A28 what is no such word is not heard, and hurts nobody', async () => {
    const device = await paired(server, manager, 'kiosk')
    const screen = await server.screen('kiosk', await device.client())
    const send = screen.socket.emit.bind(screen.socket) as (name: string, said?: unknown) => void
    for (const said of [
      ...[undefined, null, 'ok', [], { ...receipt, paper: 'plenty' }, { ...receipt, more: 1 }],
      ...[{ ...receipt, version: '<b>' }, { ...receipt, clockOffsetMs: 0.5 }, { version: '1' }],
    ])
      send('health', said)
    for (const said of [null, {}, { token: 1 }, { token: 'dev.made.up' }]) send('renewed', said)
    send('painted', { seq: 1e300 })
    await kiosk.take('bills-pay')
    screen.socket.emit('again')
    await until(() => screen.frames.length > 1, 'the next frame')
    expect(await healthOf(device)).toMatchObject({
      version: null,
      paper: null,
      clockOffsetMs: null,
    })
    expect(screen.socket.connected).toBe(true)
    screen.close()
  })

  test('V13, A28 a screen that stands still is behind after 15 s, however much it is sent meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const device = await paired(server, manager, 'display')
    const wall = await server.screen('wall', await device.client())
    const { view, epoch } = wall.frame
    const paint = () => wall.socket.emit('painted', { view, epoch, seq: wall.frame.seq })
    paint()
    const console = await consoleScreen(manager)
    const shown = ({ devices }: ConsoleView) => devices?.find(({ id }) => id === device.deviceId)
    // Every four seconds somebody takes a number, and the wall paints none of it.
    for (let at = 0; at < 4; at++) {
      const { seq } = await kiosk.take('bills-pay')
      await wall.at(seq)
      vi.setSystemTime(Date.now() + 4 * second)
      await server.pass(4 * second)
    }
    await console.shows('the wall that stands still', (data) => shown(data)?.health.behind === true)
    expect(server.app.services.hub.counts()).toContainEqual({
      view: 'wall',
      watching: 1,
      behind: 1,
    })
    paint()
    vi.setSystemTime(Date.now() + second)
    await console.shows('the wall that paints', (data) => shown(data)?.health.behind === false)
    console.close()
    wall.close()
  })

  test('V13 a screen that paints, late but again and again, is not behind', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const wall = await server.screen('wall', await server.display())
    const { view, epoch } = wall.frame
    for (let at = 0; at < 3; at++) {
      const before = wall.frame.seq
      const { seq } = await kiosk.take('bills-pay')
      await wall.at(seq)
      wall.socket.emit('painted', { view, epoch, seq: before })
      wall.socket.emit('again')
      const frames = wall.frames.length
      await until(() => wall.frames.length > frames, 'the receipt to be heard')
      vi.setSystemTime(Date.now() + 10 * second)
      await server.pass(10 * second)
    }
    expect(server.app.services.hub.counts()).toContainEqual({
      view: 'wall',
      watching: 1,
      behind: 0,
    })
    wall.close()
  })
})

describe('the view of the console', () => {
  test('A28 holds for each role what the matrix lets it see', async () => {
    const parts: Record<string, string[]> = {}
    await paired(server, manager, 'display')
    server.hall.checkpoints.write(server.hall.seq, server.hall.now())
    for (const role of [
      ...(['guide', 'leader', 'manager', 'reviewer'] as const),
      ...(['auditor', 'administrator'] as const),
    ]) {
      const screen = await consoleScreen(await consoleOf(server, role))
      const seen = Object.entries(screen.data).filter(([, part]) => part !== null)
      parts[role] = seen
        .map(([name]) => name)
        .filter((name) => !['hall', 'roles', 'at'].includes(name))
      screen.close()
    }
    const all = ['devices', 'pairingsOpen', 'proposalsOpen', 'head']
    const judge = ['proposalsOpen', 'head']
    expect(parts).toEqual({
      ...{ guide: [], leader: ['devices'], manager: all, administrator: all },
      ...{ reviewer: judge, auditor: judge },
    })
  })

  test('A28 shows screens that wait, devices that come, and the newest signed head', async () => {
    const screen = await consoleScreen(manager)
    const { pairingsOpen, devices } = screen.data
    const wall = await DeviceBrowser.make(server, 'display')
    await wall.asks()
    await screen.shows('one that waits', (data) => data.pairingsOpen === (pairingsOpen ?? 0) + 1)
    const body = { userCode: wall.code, name: 'wall', place: '大厅' }
    await manager.ask('POST /api/v1/pairings/approve', { body })
    const count = (devices?.length ?? 0) + 1
    const now = await screen.shows('the new device', (data) => data.devices?.length === count)
    expect(now.pairingsOpen).toBe(pairingsOpen)
    expect(now.devices?.[count - 1]).toMatchObject({ name: 'wall', pairedBy: manager.staffId })
    const { hall } = server
    hall.checkpoints.write(hall.seq, hall.now())
    await kiosk.take('bills-pay')
    await server.pass(5 * second)
    const { head } = await screen.shows('its head', (data) => data.head?.seq === hall.seq - 1)
    expect(head?.note).toContain(`\n${head?.seq}\n`)
    expect(head?.publicKey).toBe(hall.checkpoints.publicKey)
    screen.close()
  })

  test('A28 comes anew every five seconds while it is watched', async () => {
    const screen = await consoleScreen(manager)
    const { at } = screen.data
    await server.pass(5 * second)
    await screen.shows('a later time', (data) => data.at === at + 5 * second)
    screen.close()
  })

  test('V9 ends with the sign-in that it belongs to', async () => {
    const screen = await consoleScreen(manager)
    await signInAgain(server, manager)
    await until(() => screen.gone !== null, 'the end of the line', 2_000)
    expect(screen.gone).toBe('session-replaced')
    await until(() => !screen.socket.connected, 'the line to be cut', 2_000)
    const again = await consoleScreen(manager)
    expect(again.frame.view).toBe('console')
    again.close()
  })
})
