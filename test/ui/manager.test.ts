import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { scrollsSideways, smallTexts } from '../support/measure.ts'
import { drawn, look, openPages, type Pages } from '../support/pages.ts'
import { consoleView, meAs, type Who } from './frames/manager.ts'
import { ManagerDesk, zoomed } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

async function comes(...how: [hash: string, options?: Parameters<typeof ManagerDesk.at>[2]]) {
  desk = await ManagerDesk.at(pages, ...how)
}

const parts: [part: string, who: Who][] = [
  ['devices', 'manager'],
  ['people', 'administrator'],
  ['approvals', 'administrator'],
  ['rules', 'manager'],
  ['calls', 'manager'],
  ['accuracy', 'manager'],
  ['ratings', 'reviewer'],
  ['audit', 'auditor'],
  ['record', 'auditor'],
  ['me', 'manager'],
]

test.each(parts)('%s is whole and right, in both languages', async (part, who) => {
  await comes(`#${part}`, { who })
  await desk.isSound(part)
  await desk.leave()
  await comes(`#${part}`, { who })
  await desk.speaksEnglish()
  await desk.isSound(`${part}-en`)
})

test.each(parts)('%s can be read at 200 per cent', async (part, who) => {
  await comes(`#${part}`, { who, size: zoomed })
  await drawn(desk.page)
  await look(desk.page, `manager/${part}-zoomed`)
  expect(await scrollsSideways(desk.page)).toBe(false)
  expect(await smallTexts(desk.page, 12)).toEqual([])
})

const navigation = () => desk.page.getByRole('navigation').getByRole('link').allInnerTexts()
const named = (links: string[]) => links.map((link) => link.split('\n')[0]?.trim())

test('A38 offers the parts that the matrix opens to the person, and no others', async () => {
  await comes('', { who: 'manager' })
  expect(named(await navigation()).slice(0, -1)).toEqual([
    ...['设备', '人员', '待办申请', '叫号规则', '叫号记录', '等候预测'],
    ...['客户评价', '审计日志', '记录与锚点'],
  ])
  await desk.leave()
  await comes('#devices', { who: 'reviewer' })
  expect(named(await navigation()).slice(0, -1)).toEqual([
    ...['待办申请', '叫号规则', '客户评价', '记录与锚点'],
  ])
  await expect.poll(() => desk.page.title()).toBe('待办申请 · 管理台')
})

test('A38 a role that is given meanwhile opens its parts without a new sign-in', async () => {
  await comes('#devices', { who: 'manager' })
  expect(await desk.page.locator('console-nav').innerText()).not.toContain('带班长')
  const { roles, ...me } = meAs('manager')
  desk.answers['GET /api/v1/console/me'] = { ...me, roles: ['leader', ...roles] }
  await desk.sees(consoleView({ roles: ['leader', 'manager'] }))
  await desk.says('带班长')
  const asked = desk.askedOf('GET /api/v1/console/me').length
  await desk.sees(consoleView({ roles: ['leader', 'manager'], pairingsOpen: 2 }))
  await desk.waits(500)
  expect(desk.askedOf('GET /api/v1/console/me')).toHaveLength(asked)
})

test('says in the navigation how many wait for somebody', async () => {
  await comes('#devices')
  const approvals = desk.page.getByRole('link', { name: '待办申请' })
  expect(await approvals.locator('b').innerText()).toBe('2')
})

test('without a line it says so, keeps what is shown, and goes on by itself', async () => {
  await comes('#devices')
  await desk.waits(11_000)
  await desk.says('现在连不上系统')
  await desk.says('取号机 1')
})
