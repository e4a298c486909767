import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright'
import type { CounterView, PaintedReceipt } from '#contract/live.ts'
import { startHarness, type Harness } from './harness.ts'

let hall: Harness
let page: Page
const shown: object[] = []
const painted: PaintedReceipt[] = []
let again = 0

beforeAll(async () => {
  hall = await startHarness()
  hall.sockets.on('connection', (socket) => {
    shown.push(socket.handshake.auth)
    socket.on('painted', (receipt) => painted.push(receipt))
    socket.on('again', () => again++)
    socket.emit('view', frame(3))
  })
})
afterAll(() => hall.close())
beforeEach(async () => {
  page = await hall.open()
  await expect.poll(text).toBe('live 3 0')
})

const text = () => page.locator('kit-app p').innerText()
const frame = (seq: number) => ({
  view: 'counter' as const,
  scope: 'c3',
  epoch: 'e1',
  seq,
  serverTime: Date.now(),
  data: {} as CounterView,
})
const beat = (seq: number) => ({ epoch: 'e1', seq, serverTime: Date.now() })

test('a frame is shown and, once painted, acknowledged', async () => {
  painted.length = 0
  hall.sockets.emit('view', frame(5))
  await expect.poll(() => painted.at(-1)).toEqual({ view: 'counter', epoch: 'e1', seq: 5 })
  expect(await text()).toBe('live 5 0')
})

test('D2 a screen that hears of a newer frame asks for it', async () => {
  again = 0
  hall.sockets.emit('beat', beat(3))
  hall.sockets.emit('beat', beat(9))
  await expect.poll(() => again).toBe(1)
})

test('D1 without a heartbeat it is stale after 10 s and hidden after 30 s', async () => {
  const aged = await hall.open()
  await aged.clock.install()
  await aged.reload()
  const age = () => aged.locator('kit-app p').innerText()
  await expect.poll(age).toBe('live 3 0')
  await aged.clock.fastForward(9_000)
  expect(await age()).toBe('live 3 0')
  await aged.clock.fastForward(2_000)
  await expect.poll(age).toBe('stale 3 0')
  await aged.clock.fastForward(20_000)
  await expect.poll(age).toBe('hidden 3 0')
  hall.sockets.emit('beat', beat(3))
  await expect.poll(age).toBe('live 3 0')
})

test('D2 it comes back by itself when the server hangs up, as before a restart', async () => {
  const before = shown.length
  hall.sockets.disconnectSockets(true)
  await expect.poll(() => shown.length, { timeout: 5_000 }).toBeGreaterThan(before)
})

test('a sign-in is shown to the server by itself, and one that ended is dropped', async () => {
  await page.evaluate(() => {
    window.kit.app().device.session = 's1'
  })
  // Pages of earlier tests come back in their own time, so it is looked for among all.
  await expect
    .poll(() => shown, { timeout: 5_000 })
    .toContainEqual({ token: 'lent', version: 1, session: 's1' })
  const before = shown.length
  hall.sockets.emit('gone', { code: 'session-ended' })
  await expect
    .poll(() => shown.slice(before), { timeout: 5_000 })
    .toContainEqual({ token: 'lent', version: 1 })
  await expect.poll(() => page.evaluate(() => window.kit.app().device.session)).toBeNull()
})

test('a credential that opens nothing ends in the reason, not in a storm of tries', async () => {
  const before = shown.length
  hall.sockets.emit('gone', { code: 'credential-invalid' })
  await expect
    .poll(() => page.evaluate(() => window.kit.app().live.gone))
    .toBe('credential-invalid')
  expect(shown.length - before).toBeLessThan(3)
})

test('a page of an older build is loaded afresh', async () => {
  const reloaded = page.waitForEvent('load')
  hall.sockets.emit('gone', { code: 'bad-request' })
  await reloaded
  await expect.poll(text).toBe('live 3 0')
})
