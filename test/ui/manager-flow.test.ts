import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { TestServer } from '../support/server.ts'
import { pairs, type Where } from './manager-pairing.ts'
import { PairingScreen, screens } from './pairing-screen.ts'
import type { DeviceKind } from '#domain/people/principal.ts'

let server: TestServer
let browser: Browser
let desk: Page
beforeAll(async () => {
  server = await TestServer.start()
  browser = await launchBrowser()
  desk = await goesIn(/厅经理/)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function goesIn(person: RegExp): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${server.url}/manager/`)
  await page.getByRole('button', { name: person }).click()
  return page
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()
const says = (page: Page, words: string | RegExp) =>
  page.getByText(words).filter({ visible: true }).first().waitFor()
const row = (name: string) => desk.locator('device-table tr', { hasText: name })

const newcomers: [kind: DeviceKind, where: Where][] = [
  ['kiosk', { place: '大厅入口左侧', name: '取号机 1' }],
  ['terminal', { place: '台面左侧', name: '3 号工作台', no: '3' }],
  ['display', { place: '等候区正面', name: '大厅屏 1' }],
  ['evaluator', { place: '台面右侧', name: '3 号评价器', no: '3' }],
]

test.each(newcomers)('A21 a newcomer pairs a %s from the console', async (kind, where) => {
  const screen = await PairingScreen.open(browser, server.url, kind)
  await pairs(desk, screen, where)
  await expect.poll(() => row(where.name).innerText(), { timeout: 20_000 }).toContain('在线')
  if (kind !== 'kiosk') await screen.close()
})

test('A2 a screen that is revoked says so at once, and stands folded at the console', async () => {
  const kiosk = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url().includes(screens.kiosk.path))
  if (!kiosk) throw new Error('The kiosk of the test before is still open')
  await press(desk, '取号机 1')
  await press(desk, '撤销这台设备')
  await desk.getByLabel('原因').fill('换新的')
  await press(desk, /^撤销$/)
  await says(desk, '“取号机 1”已撤销')
  await says(kiosk, /撤销/)
  await says(desk, '已撤销的设备（1 台）')
  await expect
    .poll(() => desk.locator('device-table').first().innerText())
    .not.toContain('取号机 1')
})

test('A7 a role is proposed by one administrator and given by another', async () => {
  const luo = await goesIn(/罗川/)
  await luo.getByRole('link', { name: '人员' }).click()
  await press(luo, '陈禾')
  await press(luo, '给一个角色')
  await luo.getByLabel('角色', { exact: true }).selectOption('leader')
  await luo.getByLabel('原因').fill('四月起轮值带班')
  await press(luo, '提出申请')
  await says(luo, '申请已提出，等另一个人批准')
  await luo.getByRole('link', { name: '待办申请' }).click()
  await says(luo, '等另一个人')

  const qin = await goesIn(/秦月/)
  await qin.getByRole('link', { name: '待办申请' }).click()
  await says(qin, /让陈禾.*担任带班长/)
  await press(qin, /^批准$/)
  await qin.getByLabel('原因').fill('已核对排班')
  await press(qin, '批准，马上生效')
  await says(qin, '已批准，已经生效')
  expect(server.hall.day.roles.get('s0302')).toEqual(new Set(['staff', 'leader']))
  await luo.getByRole('link', { name: '人员' }).click()
  await expect
    .poll(() => luo.locator('tr', { hasText: '陈禾' }).innerText(), { timeout: 10_000 })
    .toContain('带班长')
})

test('A35 a second sign-in ends the first, and its page says so', async () => {
  const again = await goesIn(/厅经理/)
  await again.getByRole('heading', { name: '设备', exact: true }).waitFor()
  await says(desk, '您在另一个浏览器登录了')
})

test('L8 the auditor reads all of it, and writes a finding', async () => {
  const song = await goesIn(/宋岩/)
  await song.getByRole('link', { name: '审计日志' }).click()
  await song.getByLabel('做了什么', { exact: true }).selectOption('device')
  await press(song, '查找')
  await press(song, '停用设备')
  await says(song, '原因：换新的')
  await press(song, '写批注')
  await song.getByLabel('发现了什么').fill('已核对')
  await press(song, '写批注')
  await says(song, '批注已写入')
  await says(song, '已核对')
})
