import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPages, type Pages } from '../support/pages.ts'
import * as hall from './frames/kiosk.ts'
import { KioskCustomer, type Panel } from './kiosk-customer.ts'

let pages: Pages
let customer: KioskCustomer
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => customer.leave())
afterAll(() => pages.close())

async function comes(...how: [view: typeof hall.open, panel?: Panel, at?: number]): Promise<void> {
  customer = await KioskCustomer.atKiosk(pages, ...how)
}

const expectSound = (panel: Panel, name: string) => customer.expectSound(panel, name)

/** Whether the last of the parts reaches beyond the box it stands in. */
async function sticksOut(box: string, part: string): Promise<boolean> {
  const last = customer.page.locator(`${box} ${part}`).last()
  const [outer, inner] = await Promise.all([
    customer.page.locator(box).boundingBox(),
    last.evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      const { right, bottom } = range.getBoundingClientRect()
      return { right, bottom }
    }),
  ])
  if (!outer) return true
  return inner.right > outer.x + outer.width || inner.bottom > outer.y + outer.height
}

for (const panel of ['portrait', 'landscape'] as const)
  describe(`on the ${panel} panel`, () => {
    test('home shows six equal cards with who waits and a range, the clock and the call', async () => {
      await comes(hall.open, panel)
      const boxes = await Promise.all(
        (await customer.page.locator('group-card').all()).map((c) => c.boundingBox()),
      )
      expect(boxes).toHaveLength(6)
      expect(new Set(boxes.map((box) => Math.round(box?.height ?? 0))).size).toBe(1)
      for (const words of ['10:21', 'A018', '现在无需等候', /10–15 分钟/, /5 分钟以内/])
        expect(
          await customer.page.getByText(words).filter({ visible: true }).count(),
        ).toBeGreaterThan(0)
      await expectSound(panel, 'home')
    })

    test('English is one tap away, in the same place on every page, and leaves none cut', async () => {
      await comes(hall.open, panel)
      const language = customer.page.locator('kiosk-bar button').last()
      const place = await language.boundingBox()
      await language.click()
      expect(await customer.page.locator('html').getAttribute('lang')).toBe('en')
      await expectSound(panel, 'home-en')
      await customer.opensGroup(/Home electricity/)
      expect(await language.boundingBox()).toEqual(place)
      await expectSound(panel, 'services-en')
    })

    test('services show at most six rows, with a plain line and what to bring', async () => {
      await comes(hall.longList, panel)
      await customer.opensGroup(/居民用电/)
      const rows = customer.page.locator('service-row')
      expect(await rows.count()).toBe(6)
      expect((await rows.last().boundingBox())?.height).toBeGreaterThanOrEqual(140)
      expect(await customer.reads('晚上用电多，想省电费')).toBe(true)
      expect(await customer.reads('身份证 · 房产证明')).toBe(true)
      expect(await customer.reads('今天的号已经发完')).toBe(true)
      await expectSound(panel, 'services-paged')
      await customer.press('下一页')
      expect(await rows.count()).toBe(3)
    })

    test('the number is the first thing seen on the ticket, with all there is to know', async () => {
      await comes(hall.open, panel)
      await customer.takesNumber()
      const size = await customer.page
        .locator('ticket-number')
        .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
      expect(size).toBeGreaterThanOrEqual(panel === 'portrait' ? 240 : 200)
      expect((await customer.page.locator('qr-code').boundingBox())?.width).toBeGreaterThanOrEqual(
        240,
      )
      for (const words of [
        '交电费（充值）',
        '前面还有',
        '10–15',
        '10:31–10:36',
        /1、2、3 号窗口之一/,
      ])
        expect(await customer.reads(words)).toBe(true)
      expect(await customer.reads('户号或近期电费单')).toBe(true)
      expect(await customer.reads(/秒后自动返回/)).toBe(true)
      await expectSound(panel, 'ticket')
    })

    test('a closed hall says when numbers start again, what can be done now, and is no error', async () => {
      await comes(hall.closed, panel, hall.evening)
      for (const words of [
        '今天的营业已经结束',
        '明天（周三）08:30',
        '400-000-0000',
        '自助区，门厅左侧',
      ])
        expect(await customer.reads(words)).toBe(true)
      await expectSound(panel, 'closed')
    })

    test('a lost line says what to do, that numbers still count, and when it tries again', async () => {
      await comes(hall.open, panel)
      await customer.page.clock.runFor(31_000)
      for (const words of ['到引导台领取号码', '已经取到号的，不受影响', '设备 K-01 · 代码 NET-02'])
        expect(await customer.reads(words)).toBe(true)
      expect(await customer.reads(/正在重新连接/)).toBe(true)
      await expectSound(panel, 'offline')
    })

    test('whoever stands still is asked, and the page behind cannot be touched', async () => {
      await comes(hall.open, panel)
      await customer.opensGroup(/居民用电/)
      await customer.waits(40)
      await customer.page.getByRole('dialog').waitFor()
      expect(await customer.reads(/您刚才的选择不会保留/)).toBe(true)
      expect(await customer.page.locator('.primary').textContent()).toContain('继续办理')
      await expect(
        customer.page.locator('service-row button').first().click({ timeout: 500 }),
      ).rejects.toThrow()
      await expectSound(panel, 'timeout')
    })
  })

for (const panel of ['portrait', 'landscape'] as const)
  test(`the ${panel} panel has room for no counter and for six`, async () => {
    await comes(hall.beforeCounters, panel)
    expect(await customer.reads('窗口暂时没有开放')).toBe(true)
    await customer.opensGroup(/电费账单/)
    expect(await customer.reads('还不能估计')).toBe(true)
    expect(await sticksOut('group-facts', 'dd')).toBe(false)
    await customer.sees(hall.allCounters, hall.morning + 2_000)
    expect(await sticksOut('group-facts', 'dd')).toBe(false)
    await customer.press('English')
    await expectSound(panel, 'six-counters')
    expect(await sticksOut('group-facts', 'dd')).toBe(false)
  })

for (const panel of ['portrait', 'landscape'] as const)
  test(`a number with an appointment shows its time on the ${panel} panel`, async () => {
    await comes(hall.open, panel)
    await customer.takesNumber(hall.issuedBooked)
    expect(await customer.reads('预约 10:30')).toBe(true)
    await expectSound(panel, 'ticket-booked')
  })

test('a card says that nobody has to wait only where the view says that a counter is free', async () => {
  await comes(hall.open)
  expect(await customer.reads('现在无需等候')).toBe(true)
  const groups = hall.groups.map((group) => ({ ...group, noWait: false }))
  await customer.sees({ ...hall.open, groups }, hall.morning + 1_000)
  expect(await customer.reads('现在无需等候')).toBe(false)
  expect(await customer.reads('约 2 分钟以内')).toBe(true)
})

describe('a closed card', () => {
  test('stays in its place, says why and from when, and opens nothing', async () => {
    await comes(hall.partlyClosed)
    expect(await customer.reads('今天 14:00 开始办理')).toBe(true)
    expect(await customer.reads('窗口暂时没有开放')).toBe(true)
    const card = customer.page.getByRole('button', { name: /光伏与充电桩/ })
    expect(await card.getAttribute('aria-disabled')).toBe('true')
    await card.click({ force: true })
    expect(await customer.page.locator('kiosk-home').count()).toBe(1)
    await expectSound('portrait', 'partly-closed')
  })
})
