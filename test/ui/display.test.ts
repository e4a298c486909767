import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ViewFrame, WallView } from '#contract/live.ts'
import type { DisplayApp } from '../../display-ui/display-app.ts'
import { cutTexts, scrollsSideways, smallTexts } from '../support/measure.ts'
import { faultsOf, feed, look, openPages, violations, type Pages } from '../support/pages.ts'
import { counters, frame, manyWaiting, morning, turn, wall, windows } from './frames/display.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const wallSize = { width: 1920, height: 1080 }
const inHall = { ...wallSize, at: morning }
const show = (page: Page, given: ViewFrame<'wall'>) => feed(page, 'display-app', given)

async function opened(data: Partial<WallView> = {}, path = '/display/'): Promise<Page> {
  const page = await pages.open(path, inHall)
  await show(page, frame(data))
  return page
}

/** Nothing on the wall is too small, cut, out of the page, or refused by the browser. */
async function expectDrawn(page: Page, name: string): Promise<void> {
  await look(page, `display/${name}`)
  expect(await smallTexts(page, 36)).toEqual([])
  expect(await cutTexts(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faultsOf(page)).toEqual([])
}

/** … and axe finds nothing either. */
async function expectSound(page: Page, name: string): Promise<void> {
  await expectDrawn(page, name)
  expect(await violations(page)).toEqual([])
  await page.context().close()
}

/** Parts of a window's row, and rows of the list, that stick out of what they stand in. */
const stickingOut = (page: Page) =>
  page.locator('window-list :is(li, li > *)').evaluateAll((parts) =>
    parts
      .filter((part) => {
        const [box, around] = [part, part.parentElement ?? part].map((each) =>
          each.getBoundingClientRect(),
        )
        if (!box || !around) return true
        return box.right > around.right + 1 || box.bottom > around.bottom + 1
      })
      .map((part) => part.textContent),
  )
const fontSize = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).fontSize)
const background = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor)
const words = {
  idle: '空闲',
  called: '请到窗口',
  serving: '办理中',
  paused: '暂停服务',
  closed: '未开放',
}
const amber = 'rgb(255, 191, 46)'

