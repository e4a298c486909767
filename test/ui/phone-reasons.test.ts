import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '#contract/live.ts'
import { cutTexts, scrollsSideways, smallTexts } from '../support/measure.ts'
import { faultsOf, feed, look, openPages, violations, type Pages } from '../support/pages.ts'
import * as tickets from './frames/phone.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

let page: Page
afterEach(() => page.context().close())

let seq = 1
const show = (ticket: TicketView) => feed(page, 'phone-app', tickets.frame(ticket, seq++))

async function opened(ticket: TicketView): Promise<void> {
  const size = { width: 390, height: 844 }
  page = await pages.open('/t#kQ3vX0m7Yw2bT9sLrE5aHc1dNfUj8ZpG', { ...size, at: tickets.later })
  await show(ticket)
}

const says = (words: string | RegExp) => page.getByText(words).first().isVisible()

/** Nothing on the phone is too small, cut, wider than the page, or refused by the browser or axe. */
async function expectSound(name: string): Promise<void> {
  await look(page, `phone/${name}`)
  expect(await smallTexts(page, 14)).toEqual([])
  expect(await cutTexts(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faultsOf(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}

test('the phone tells its holder their own class, and of somebody preferred only that there is one', async () => {
  await opened(tickets.waitingPreferred)
  expect(await says('优先：老年人')).toBe(true)
  expect(await says('您前面有预约号')).toBe(true)
  expect(await page.locator('body').innerText()).not.toContain('A020')
  await show(tickets.waiting)
  expect(await says('您前面的 A021 等候更久')).toBe(true)
  expect(await says('优先')).toBe(false)
})

test('the phone says that it takes longer than was told, by how much and why, and reads it out', async () => {
  await opened(tickets.waiting)
  const region = page.locator('phone-waiting main section [role=status]')
  expect(await region.getByText(/./).count()).toBe(0)
  await show(tickets.waitingPreferred)
  for (const words of ['比刚才预计晚约 5 分钟', '有窗口暂停了，其他窗口接着叫号。'])
    expect(await region.getByText(words).isVisible()).toBe(true)
  await expectSound('preferred')
})

test('the phone lists what the number goes on to, while it waits and while it is served', async () => {
  await opened(tickets.waitingPreferred)
  expect(await says('办完后接着办')).toBe(true)
  await show(tickets.servingFurther)
  expect(await says('开电费发票（增值税发票）')).toBe(true)
  await expectSound('serving-further')
})

test('the phone has room for a booked number with all there is to say, in English', async () => {
  await opened(tickets.waitingBooked)
  for (const words of ['Booked 10:30', '45–60', '11:12–11:27', /About 25 min later/])
    expect(await says(words)).toBe(true)
  await expectSound('booked-en')
})
