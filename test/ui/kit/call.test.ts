import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { startHarness, type Harness } from './harness.ts'

let hall: Harness
let page: Page

beforeAll(async () => {
  hall = await startHarness()
  page = await hall.open()
  await page.evaluate(() => window.kit.app().device.ready)
})
afterAll(() => hall.close())
beforeEach(() => {
  hall.knocked.length = 0
})

const take = () =>
  page.evaluate(() =>
    window.kit.call(window.kit.app().device, 'POST /api/v1/counters/:counterId/call-next', {
      params: { counterId: 'c3' },
      patienceMs: 2_000,
    }),
  )
const keys = () => hall.knocked.map(({ headers }) => headers['idempotency-key'])

test('T4 a command whose answer is lost is sent again under the same key', async () => {
  hall.answer = () => (hall.knocked.length < 3 ? null : { status: 200, body: { seq: 9 } })
  expect(await take()).toEqual({ ok: true, answer: { seq: 9 } })
  expect(keys()).toHaveLength(3)
  expect(new Set(keys()).size).toBe(1)
  expect(keys()[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('T4 another press is another command', async () => {
  hall.answer = () => ({ status: 200, body: {} })
  await take()
  await take()
  expect(new Set(keys()).size).toBe(2)
})

test('a refusal is an answer: it is handed back and not sent again', async () => {
  hall.answer = () => ({ status: 409, body: { code: 'no-one-waiting' } })
  expect(await take()).toEqual({ ok: false, problem: { code: 'no-one-waiting' } })
  expect(hall.knocked).toHaveLength(1)
})

test('with no line it gives up after its patience and says that nobody answered', async () => {
  hall.answer = () => null
  expect(await take()).toEqual({ ok: false, problem: null })
  expect(new Set(keys()).size).toBe(1)
})

test('it shows the device, the sign-in and the language of the page', async () => {
  hall.answer = () => ({ status: 200, body: {} })
  await page.evaluate(() => {
    window.kit.app().device.session = 'signed-in'
  })
  await take()
  expect(hall.knocked[0]?.headers).toMatchObject({
    authorization: 'Bearer lent',
    'staff-session': 'signed-in',
    'accept-language': 'zh-CN',
  })
})

test('a sign-in that the server knows no more is forgotten', async () => {
  hall.answer = () => ({ status: 401, body: { code: 'session-ended' } })
  await take()
  expect(await page.evaluate(() => window.kit.app().device.session)).toBeNull()
})
