import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { cutTexts, scrollsSideways, smallTargets, smallTexts } from '../../support/measure.ts'
import { drawn, faultsOf, look, openPages, violations, type Pages } from '../../support/pages.ts'

let pages: Pages
let page: Page

beforeAll(async () => {
  pages = await openPages()
  page = await pages.open('/ui-kit/book.html', { width: 1280, height: 900 })
  await drawn(page)
})
afterAll(() => pages.close())

test.each(['zh-CN', 'en'])('the book of elements is whole and accessible in %s', async (lang) => {
  const isOther = (await page.locator('html').getAttribute('lang')) !== lang
  if (isOther) await page.locator('kit-book header button').click()
  await look(page, `book-${lang}`)
  expect(await violations(page)).toEqual([])
  expect(await cutTexts(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faultsOf(page)).toEqual([])
})

test('nothing in it is under the floors of a staff screen', async () => {
  expect(await smallTexts(page, 12)).toEqual([])
  expect(await smallTargets(page, 36)).toEqual([])
})

test('every icon and status of the kit draws something', async () => {
  const empty = await page.evaluate(() => {
    const book = document.querySelector('kit-book')?.shadowRoot
    const icons = [...(book?.querySelectorAll('ui-icon') ?? [])]
    return {
      icons: icons.length,
      blank: icons.filter((icon) => !icon.shadowRoot?.querySelector('path')).length,
    }
  })
  expect(empty.icons).toBeGreaterThan(80)
  expect(empty.blank).toBe(0)
})

test('the ticket number is read out sign by sign', async () => {
  const number = page.locator('ticket-number').first().getByRole('img')
  expect(await number.getAttribute('aria-label')).toMatch(/^(?:A 零 二 五 号|Number A 0 2 5)$/)
})

test('a key is asked for before it is sent, and the field gets the focus back', async () => {
  const keyPage = page.locator('device-key-form').last()
  await keyPage.getByRole('button').click()
  await expect
    .poll(() => keyPage.getByRole('alert').innerText())
    .toMatch(/请先输入密钥|Enter the key first/)
  await expect
    .poll(() => keyPage.locator('input').evaluate((input) => input.matches(':focus')))
    .toBe(true)
})