describe('the wall between two calls', () => {
  test('shows the last call largest, every window, who is next, who waits, a notice, the clock', async () => {
    const page = await opened()
    expect(await fontSize(page, '.numbers ticket-number')).toBe('236px')
    expect(await fontSize(page, '.numbers .counter')).toBe('236px')
    const texts = (selector: string) => page.locator(`window-list ${selector}`).allTextContents()
    expect(await texts('.chip')).toEqual(counters.map(({ no }) => no))
    expect(await texts('ticket-number > span')).toEqual(
      counters.map(({ ticketNo }) => ticketNo ?? '—'),
    )
    expect(await texts('.state')).toEqual(counters.map(({ state }) => words[state]))
    for (const text of ['请准备', 'F010', '电表故障', '不用等', '6–12 分', '3月17日 周二'])
      expect(await page.getByText(text).first().isVisible()).toBe(true)
    expect(await page.getByText('10:21').isVisible()).toBe(true)
    await expectSound(page, 'normal')
  })

  test('is readable on dark ground', async () => {
    await expectSound(await opened({}, '/display/?theme=dark'), 'dark')
  })

  test('calls nobody “now called” who is no longer expected', async () => {
    const page = await opened({ counters: [{ no: '3', state: 'serving', ticketNo: 'A018' }] })
    expect(await page.getByText('最近叫号').isVisible()).toBe(true)
    await expectDrawn(page, 'last-called')
    await page.context().close()
  })

  test('says so before the first call of the day', async () => {
    const page = await opened({ announcements: [], ready: [] })
    expect(await page.getByText('还没有叫号').isVisible()).toBe(true)
    await expectSound(page, 'none')
  })

  test('turns the pages of its notices every 12 seconds', async () => {
    const page = await opened()
    expect(await page.getByText('1/4').isVisible()).toBe(true)
    await page.clock.runFor(6_000)
    await show(page, frame({}, 413))
    await page.clock.runFor(6_500)
    expect(await page.getByText('2/4').isVisible()).toBe(true)
    expect(await page.getByText('办理过户请带房产证明').isVisible()).toBe(true)
    await page.context().close()
  })

  test.each([1, 8, 9, 12])('finds room for %i windows', async (count) => {
    const page = await opened({ counters: windows(count) })
    expect(await page.locator('window-list li').count()).toBe(count)
    expect(await stickingOut(page)).toEqual([])
    await expectDrawn(page, `windows-${count}`)
    await page.context().close()
  })

  test('finds room for five signs, windows of two digits, many groups and long notices', async () => {
    const long = '看到电线掉落、电箱冒烟，请离开 8 米以上，不要用手碰，马上打电话，热线全天有人接听'
    const page = await opened({
      announcements: [turn(412, 'M1018', '12', { at: morning - 60_000 })],
      counters: windows(12).map((counter) => ({ ...counter, no: String(Number(counter.no) + 8) })),
      ready: ['M1019', 'M1020', 'M1021', 'M1022'],
      waiting: manyWaiting(12),
      notices: wall.notices.map((notice) => ({ ...notice, title: { zh: long, en: '' } })),
    })
    expect(await fontSize(page, '.numbers ticket-number')).toBe('200px')
    expect(await stickingOut(page)).toEqual([])
    await expectDrawn(page, 'long')
    await page.context().close()
  })

  test.each([
    [3840, 2160],
    [1280, 720],
    [1920, 1200],
  ])('fits a screen of %i × %i as a whole', async (width, height) => {
    const page = await pages.open('/display/', { width, height, at: morning })
    await show(page, frame())
    const box = await page.locator('main').boundingBox()
    const scale = Math.min(width / 1920, height / 1080)
    expect(box?.width).toBeCloseTo(1920 * scale, 0)
    expect(box?.x).toBeCloseTo((width - 1920 * scale) / 2, 0)
    expect(box?.y).toBeCloseTo((height - 1080 * scale) / 2, 0)
    await page.context().close()
  })

  test('draws nothing that its view has no field for', async () => {
    const named = counters.map((counter) => ({ ...counter, staffName: '林晓', customer: '王女士' }))
    const page = await opened({ counters: named })
    expect(await page.getByText(/林晓|王女士/).count()).toBe(0)
    await page.context().close()
  })
})

describe('a call', () => {
  test('turns panel and row amber under the caption, and moves nothing', async () => {
    const page = await opened({ announcements: [] })
    await show(page, frame({}, 413))
    const places = () =>
      page
        .locator('.call, .foot, window-list li, waiting-strip, notice-bar')
        .evaluateAll((parts) => parts.map((part) => JSON.stringify(part.getBoundingClientRect())))
    const before = await places()
    await show(page, frame({ announcements: [turn(414, 'A018', '3')] }, 414))
    expect(await page.getByText('请 A018 号到 3 号窗口').isVisible()).toBe(true)
    expect(await page.getByText('1/2 遍').isVisible()).toBe(true)
    expect(await page.getByText('正在播报').isVisible()).toBe(true)
    expect(await background(page, '.call')).toBe(amber)
    expect(await background(page, 'window-list .called')).toBe(amber)
    expect(await places()).toEqual(before)
    await expectSound(page, 'calling')
  })

  test('shows the longest caption whole', async () => {
    const recall = turn(412, 'M1018', '12', { kind: 'recall' })
    const page = await opened({ announcements: [recall] })
    expect(await page.getByText('M1018 号客户请到 12 号窗口').isVisible()).toBe(true)
    await expectDrawn(page, 'calling-long')
    await page.context().close()
  })
})

const announcer = (page: Page) =>
  page.locator('display-app').evaluate((element: DisplayApp) => element.announcer.spoken)
const saidAll = (page: Page, count: number) =>
  page.waitForFunction((wanted) => {
    const app = document.querySelector('display-app')
    return app && app.announcer.spoken.length >= wanted && !app.announcer.now
  }, count)

