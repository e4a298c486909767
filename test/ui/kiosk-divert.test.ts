import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPages, type Pages } from '../support/pages.ts'
import * as hall from './frames/kiosk.ts'
import { KioskCustomer } from './kiosk-customer.ts'

let pages: Pages
let customer: KioskCustomer
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => customer.leave())
afterAll(() => pages.close())

/** What was sent to the door of diversions; each is answered at once. */
let sent: { key: string | undefined; body: Record<string, string> }[]

async function isOffered(view = hall.offering()): Promise<void> {
  customer = await KioskCustomer.atKiosk(pages, view)
  sent = []
  await customer.page.route('**/api/v1/diversions', async (route) => {
    const key = route.request().headers()['idempotency-key']
    sent.push({ key, body: route.request().postDataJSON() as Record<string, string> })
    await route.fulfill({ status: 201, json: { diversionId: '1' } })
  })
  await customer.isOffered()
}

/** Seconds go by on the page's clock, with time for what is under way besides it. */
async function secondsPass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await customer.page.clock.runFor(1_000)
    await customer.page.evaluate(() => undefined)
  }
}

const at = (page: string) => customer.page.locator(page).waitFor()

describe('the offer of a terminal', () => {
  test('comes only where the view has one, and takes no number by itself', async () => {
    await isOffered()
    let asked = 0
    await customer.isAnswered(async () => void (asked += 1))
    await customer.waits(30, hall.offering())
    expect([asked, sent.length]).toEqual([0, 0])
    await customer.press('返回')
    await at('kiosk-services')
    await customer.isAnswered((route) => route.fulfill({ status: 201, json: hall.issued }))
    await customer.settle()
    await customer.press(/查账单/)
    await at('ticket-card')
  })

  test('says 无需排队 only while nobody stands in front of the terminal', async () => {
    await isOffered()
    const heading = customer.page.getByRole('heading', { level: 1 })
    expect(await heading.textContent()).toMatch(/^这项业务可在自助终端办理，.?无需排队$/)
    expect(await customer.reads('没有人排队')).toBe(true)
    await customer.sees(hall.offering({ ahead: 1, minutes: 6 }), hall.morning + 2_000)
    expect(await heading.textContent()).toMatch(/^这项业务可在自助终端办理，.?更快办完$/)
    expect(await customer.reads('约 6 分钟')).toBe(true)
    expect(await customer.reads('没有人排队')).toBe(false)
  })

  test('stays until the choice when it is made no more, as it was', async () => {
    await isOffered()
    await customer.sees(hall.open, hall.morning + 2_000)
    await customer.sees(hall.offering({ terminalId: 't3' }), hall.morning + 3_000)
    for (const words of ['1 号自助终端', '自助区，门厅左侧', '约 3 分钟'])
      expect(await customer.reads(words)).toBe(true)
    await customer.press('去自助终端办理')
    await at('kiosk-divert-way')
    await expect.poll(() => sent.map(({ body }) => body['terminalId'])).toEqual(['t1'])
  })

  test('leads back to the services, and home with the keypad', async () => {
    await isOffered()
    await customer.press('返回')
    await at('kiosk-services')
    await customer.settle()
    await customer.press(/交电费/)
    await at('kiosk-divert')
    await customer.settle()
    await customer.page.keyboard.press('Escape')
    await at('kiosk-services')
    await customer.settle()
    await customer.page.keyboard.press('Escape')
    await at('kiosk-home')
    expect(sent).toEqual([])
  })

  test('asks whoever stands still, and forgets them 20 s later', async () => {
    await isOffered()
    await customer.waits(40, hall.offering())
    expect(await customer.reads('您还在办理吗？')).toBe(true)
    await customer.press('继续办理')
    expect(await customer.page.locator('kiosk-divert').count()).toBe(1)
    await customer.waits(60, hall.offering())
    await at('kiosk-home')
  })
})

