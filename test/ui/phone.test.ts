import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TicketView } from '#contract/live.ts'
import type { Problem } from '#contract/refusals.ts'
import { cutTexts, scrollsSideways, smallTargets, smallTexts } from '../support/measure.ts'
import { faultsOf, feed, look, openPages, violations, type Pages } from '../support/pages.ts'
import * as tickets from './frames/phone.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

let page: Page
afterEach(() => page.context().close())

const address = '/t#kQ3vX0m7Yw2bT9sLrE5aHc1dNfUj8ZpG'
const shortlyAfter = tickets.calledAt + 12_000
let seq = 1

async function opened(ticket: TicketView, at = tickets.later): Promise<void> {
  page = await pages.open(address, { width: 390, height: 844, at })
  await show(ticket, at)
}

function show(ticket: TicketView, at = tickets.later): Promise<void> {
  return feed(page, 'phone-app', tickets.frame(ticket, seq++, at))
}

const says = (words: string | RegExp) => page.getByText(words).first().isVisible()
const press = (name: string | RegExp) => page.getByRole('button', { name }).click()

/** Nothing on the phone is too small, cut, wider than the page, or refused by the browser or axe. */
async function expectSound(name: string): Promise<void> {
  await look(page, `phone/${name}`)
  expect(await smallTexts(page, 14)).toEqual([])
  expect(await smallTargets(page, 44)).toEqual([])
  expect(await cutTexts(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faultsOf(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}

/** Every vibration the page asks for from now on. */
async function feel(): Promise<() => Promise<number[][]>> {
  await page.evaluate(() => {
    const felt: unknown[] = []
    Object.assign(window, { felt })
    navigator.vibrate = (pattern) => felt.push(pattern) > 0
  })
  return () => page.evaluate(() => (window as unknown as { felt: number[][] }).felt)
}

describe('in the queue the phone', () => {
  test('shows the number, who is ahead, a range of minutes and of times, counters and papers', async () => {
    await opened(tickets.waiting)
    for (const words of ['A025', '前面还有', '5–8', '10:32–10:35', '刚刚更新', '1、2、3 号窗口'])
      expect(await says(words)).toBe(true)
    expect(await says('户号或近期电费单')).toBe(true)
    expect(await page.title()).toBe('A025 · 排队进度')
    await expectSound('waiting')
  })

  test('opens in the language of the ticket, and switches with one tap', async () => {
    await opened(tickets.waitingEnglish)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await says('Ahead of you')).toBe(true)
    await press('中文')
    expect(await says('前面还有')).toBe(true)
    // The next frame does not take the choice back.
    await show({ ...tickets.waitingEnglish, ahead: 2 })
    expect(await says('前面还有')).toBe(true)
    await page.clock.runFor(600)
    await press('English')
    await expectSound('waiting-en')
  })

  test('shows no minutes where nobody can know them', async () => {
    await opened(tickets.waitingUnknown)
    expect(await says('还不能估计')).toBe(true)
    expect(await page.locator('wait-bar').count()).toBe(0)
    await expectSound('unknown')
  })

  test('says more than an hour in words', async () => {
    await opened(tickets.waitingLong)
    expect(await says('一个小时以上')).toBe(true)
    expect(await page.locator('wait-bar').count()).toBe(0)
    await expectSound('long')
  })

  test('tells a reader who is ahead at most every 30 s', async () => {
    await opened(tickets.waiting)
    const told = page.getByRole('status').filter({ hasText: /前面还有 \d/ })
    expect(await told.textContent()).toContain('3 人')
    await show({ ...tickets.waiting, ahead: 2 }, tickets.later + 10_000)
    expect(await told.textContent()).toContain('3 人')
    await show({ ...tickets.waiting, ahead: 1 }, tickets.later + 31_000)
    expect(await told.textContent()).toContain('1 人')
  })

  test('marks old numbers after 10 s and hides them after 30 s', async () => {
    await opened(tickets.waiting)
    await page.clock.runFor(11_000)
    expect(await says('网络不稳，以下是 10:27 的进度')).toBe(true)
    expect(await says('5–8')).toBe(true)
    await page.clock.runFor(20_000)
    expect(await page.getByText('5–8').count()).toBe(0)
    expect(await says('A025')).toBe(true)
    await expectSound('hidden')
  })
})

describe('when the number is called the phone', () => {
  test('turns amber, with the window largest, its title and a vibration', async () => {
    await opened(tickets.waiting)
    const felt = await feel()
    await show(tickets.called, shortlyAfter)
    expect(await page.title()).toBe('轮到您了 · 2 号窗口')
    const ground = page.locator('phone-called')
    expect(await ground.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 191, 46)',
    )
    expect((await page.locator('.window').boundingBox())?.height).toBeGreaterThanOrEqual(108)
    expect(await page.getByRole('alert').textContent()).toBe('轮到您了，请到 2 号窗口')
    expect(await felt()).toEqual([[200, 100, 200, 100, 400]])
    await expectSound('called')
  })

  test('shows the time that is left to come, in a ring and in words', async () => {
    await opened(tickets.called, shortlyAfter)
    const ring = page.getByRole('timer')
    expect(await ring.textContent()).toBe('2:48')
    expect(await says(/请在 3 分钟内.*到窗口/)).toBe(true)
    expect(await says('10:33 叫的号')).toBe(true)
    await page.clock.runFor(8_000)
    expect(await ring.textContent()).toBe('2:40')
    // Called once more, the time stays.
    await show(tickets.calledAgain, tickets.calledAt + 75_000)
    expect(await ring.textContent()).toBe('1:45')
    expect(await says('10:33 第 2 次叫号')).toBe(true)
    await expectSound('called-again')
  })

  test('blames nobody when the time is over', async () => {
    await opened(tickets.calledAgain, tickets.calledAt + 185_000)
    expect(await page.getByRole('timer').count()).toBe(0)
    expect(await says('请现在到窗口来')).toBe(true)
    expect(await says('不用着急，号还给您留着。')).toBe(true)
    await expectSound('called-over')
  })

  test('vibrates once for each call, also for a later one', async () => {
    await opened(tickets.waiting)
    const felt = await feel()
    await show(tickets.called, shortlyAfter)
    await show(tickets.called, shortlyAfter + 5_000)
    expect(await felt()).toHaveLength(1)
    await show({ ...tickets.called, lastCalledAt: shortlyAfter + 9_000 }, shortlyAfter)
    expect(await felt()).toHaveLength(2)
  })

  test('warns when two are ahead, if its owner wants that', async () => {
    await opened(tickets.waiting)
    const felt = await feel()
    await page.getByRole('switch').press('Enter')
    expect(await page.getByRole('switch').getAttribute('aria-checked')).toBe('true')
    await show({ ...tickets.waiting, ahead: 2 })
    await show({ ...tickets.waiting, ahead: 1 })
    // One to try it, one for being near.
    expect(await felt()).toEqual([[200], [200]])
  })

  test('says it in English too', async () => {
    await opened({ ...tickets.called, language: 'en' }, shortlyAfter)
    expect(await page.title()).toBe('Your turn · counter 2')
    await expectSound('called-en')
  })
})

describe('after the call the phone', () => {
  test('says that a missed number is kept, until when, and what to do', async () => {
    await opened(tickets.missed, shortlyAfter)
    expect(await says(/您的号还在/)).toBe(true)
    expect(await says(/11:06 前都能排回/)).toBe(true)
    expect(await says('叫过您 3 次，最近一次 10:33')).toBe(true)
    expect(await says('告诉工作人员号码 A025')).toBe(true)
    await expectSound('missed')
  })

  test('sends whoever is too late to the kiosk', async () => {
    await opened(tickets.missedTooLong, shortlyAfter)
    expect(await says('请在取号机上重新取一个号。')).toBe(true)
    await expectSound('missed-over')
  })

  test.each([
    ['serving', tickets.serving, '正在 2 号窗口办理'],
    ['parked', tickets.parked, '您的业务先放一放'],
    ['completed', tickets.completed, '业务已经办完'],
    ['cancelled', tickets.cancelled, '已经取消排队'],
    ['expired', tickets.expired, '这个号已经过期'],
  ])('tells what %s means', async (name, ticket, words) => {
    await opened(ticket, shortlyAfter)
    expect(await says(words)).toBe(true)
    if (['serving', 'cancelled'].includes(name)) await expectSound(name)
  })
})

const refusal: Problem = {
  type: 'about:blank',
  title: 'A025 现在的状态不能这样操作',
  titles: { zh: 'A025 现在的状态不能这样操作', en: 'A025 cannot do this in its present state' },
  status: 409,
  code: 'ticket-state',
  details: {},
  epoch: 'story',
  seq: 9,
}

describe('leaving the queue', () => {
  test('is asked once more, with staying as the filled button', async () => {
    await opened(tickets.waiting)
    await press('取消排队')
    expect(await says(/号码 A025 会作废/)).toBe(true)
    expect(await page.locator('.primary').textContent()).toContain('继续排队')
    await press('继续排队')
    expect(await says('前面还有')).toBe(true)
  })

  test('sends the token of the ticket, and ends when the ticket has ended', async () => {
    await opened(tickets.waiting)
    const asked = page.waitForRequest('**/api/v1/tickets/mine/cancel')
    await page.route('**/cancel', (route) => route.fulfill({ json: { epoch: 'story', seq: 9 } }))
    await press('取消排队')
    await page.clock.runFor(600)
    await press('取消排队')
    const { authorization, 'idempotency-key': key } = await (await asked).allHeaders()
    expect(authorization).toBe(`Bearer ${address.slice(3)}`)
    expect(key).toMatch(/^[0-9a-f-]{36}$/)
    await show(tickets.cancelled)
    expect(await says('已经取消排队')).toBe(true)
  })

  test('says in the language of its reader why it was refused', async () => {
    await opened(tickets.waitingEnglish)
    await page.route('**/cancel', (route) =>
      route.fulfill({ status: 409, contentType: 'application/problem+json', json: refusal }),
    )
    await press('Leave queue')
    await page.clock.runFor(600)
    await press('Leave queue')
    await page.getByText(refusal.titles.en).waitFor()
    await expectSound('leave-refused')
  })
})

test('an address without a ticket says what to do, and asks the server nothing', async () => {
  page = await pages.open('/t', { width: 390, height: 844 })
  expect(await says('This ticket does not open')).toBe(true)
  expect(await says('Scan its QR code once more')).toBe(true)
  await press('中文')
  expect(await says('打不开这张号票')).toBe(true)
  await expectSound('broken')
})

test('a ticket that the server no longer knows says what to do', async () => {
  await opened(tickets.waiting)
  await page.locator('phone-app').evaluate((element) => {
    const app = element as HTMLElement & { live: { gone: string }; requestUpdate(): void }
    app.live.gone = 'credential-invalid'
    app.requestUpdate()
  })
  await page.getByText('打不开这张号票').waitFor()
})

test('the page of a ticket takes at most 60 kB of script', async () => {
  page = await pages.open(address, { width: 390, height: 844 })
  const scripts = await page.evaluate(async () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
    const texts = loaded.filter((name) => name.endsWith('.js')).map((name) => fetch(name))
    return Promise.all((await Promise.all(texts)).map((response) => response.text()))
  })
  expect(scripts.length).toBeGreaterThan(0)
  const sizes = scripts.map((script) => gzipSync(script).length)
  expect(sizes.reduce((all, size) => all + size)).toBeLessThanOrEqual(60 * 1024)
})