describe('the voice', () => {
  const once = { ...wall.sound, readings: 1 }

  test('is heard, in Chinese and then in English, and the log says how', async () => {
    const page = await pages.open('/display/', { ...wallSize, reducedMotion: false })
    const announcements = [turn(412, 'A018', '3', { language: 'en' })]
    await show(page, frame({ announcements, sound: once }))
    await page.getByText('Number A018, counter 3').waitFor()
    await saidAll(page, 1)
    const [spoken] = await announcer(page)
    expect(spoken).toMatchObject({
      seq: 412,
      text: '请 A018 号到 3 号窗口 Number A018, counter 3',
      sounded: 'clips',
    })
    expect(spoken?.peak).toBeGreaterThan(0.1)
    await page.reload()
    await show(page, frame({ announcements, sound: once }))
    expect(await page.getByText('1/1 遍').count()).toBe(0)
    expect(faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test('is a chime that needs no file where the clips are lost', async () => {
    const page = await pages.open('/display/', wallSize)
    await page.route('**/voice/*', (route) => route.abort())
    await page.reload()
    await show(page, frame({ announcements: [turn(412, 'A018', '3')], sound: once }))
    await saidAll(page, 1)
    const [spoken] = await announcer(page)
    expect(spoken?.sounded).toBe('chime')
    expect(spoken?.peak).toBeGreaterThan(0.1)
    await page.context().close()
  })

  test('asks for a touch only while the browser keeps the sound in', async () => {
    const page = await pages.open('/display/', wallSize)
    await show(page, frame())
    const ask = page.getByText('点一下屏幕，打开声音')
    await page.getByText('语音播报').waitFor()
    expect(await ask.count()).toBe(0)
    await page
      .locator('display-app')
      .evaluate((element: DisplayApp) => element.loudspeaker.output.context.suspend())
    await ask.waitFor()
    await page.mouse.click(960, 540)
    await ask.waitFor({ state: 'detached' })
    await page.context().close()
  })
})

describe('an old view', () => {
  test('is marked with its time after 10 seconds, greyed, and calls nobody; the clock goes on', async () => {
    const page = await opened()
    await show(page, { ...frame({}, 413), serverTime: morning + 53_000 })
    await page.clock.runFor(9_900)
    expect(await page.locator('stale-strip').count()).toBe(0)
    await page.clock.runFor(1_200)
    expect(await page.getByText('屏幕正在重新连接').isVisible()).toBe(true)
    expect(await page.getByText('截至 10:21').first().isVisible()).toBe(true)
    expect(await page.getByText('A018').first().isVisible()).toBe(true)
    expect(await page.locator('time').textContent()).toBe('10:22')
    expect(await page.getByText('语音暂停').isVisible()).toBe(true)
    expect(await background(page, 'calling-panel')).toBe('rgb(66, 83, 77)')
    await expectSound(page, 'reconnecting')
  })

  test('keeps its place with twelve windows too', async () => {
    const page = await opened({ counters: windows(12) })
    await page.clock.runFor(12_000)
    expect(await page.locator('stale-strip').isVisible()).toBe(true)
    expect(await stickingOut(page)).toEqual([])
    await expectDrawn(page, 'reconnecting-twelve')
    await page.context().close()
  })

  test('is taken off the wall after 30 seconds, with advice, until the line is back', async () => {
    const page = await opened()
    await page.clock.runFor(31_000)
    expect(await page.getByText(/A01\d|F0\d\d/).count()).toBe(0)
    expect(await page.getByText('请听窗口叫号').isVisible()).toBe(true)
    await look(page, 'display/hidden')
    await show(page, frame({}, 413))
    expect(await page.getByText('A016').isVisible()).toBe(true)
    await page.clock.runFor(31_000)
    await expectSound(page, 'hidden-again')
  })
})

describe('a closed hall', () => {
  const closed = { code: 'hall-closed', opensOn: '2026-03-18', opensAtMinutes: 510 } as const
  const empty = counters.map(({ no }) => ({ no, state: 'closed' as const, ticketNo: null }))

  test('tells when it opens next and whom to ring', async () => {
    const page = await opened({ closed, counters: empty })
    expect(await page.getByText('明天（周三）08:30').isVisible()).toBe(true)
    expect(await page.getByText('400-000-0000').isVisible()).toBe(true)
    await expectSound(page, 'closed')
  })

  test('still shows those who are being served after the last number', async () => {
    const page = await opened({ closed })
    expect(await page.getByText('今天已停止取号').isVisible()).toBe(true)
    expect(await page.getByText('A016').isVisible()).toBe(true)
    await page.context().close()
  })
})