describe('仍然取号', () => {
  test('Q47 takes the number with one tap', async () => {
    await isOffered()
    await customer.isAnswered((route) => route.fulfill({ status: 201, json: hall.issued }))
    await customer.press(/仍然取号/)
    await at('ticket-card')
    expect(await customer.reads('1、2、3 号窗口之一')).toBe(true)
    expect(sent).toEqual([])
  })

  test('stands in the same place on the way, for who thinks again', async () => {
    await isOffered()
    const anyway = customer.page.locator('take-anyway button')
    const place = await anyway.boundingBox()
    await customer.press('去自助终端办理')
    await at('kiosk-divert-way')
    await customer.settle()
    expect(await anyway.boundingBox()).toEqual(place)
    await customer.isAnswered((route) => route.fulfill({ status: 201, json: hall.issued }))
    await anyway.click()
    await at('ticket-card')
  })

  test('is taken once, shows after 400 ms that it is under way, and holds the other button', async () => {
    await isOffered()
    let answer = (): void => {}
    const answered = new Promise<void>((resolve) => (answer = resolve))
    let asked = 0
    await customer.isAnswered(async (route) => {
      asked += 1
      await answered
      await route.fulfill({ status: 201, json: hall.issued })
    })
    await customer.press(/仍然取号/)
    await customer.page.clock.runFor(600)
    expect(await customer.page.locator('.spinner').count()).toBe(1)
    await customer.page.getByRole('button', { name: /仍然取号/ }).click({ force: true })
    await customer.page.getByRole('button', { name: '去自助终端办理' }).click({ force: true })
    await customer.page.clock.runFor(600)
    answer()
    await at('ticket-card')
    expect([asked, sent.length]).toEqual([1, 0])
  })

  test('that is refused says why and keeps the offer', async () => {
    await isOffered()
    await customer.isRefused()
    await customer.press(/仍然取号/)
    await customer.page.getByText(/没有取到号：今天这项业务的号已经发完/).waitFor()
    await customer.settle()
    await customer.press('去自助终端办理')
    await at('kiosk-divert-way')
    expect(await customer.page.getByRole('alert').textContent()).toBe('')
  })

  test('that nobody answers leads to the guide desk, and home when the line is back', async () => {
    await isOffered()
    await customer.isAnswered((route) => route.abort())
    await customer.press(/仍然取号/)
    await secondsPass(9)
    await customer.page.getByText('设备 K-01 · 代码 NET-03').waitFor()
    await customer.waits(10, hall.offering())
    await at('kiosk-home')
  })
})

describe('going to the terminal', () => {
  test('is recorded with an id and a key of its own, and shows the way until 20 s have passed', async () => {
    await isOffered()
    await customer.press('去自助终端办理')
    await at('kiosk-divert-way')
    for (const words of ['1 号自助终端', '自助区，门厅左侧', /不会操作，.?请找工作人员/])
      expect(await customer.reads(words)).toBe(true)
    await expect.poll(() => sent.length).toBe(1)
    expect(sent[0]?.key).toMatch(/^[\w-]{20,}$/)
    expect(sent[0]?.body).toMatchObject({ serviceId: 'bills-pay', terminalId: 't1' })
    expect(sent[0]?.body['id']).toMatch(/^[\w-]{20,}$/)
    await customer.waits(10)
    expect(await customer.reads(/（(9|10) 秒后自动返回）/)).toBe(true)
    await customer.waits(10)
    await at('kiosk-home')
  })

  test('is not held up by a record that does not answer or refuses', async () => {
    for (const how of ['lost', 'refused'] as const) {
      if (how === 'refused') await customer.leave()
      await isOffered()
      await customer.page.unroute('**/api/v1/diversions')
      await customer.page.route('**/api/v1/diversions', (route) =>
        how === 'lost' ? route.abort() : route.fulfill(hall.refused),
      )
      await customer.press('去自助终端办理')
      await at('kiosk-divert-way')
      await secondsPass(9)
      expect(await customer.page.locator('kiosk-divert-way').count()).toBe(1)
    }
  })

  test('needs no line: the offer and the way outlive it, and the numbers say how old they are', async () => {
    await isOffered()
    await secondsPass(31)
    expect(await customer.reads('网络不稳，人数是 10:21 的')).toBe(true)
    await customer.press('去自助终端办理')
    await at('kiosk-divert-way')
    await customer.settle()
    await customer.press(/完成/)
    await at('kiosk-offline')
  })
})

test('the tactile keypad goes to the terminal and to the number', async () => {
  await isOffered()
  const focus = () =>
    customer.page.evaluate(() => {
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      return element?.textContent?.trim() ?? ''
    })
  await customer.page.keyboard.press('ArrowDown')
  expect(await focus()).toContain('去自助终端办理')
  await customer.page.keyboard.press('ArrowDown')
  expect(await focus()).toContain('仍然取号')
  await customer.page.keyboard.press('ArrowUp')
  await customer.page.keyboard.press('Enter')
  await at('kiosk-divert-way')
  await customer.settle()
  expect(await focus()).toContain('完成')
  await customer.page.keyboard.press('Enter')
  await at('kiosk-home')
})
