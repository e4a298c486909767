import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { startHarness, type Harness } from './harness.ts'

let hall: Harness
let page: Page

beforeAll(async () => {
  hall = await startHarness()
})
afterAll(() => hall.close())
beforeEach(async () => {
  hall.lends = false
  hall.doors = {}
  page = await hall.open()
})

const state = () => page.evaluate(() => window.kit.app().device.state)
const useKey = () => page.evaluate(() => window.kit.app().device.useKey('typed-here'))
const listCounters = () =>
  page.evaluate(() => window.kit.call(window.kit.app().device, 'GET /api/v1/counters'))

test('the sample hall lends a credential, which is not kept', async () => {
  hall.lends = true
  await page.reload()
  await expect.poll(state).toBe('ready')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('elsewhere it is to be paired, or to be given a key, which is kept over a reload', async () => {
  await expect.poll(state).toBe('unpaired')
  await useKey()
  expect(await state()).toBe('ready')
  await page.reload()
  await expect.poll(state).toBe('ready')
  hall.answer = () => ({ status: 200, body: {} })
  await listCounters()
  expect(hall.knocked.at(-1)?.headers['authorization']).toBe('Bearer typed-here')
})

test('a key that was revoked brings back the page that asks for one, and says so', async () => {
  await useKey()
  hall.answer = () => ({ status: 401, body: { code: 'credential-invalid' } })
  expect(await listCounters()).toMatchObject({ ok: false })
  expect(await state()).toBe('unpaired')
  expect(await page.evaluate(() => window.kit.app().device.keyRefused)).toBe(true)
})

test('a second tap within half a second is the first one, but on keys that are hit quickly', async () => {
  const taps = () => page.evaluate(() => window.kit.app().taps)
  await page.getByText('take').dblclick()
  expect(await taps()).toBe(1)
  await page.waitForTimeout(600)
  await page.getByText('take').click()
  expect(await taps()).toBe(2)
  await page.getByText('0', { exact: true }).dblclick()
  expect(await taps()).toBe(4)
})
