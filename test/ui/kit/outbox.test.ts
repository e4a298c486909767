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
  hall.knocked.length = 0
  page = await hall.open()
})

const note = (ticketId: string) =>
  page.evaluate(
    (id) =>
      window.kit.app().outbox.send('POST /api/v1/tickets/:ticketId/note', {
        params: { ticketId: id },
        body: { text: 'kept' },
      }),
    ticketId,
  )
const waiting = () => page.evaluate(() => window.kit.app().outbox.waiting)
const keys = () => hall.knocked.map(({ headers }) => headers['idempotency-key'])

test('with a line it is sent at once and nothing is kept', async () => {
  hall.answer = () => ({ status: 200, body: { seq: 4 } })
  expect(await note('t1')).toEqual({ ok: true, answer: { seq: 4 }, kept: false })
  await expect.poll(waiting).toBe(0)
})

test('what was done without a line outlives a reload and is sent once, in order', async () => {
  hall.answer = () => null
  expect(await note('t1')).toEqual({ ok: false, problem: null, kept: true })
  expect(await note('t2')).toEqual({ ok: false, problem: null, kept: true })
  await expect.poll(waiting).toBe(2)
  const firstKey = keys()[0]

  await page.reload()
  hall.knocked.length = 0
  hall.answer = () => ({ status: 200, body: {} })
  await expect.poll(() => hall.knocked.length, { timeout: 10_000 }).toBe(2)
  expect(hall.knocked.map(({ door }) => door)).toEqual([
    'POST /api/v1/tickets/t1/note',
    'POST /api/v1/tickets/t2/note',
  ])
  expect(keys()[0]).toBe(firstKey)
  await expect.poll(() => page.evaluate(() => window.kit.app().settled.length)).toBe(2)
  expect(await waiting()).toBe(0)
})

test('a command waits for a new sign-in, but a refusal of the command itself is final', async () => {
  hall.answer = () => ({ status: 401, body: { code: 'session-ended' } })
  expect(await note('t3')).toMatchObject({
    problem: { code: 'session-ended' },
    kept: true,
  })
  await expect.poll(waiting).toBe(1)
  hall.answer = () => ({ status: 409, body: { code: 'ticket-state' } })
  await page.evaluate(() => window.kit.app().outbox.flush())
  await expect.poll(waiting).toBe(0)
})

test('a device without room says that nothing is kept, and still sends while there is a line', async () => {
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  hall.answer = () => ({ status: 200, body: { seq: 5 } })
  expect(await note('t4')).toEqual({ ok: true, answer: { seq: 5 }, kept: false })
  hall.answer = () => null
  expect(await note('t5')).toEqual({ ok: false, problem: null, kept: false })
  expect(await waiting()).toBe(0)
})
