import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, minute } from '#domain/time.ts'
import { ruleInForce } from '#domain/queue/calling.ts'
import { launchBrowser } from '../support/browser.ts'
import { TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let desk: Page
let ticking: NodeJS.Timeout
beforeAll(async () => {
  server = await TestServer.start()
  await livesADay()
  browser = await launchBrowser()
  // The page reads the server's clock, so that one has to go on.
  ticking = setInterval(() => void server.passSeconds(1), 1000)
  desk = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  desk.setDefaultTimeout(15_000)
  await desk.goto(`${server.url}/manager/`)
  await press(/厅经理/)
})
afterAll(async () => {
  clearInterval(ticking)
  await browser.close()
  await server.stop()
})

const press = (name: string | RegExp) => desk.getByRole('button', { name }).first().click()
const says = (words: string | RegExp) =>
  desk.getByText(words).filter({ visible: true }).first().waitFor()

/** Yesterday five came at once, the last of them called by her number before the others. */
async function livesADay(): Promise<void> {
  const kiosk = await server.kiosk()
  const c1 = await (await server.counter('c1')).begin()
  for (let n = 0; n < 5; n++) await kiosk.take(n === 2 ? 'meter-test' : 'bills-pay')
  await c1.at('call', { ticketNo: 'A004', reason: 'promised' })
  for (let n = 0; n < 5; n++) {
    const [ticket] = (
      await server.operator.ask('GET /api/v1/tickets', { query: { state: 'called' } })
    ).tickets
    const serving = ticket ? await c1.act('start', ticket) : await c1.serveNext()
    await server.pass(6 * minute)
    await c1.act('complete', serving)
  }
  await c1.at('close')
  await server.pass(day)
}

test('Q51, Q52 a rule is written, tried on yesterday and put in force', async () => {
  await desk.getByRole('link', { name: '叫号规则' }).click()
  await says('现在按出厂规则叫号')
  await press('新建规则')
  await desk.getByLabel('先叫谁').selectOption('先来先叫')
  await press(/^模拟$/)
  await says('2026-03-02，5 位客户')
  const mean = desk.locator('trial-table tr', { hasText: '平均等候' }).first()
  expect(await mean.innerText()).toContain('12′00″')
  await desk.getByLabel('规则的名称').fill('先来先叫')
  await desk.getByLabel('原因').fill('试行一周')
  await press(/^启用$/)
  await says('“先来先叫”已启用')
  await says('正在用')
  const { hall } = server
  expect(ruleInForce(hall.day, hall.now()).rule).toEqual({ kind: 'first-come' })
})

test('Q53 the call by number of yesterday stands in the list with its reason', async () => {
  await desk.getByRole('link', { name: '叫号记录' }).click()
  await desk.getByLabel('营业日').fill('2026-03-02')
  await press('没按规则的')
  await press('A004')
  await says('按号叫：事先说好')
  await says(/个队伍里有人等得更久/)
  expect(await desk.locator('call-table tbody tr').count()).toBe(1)
})

test('the accuracy of the waits told opens beside them', async () => {
  await desk.getByRole('link', { name: '等候预测' }).click()
  await says(/范围说准了|还没有可比的等候/)
})
