import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import type { DeviceKind } from '#domain/people/principal.ts'
import { minute } from '#domain/time.ts'
import { launchBrowser } from '../support/browser.ts'
import { Client } from '../support/client.ts'
import { consoleOf, signInAgain } from '../support/console.ts'
import type { ConsoleClient } from '../support/console.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'
import { PairingScreen } from './pairing-screen.ts'

let server: TestServer
let browser: Browser
let manager: ConsoleClient

beforeAll(async () => {
  server = await TestServer.start()
  browser = await launchBrowser()
  manager = await consoleOf(server, 'manager')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const open = (kind: DeviceKind) => PairingScreen.open(browser, server.url, kind)
const entrance = { name: '取号机 1', place: '大厅入口左侧' }
const window3 = { name: '三号窗口', place: '三号窗口', counterId: 'c3' }

/** Where each kind is taken in, and what it then shows. */
const all = [
  ['kiosk', entrance, '请问要办'],
  ['terminal', window3, '请登录 3 号窗口'],
  ['display', { name: '大厅屏', place: '大厅中央' }, '等候人数'],
  ['evaluator', window3, '号窗口'],
] as const

async function pairedKiosk(): Promise<PairingScreen> {
  const screen = await open('kiosk')
  await screen.approve(manager, entrance)
  await screen.says('请问要办')
  return screen
}

const deviceAt = async (screen: PairingScreen) => (await screen.inside()).holder ?? ''
const revoke = async (deviceId: string) =>
  manager.ask('POST /api/v1/devices/:deviceId/revoke', {
    params: { deviceId },
    body: { reason: '换新' },
  })

describe('a newcomer', () => {
  test('A21 reads code and words off the screen, and it opens by itself once taken in', async () => {
    const screen = await open('kiosk')
    const code = await screen.code()
    expect(code).toMatch(/^[A-Z]{8}$/)
    const seen = await manager.ask('POST /api/v1/pairings/look', { body: { userCode: code } })
    expect(seen).toMatchObject({ kind: 'kiosk', fingerprint: { zh: await screen.words() } })
    await screen.says('取号机')
    await screen.approve(manager, entrance)
    await screen.says('登记好了')
    await screen.says('大厅入口左侧')
    await screen.says('请问要办')
    await screen.close()
  })

  test('A23 pairs a kiosk, a terminal, a wall and an evaluator in one browser', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const taken = await Promise.all(
      all.map(async ([kind, where, shown]) => {
        const screen = await PairingScreen.in(context, server.url, kind)
        await screen.approve(manager, where)
        await until(async () => (await screen.inside()).state === 'ready', kind, 30_000)
        await screen.says(shown)
        return deviceAt(screen)
      }),
    )
    const { devices } = await manager.ask('GET /api/v1/devices')
    const kinds = taken.map((deviceId) => devices.find(({ id }) => id === deviceId)?.kind)
    expect(kinds).toEqual(all.map(([kind]) => kind))
    await context.close()
  })

  test('A21 sees the same code after a reload, and a new one when it has run out', async () => {
    const screen = await open('kiosk')
    const code = await screen.code()
    await screen.page.reload()
    expect(await screen.code()).toBe(code)
    await server.pass(11 * minute)
    await until(async () => (await screen.code()) !== code, 'another code', 15_000)
    await signInAgain(server, manager)
    await screen.close()
  })

  test('is told that somebody refused, and asks again by the one button', async () => {
    const screen = await open('kiosk')
    const code = await screen.code()
    await manager.ask('POST /api/v1/pairings/refuse', { body: { userCode: code } })
    await screen.says('这次没有批准')
    await screen.page.keyboard.press('Enter')
    expect(await screen.code()).not.toBe(code)
    await screen.close()
  })
})

describe('a paired screen', () => {
  let screen: PairingScreen
  beforeAll(async () => {
    screen = await pairedKiosk()
  })
  afterAll(() => screen.close())

  test('A22 is itself again after a reload, and acts in the record as that device', async () => {
    const deviceId = await deviceAt(screen)
    await screen.page.reload()
    await screen.says('请问要办')
    // What is tapped on a page that has just come was meant for the one before.
    await screen.page.waitForTimeout(600)
    await screen.page.getByRole('button', { name: /电费账单/ }).click()
    await screen.page.waitForTimeout(600)
    await screen.page.getByRole('button', { name: /交电费/ }).click()
    await screen.page.waitForTimeout(600)
    await screen.page.getByRole('button', { name: /仍然取号/ }).click()
    await screen.says(/^A\d{3}$/)
    const issued = await server.operator.events('ticket.issued')
    expect(issued.at(-1)?.actor).toMatchObject({ kind: 'kiosk', id: deviceId })
  })

  test('A27 goes on by itself when its ten minutes are over', async () => {
    const before = await screen.inside()
    await server.pass(11 * minute)
    await until(async () => (await screen.inside()).token !== before.token, 'another token', 15_000)
    expect(await screen.inside()).toMatchObject({ holder: before.holder, state: 'ready' })
    await signInAgain(server, manager)
  })

  test('A26 that is given another counter shows that one', async () => {
    const terminal = await open('terminal')
    await terminal.approve(manager, window3)
    await terminal.says('请登录 3 号窗口')
    const params = { deviceId: await deviceAt(terminal) }
    const body = { counterId: 'c5', place: '五号窗口', reason: '搬家' }
    await manager.ask('POST /api/v1/devices/:deviceId/bind', { params, body })
    await terminal.says('请登录 5 号窗口')
    await terminal.close()
  })

  test('A28 tells the console its build and clock', async () => {
    const deviceId = await deviceAt(screen)
    const health = async () => {
      const { devices } = await manager.ask('GET /api/v1/devices')
      return devices.find(({ id }) => id === deviceId)?.health
    }
    await until(async () => (await health())?.version != null, 'the health', 5_000)
    const told = await health()
    expect(told?.version).toMatch(/^\d+\.\d+\.\d+\+[\w-]{8}$/)
    expect(told).toMatchObject({ online: true, paper: null })
    const offsetMs = Date.now() - server.clock.now()
    expect(Math.abs((told?.clockOffsetMs ?? 0) - offsetMs)).toBeLessThan(20_000)
  })

  test('A22 leaves no token in the storage, and a key that cannot be read out', async () => {
    const { token } = await screen.inside()
    const found = await screen.page.evaluate(async () => {
      const opened = indexedDB.open('hall-device')
      await new Promise((resolve) => (opened.onsuccess = resolve))
      const got = opened.result.transaction('values').objectStore('values').get('kiosk:')
      await new Promise((resolve) => (got.onsuccess = resolve))
      const { key, ...rest } = got.result as { key: CryptoKeyPair }
      const read = await crypto.subtle.exportKey('jwk', key.privateKey).catch(() => 'refused')
      const kept = [localStorage, sessionStorage, rest]
      const { extractable } = key.privateKey
      return { read, extractable, kept: JSON.stringify(kept), cookie: document.cookie }
    })
    expect(found).toMatchObject({ read: 'refused', extractable: false, cookie: '' })
    expect(token).toMatch(/^dev\./)
    expect(found.kept).not.toContain(token)
  })

  test('A22 copied with cookies and storage but another key gets nowhere', async () => {
    const deviceId = await deviceAt(screen)
    const state = await screen.page.context().storageState()
    const context = await browser.newContext({ storageState: state })
    const thief = await PairingScreen.in(context, server.url, 'kiosk')
    await thief.code()
    await thief.page.evaluate(async (stolenId) => {
      const opened = indexedDB.open('hall-device')
      await new Promise((resolve) => (opened.onsuccess = resolve))
      const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
      const key = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
      const values = opened.result.transaction('values', 'readwrite').objectStore('values')
      const put = values.put({ key, deviceId: stolenId, asked: null }, 'kiosk:')
      await new Promise((resolve) => (put.onsuccess = resolve))
    }, deviceId)
    await thief.page.reload()
    await thief.says('登记已失效')
    expect(await thief.inside()).toMatchObject({ token: null, state: 'unpaired' })

    const [cookie] = state.cookies
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` }
    const bare = new Client(server.url, null)
    const view = await bare.knock('GET /api/v1/view', { headers })
    expect(view.status).toBe(401)
    expect(await screen.inside()).toMatchObject({ holder: deviceId, state: 'ready' })
    await thief.close()
  })

  test('A2 shows within two seconds that it was revoked, and asks with another key', async () => {
    const deviceId = await deviceAt(screen)
    await revoke(deviceId)
    await screen.page.getByText('已撤销，请重新登记').waitFor({ timeout: 2_000 })
    await screen.approve(manager, entrance)
    await screen.says('请问要办')
    expect(await deviceAt(screen)).not.toBe(deviceId)
  })
})
