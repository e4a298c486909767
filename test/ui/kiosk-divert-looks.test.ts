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

async function isOffered(panel: Panel, view = hall.offering()): Promise<void> {
  customer = await KioskCustomer.atKiosk(pages, view, panel)
  await customer.page.route('**/api/v1/diversions', (route) =>
    route.fulfill({ status: 201, json: { diversionId: '1' } }),
  )
  await customer.isOffered()
}

async function goes(): Promise<void> {
  await customer.page.locator('.primary').click()
  await customer.page.locator('kiosk-divert-way').waitFor()
  await customer.settle()
}

async function expectRead(...all: (string | RegExp)[]): Promise<void> {
  for (const words of all) expect([words, await customer.reads(words)]).toEqual([words, true])
}

/** Parts whose texts reach beyond the card or the button they stand in, or over one another. */
function crowded(): Promise<string[]> {
  return customer.page.evaluate(() => {
    const found: string[] = []
    const texts: { box: DOMRect; text: string }[] = []
    const visit = (root: ParentNode, frame: DOMRect): void => {
      for (const element of root.querySelectorAll('*')) {
        const inner = element.closest('.card, .button, .place, .line.free')
        const box = inner?.getBoundingClientRect() ?? frame
        if (element.shadowRoot) visit(element.shadowRoot, element.getBoundingClientRect())
        for (const node of element.childNodes) {
          const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''
          if (!text) continue
          const range = document.createRange()
          range.selectNodeContents(node)
          for (const own of range.getClientRects()) {
            if (own.width <= 1 || element.closest('.visually-hidden')) continue
            texts.push({ box: own, text })
            if (own.right > box.right + 1 || own.bottom > box.bottom + 1 || own.left < box.left - 1)
              found.push(`out: ${text}`)
          }
        }
      }
    }
    visit(document, document.documentElement.getBoundingClientRect())
    for (const [index, a] of texts.entries())
      for (const b of texts.slice(index + 1)) {
        if (a.text === b.text) continue
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        if (wide > 2 && high > 14) found.push(`over: ${a.text} / ${b.text}`)
      }
    return found
  })
}

/** Whether something that cannot be seen through lies over the beginning of a text. */
function isCovered(text: string): Promise<boolean> {
  return customer.page.locator(text).evaluate((element) => {
    const { left, top } = element.getBoundingClientRect()
    const root = element.getRootNode() as ShadowRoot
    const stack = root.elementsFromPoint(left + 10, top + 30)
    const over = stack.slice(0, stack.indexOf(element))
    return over.some((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)')
  })
}

/** The blocks of the page, each pair of which must stand apart. */
async function expectApart(): Promise<void> {
  const blocks = ['h1', 'refusal-notice p', 'terminal-card .card', 'take-anyway .card', 'kiosk-bar']
  const found = blocks.map((block) => customer.page.locator(block))
  const present = (await Promise.all(found.map((one) => one.count()))).flatMap((n, i) =>
    n > 0 ? (found[i] ?? []) : [],
  )
  const boxes = await Promise.all(
    present.map((one) => one.evaluate((e) => e.getBoundingClientRect())),
  )
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      expect(Math.min(wide, high)).toBeLessThanOrEqual(0)
    }
}

async function expectRoomy(panel: Panel, name: string): Promise<void> {
  expect(await isCovered('h1')).toBe(false)
  const crowd = await crowded()
  await expectApart()
  await customer.expectSound(panel, name)
  expect(crowd).toEqual([])
}

for (const panel of ['portrait', 'landscape'] as const)
  describe(`on the ${panel} panel`, () => {
    test('the offer shows where, how long there and how long at a window, and one filled button', async () => {
      await isOffered(panel)
      await expectRead(
        ...[/您选择了：交电费/, '1 号自助终端', '自助区，门厅左侧', '约 3 分钟', '有人帮您'],
        ...['前面 6 人', '预计等候 10–15 分钟', '15–20 分钟'],
      )
      expect(await customer.page.locator('.primary').count()).toBe(1)
      const anyway = await customer.page.locator('take-anyway').boundingBox()
      expect(anyway?.height).toBeGreaterThanOrEqual(200)
      await expectRoomy(panel, 'divert')
      await customer.press('English')
      await expectRoomy(panel, 'divert-en')
    })

    test('the way shows where to go, whom to ask, and the number in its place', async () => {
      await isOffered(panel)
      await goes()
      await expectRead(
        /请去自助终端办理，.?不用取号/,
        '自助区，门厅左侧',
        /不会操作，.?请找工作人员/,
      )
      await expectRead(/秒后自动返回/, /仍然取号/)
      await expectRoomy(panel, 'divert-way')
      await customer.press('English')
      await expectRoomy(panel, 'divert-way-en')
    })

    test('with no window open it says so, and who is in front of the terminal', async () => {
      await isOffered(panel, hall.noWindow)
      await expectRead('前面 2 人', '约 8 分钟', '前面 3 人', '暂无窗口办理')
      await expectRoomy(panel, 'divert-no-window')
      await customer.press('English')
      await expectRoomy(panel, 'divert-no-window-en')
    })

    test('long names and waits have room, in both languages', async () => {
      await isOffered(panel, hall.longNames)
      await expectRead('前面 128 人', '前面 12 人')
      await expectRoomy(panel, 'divert-long')
      await customer.press('English')
      await expectRoomy(panel, 'divert-long-en')
      await goes()
      await expectRoomy(panel, 'divert-way-long-en')
    })

    test('a number that is refused says why over nothing that can be pressed', async () => {
      await isOffered(panel)
      await customer.isRefused()
      await customer.press(/仍然取号/)
      await customer.page.getByText(/没有取到号/).waitFor()
      expect(await isCovered('h1')).toBe(panel === 'landscape')
      await customer.expectSound(panel, 'divert-refused')
      await customer.press('English')
      await customer.expectSound(panel, 'divert-refused-en')
    })
  })
