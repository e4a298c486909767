import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPages, violations, type Pages } from '../support/pages.ts'
import * as hall from './frames/kiosk.ts'
import { KioskCustomer } from './kiosk-customer.ts'

let pages: Pages
let customer: KioskCustomer
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => customer.leave())
afterAll(() => pages.close())

async function comes(view = hall.open): Promise<void> {
  customer = await KioskCustomer.atKiosk(pages, view)
}

describe('a tap', () => {
  test('is felt at once, and does nothing when the finger slides off', async () => {
    await comes()
    const card = customer.page.getByRole('button', { name: /电费账单/ })
    await card.hover()
    await customer.page.mouse.down()
    expect(await card.getAttribute('pressed')).toBe('')
    await customer.page.mouse.move(540, 300)
    await customer.page.mouse.up()
    expect(await card.getAttribute('pressed')).toBeNull()
    expect(await customer.page.locator('kiosk-home').count()).toBe(1)
  })

  test('that comes twice does not also choose on the next page', async () => {
    await comes()
    let asked = 0
    await customer.isAnswered(async () => void (asked += 1))
    await customer.page.mouse.click(280, 1500)
    await customer.page.locator('kiosk-services').waitFor()
    await customer.page.mouse.click(280, 1500)
    await customer.settle()
    expect(asked).toBe(0)
  })
})

describe('taking a number', () => {
  test('sends one id and one key, however often it must be sent', async () => {
    await comes()
    const sent: string[] = []
    await customer.isAnswered((route) => {
      const { 'idempotency-key': key } = route.request().headers()
      sent.push(`${key} ${route.request().postData()}`)
      return sent.length === 1 ? route.abort() : route.fulfill({ status: 201, json: hall.issued })
    })
    await customer.opensGroup(/电费账单/)
    await customer.press(/交电费/)
    await expect.poll(() => sent.length).toBe(1)
    await customer.page.clock.runFor(1_000)
    await customer.page.locator('ticket-card').waitFor()
    expect(sent).toHaveLength(2)
    expect(sent[1]).toBe(sent[0])
    expect(JSON.parse(sent[0]?.replace(/^\S+ /, '') ?? '')).toMatchObject({
      serviceId: 'bills-pay',
      language: 'zh',
    })
  })

  test('shows after 400 ms that it is under way, and takes no other meanwhile', async () => {
    await comes()
    let answer = (): void => {}
    const answered = new Promise<void>((resolve) => (answer = resolve))
    let asked = 0
    await customer.isAnswered(async (route) => {
      asked += 1
      await answered
      await route.fulfill({ status: 201, json: hall.issued })
    })
    await customer.opensGroup(/电费账单/)
    await customer.press(/交电费/)
    expect(await customer.page.locator('.spinner').count()).toBe(0)
    await customer.page.clock.runFor(600)
    expect(await customer.page.locator('.spinner').count()).toBe(1)
    await customer.page.getByRole('button', { name: /查账单/ }).click({ force: true })
    await customer.page.clock.runFor(600)
    answer()
    await customer.page.locator('ticket-card').waitFor()
    expect(asked).toBe(1)
  })

  test('that is refused says why in the language of its reader and keeps the page', async () => {
    await comes()
    await customer.isRefused()
    await customer.opensGroup(/电费账单/)
    await customer.press(/交电费/)
    await customer.page.getByText(/没有取到号：今天这项业务的号已经发完/).waitFor()
    await customer.settle()
    await customer.press('English')
    expect(await customer.page.getByRole('alert').textContent()).toContain(
      'No more numbers for this service today',
    )
    expect(await violations(customer.page)).toEqual([])
  })

  test('that nobody answers for 8 s leads to the offline page, and home when the line is back', async () => {
    await comes()
    await customer.isAnswered((route) => route.abort())
    await customer.opensGroup(/电费账单/)
    await customer.press(/交电费/)
    for (let second = 0; second < 9; second += 1) {
      await customer.page.clock.runFor(1_000)
      await customer.page.evaluate(() => undefined)
    }
    await customer.page.getByText('设备 K-01 · 代码 NET-03').waitFor()
    await customer.waits(10)
    await customer.page.locator('kiosk-home').waitFor()
  })
})

describe('time', () => {
  test('brings the kiosk home in Chinese, 20 s after the question', async () => {
    await comes()
    await customer.press('English')
    await customer.opensGroup(/Home electricity/)
    await customer.waits(40)
    expect(await customer.reads('Are you still there?')).toBe(true)
    await customer.waits(20)
    await customer.page.locator('kiosk-home').waitFor()
    expect(await customer.page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  test('is given again without limit to whoever goes on', async () => {
    await comes()
    await customer.opensGroup(/居民用电/)
    for (let again = 0; again < 2; again += 1) {
      await customer.waits(40)
      await customer.press('继续办理')
      expect(await customer.page.getByRole('dialog').count()).toBe(0)
    }
    expect(await customer.page.locator('kiosk-services').count()).toBe(1)
  })

  test('counts down on the ticket and ends it after 20 s', async () => {
    await comes()
    await customer.takesNumber()
    await customer.waits(10)
    expect(await customer.reads(/（(9|10) 秒后自动返回）/)).toBe(true)
    await customer.waits(10)
    await customer.page.locator('kiosk-home').waitFor()
  })

  test('without a line is counted in tries of 5, 10, 20 and 30 s', async () => {
    await comes()
    await customer.page.clock.runFor(30_500)
    const left = () => customer.page.getByRole('timer').textContent()
    expect(await left()).toMatch(/[45] 秒后再试/)
    await customer.page.clock.runFor(7_000)
    expect(await left()).toMatch(/(8|9|10) 秒后再试/)
    await customer.sees(hall.open, hall.morning + 38_000)
    await customer.page.locator('kiosk-home').waitFor()
  })

  test('marks numbers that are 10 s old', async () => {
    await comes()
    await customer.page.clock.runFor(11_000)
    expect(await customer.reads('网络不稳，人数是 10:21 的')).toBe(true)
  })
})

test('the tactile keypad does all that fingers do', async () => {
  await comes()
  await customer.isAnswered((route) => route.fulfill({ status: 201, json: hall.issued }))
  const focus = () =>
    customer.page.evaluate(() => {
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      return element?.textContent?.trim() ?? ''
    })
  await customer.page.keyboard.press('ArrowDown')
  expect(await focus()).toContain('电费账单')
  await customer.page.keyboard.press('ArrowRight')
  expect(await focus()).toContain('居民用电')
  await customer.page.keyboard.press('ArrowDown')
  expect(await focus()).toContain('光伏与充电桩')
  await customer.page.keyboard.press('Enter')
  await customer.page.locator('kiosk-services').waitFor()
  await customer.settle()
  await customer.page.keyboard.press('Escape')
  await customer.page.locator('kiosk-home').waitFor()
  await customer.settle()
  expect(await focus()).toContain('电费账单')
  await customer.page.keyboard.press('Enter')
  await customer.page.locator('kiosk-services').waitFor()
  await customer.settle()
  expect(await focus()).toContain('交电费')
  await customer.page.keyboard.press('Enter')
  await customer.page.locator('ticket-card').waitFor()
  await customer.settle()
  expect(await focus()).toContain('完成')
  await customer.page.keyboard.press('Enter')
  await customer.page.locator('kiosk-home').waitFor()
})
