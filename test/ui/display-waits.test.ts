import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { WallView } from '#contract/live.ts'
import { cutTexts, scrollsSideways, smallTexts } from '../support/measure.ts'
import { faultsOf, feed, look, openPages, violations, type Pages } from '../support/pages.ts'
import { frame, manyWaiting, morning, wall } from './frames/display.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

let page: Page
afterEach(() => page.context().close())

async function opened(data: Partial<WallView>, path = '/display/'): Promise<void> {
  page = await pages.open(path, { width: 1920, height: 1080, at: morning })
  await feed(page, 'display-app', frame(data))
}

const ranges = () => page.locator('waiting-strip .range').allInnerTexts()

/** Parts of a group's cell that stick out of it at any side. */
const stickingOut = () =>
  page.locator('waiting-strip li > *').evaluateAll((parts) =>
    parts.flatMap((part) => {
      const box = part.getBoundingClientRect()
      const cell = part.parentElement?.getBoundingClientRect()
      const isIn =
        cell &&
        box.left >= cell.left &&
        box.right <= cell.right &&
        box.top >= cell.top &&
        box.bottom <= cell.bottom
      return isIn ? [] : [part.textContent]
    }),
  )

describe('how long who comes now would wait', () => {
  test('stands as a range under each count', async () => {
    await opened({})
    expect(await ranges()).toEqual(['6–12 分', '4–8 分', '1–2 分', '2–4 分', '1–2 分'])
  })

  test.each([
    ['six groups', 6, 'never', 'light'],
    ['eight groups', 8, 'never', 'light'],
    ['twelve groups', 12, 'never', 'light'],
    ['six groups, with English', 6, 'always', 'dark'],
    ['eight groups, with English', 8, 'always', 'light'],
    ['twelve groups, with English', 12, 'always', 'light'],
  ] as const)('has room where it is long: %s', async (_, count, english, ground) => {
    const data = { waiting: manyWaiting(count), sound: { ...wall.sound, english } }
    await opened(data, `/display/?theme=${ground}`)
    await look(page, `display/waits-${count}-${english}`)
    const said = english === 'always' ? ['45–60', '60+', '0–5'] : ['45–60', '1 小时以上', '5 分内']
    const shown = await ranges()
    for (const [at, words] of said.entries()) expect(shown[at]).toContain(words)
    expect(await stickingOut()).toEqual([])
    expect(await smallTexts(page, 36)).toEqual([])
    expect(await cutTexts(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    expect(faultsOf(page)).toEqual([])
    expect(await violations(page)).toEqual([])
  })

  test('is not told where no counter is open', async () => {
    await opened({ waiting: wall.waiting.map((group) => ({ ...group, wait: null })) })
    expect(await ranges()).toEqual([])
    expect(await page.getByText('6', { exact: true }).first().isVisible()).toBe(true)
  })

  test('is 不用等 only where the view says that a counter is free', async () => {
    const wait = { fromMinutes: 0, untilMinutes: 2, over: false }
    await opened({
      waiting: wall.waiting.map((group) => ({ ...group, waiting: 0, wait, noWait: false })),
    })
    expect(await page.getByText('不用等').count()).toBe(0)
    expect((await ranges())[0]).toBe('2 分内')
  })
})
