import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { launchBrowser } from '../support/browser.ts'
import { TestServer } from '../support/server.ts'
import { violations } from '../support/pages.ts'

/** Pictures of the story for eyes, written on each run. */
const folder = join(import.meta.dirname, '../../.cache/story')

let server: TestServer
let browser: Browser

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  server = await TestServer.start()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function open(path: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(server.url + path)
  return page
}

const picture = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) })

/** Presses Enter as a person does: not twice within half a second, for the second would not count. */
async function enter(page: Page): Promise<void> {
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
}

type Spoken = { seq: number; text: string; sounded: string; peak: number }

function spokenBy(wall: Page): Promise<Spoken[]> {
  return wall
    .locator('display-app')
    .evaluate((app) => (app as unknown as { announcer: { spoken: Spoken[] } }).announcer.spoken)
}

test('S1 a customer is served on four screens, and the rating is in the record with the right staff', async () => {
  const kiosk = await open('/kiosk/', 1080, 1920)
  const wall = await open('/display/', 1920, 1080)
  const evaluator = await open('/evaluator/?counter=c3', 1280, 800)
  const counter = await open('/counter/?counter=c3', 420, 760)

  // The customer takes a number.
  await kiosk.getByRole('button', { name: /电费账单/ }).click()
  // A second tap within half a second does not count: nobody chooses twice by accident.
  await kiosk.waitForTimeout(600)
  await kiosk.getByRole('button', { name: /交电费/ }).click()
  // No counter is open yet, so a terminal is offered first.
  await kiosk.waitForTimeout(600)
  await kiosk.getByRole('button', { name: /仍然取号/ }).click()
  await kiosk.getByText('A001').first().waitFor()
  await picture(kiosk, '1-ticket')

  // The clerk signs in and opens the counter, by keyboard alone.
  const { staff } = await server.anybody.ask('GET /api/v1/sample')
  const clerk = staff.find(({ staffNo }) => staffNo === '0317')
  await counter.getByLabel('工号').waitFor()
  await counter.keyboard.type('0317')
  await enter(counter)
  await counter.keyboard.type(clerk?.pin ?? '')
  await enter(counter)
  await counter.getByRole('button', { name: /开始服务/ }).waitFor()
  await enter(counter)
  await counter.getByRole('button', { name: /叫下一位/ }).waitFor()
  await picture(counter, '2-idle')

  // The call stands on the wall and is said whole.
  await enter(counter)
  await counter.getByRole('button', { name: /开始办理/ }).waitFor()
  await wall.getByText('请到窗口').first().waitFor()
  await picture(wall, '3-calling')
  await picture(counter, '3-called')
  await expect.poll(() => spokenBy(wall), { timeout: 30_000 }).toHaveLength(1)
  const [said] = await spokenBy(wall)
  expect(said?.text).toContain('A001')
  expect(said?.text).toContain('3')

  // Served and completed; nobody asks before the service ends.
  expect(await evaluator.getByRole('radiogroup').count()).toBe(0)
  await enter(counter)
  await counter.getByRole('button', { name: /办结并邀请评价/ }).waitFor()
  await server.passSeconds(240)
  await enter(counter)

  // The evaluator asks by itself; touches of its first second do not count.
  await evaluator.getByRole('radiogroup').first().waitFor()
  await evaluator.waitForTimeout(1_200)
  await picture(evaluator, '4-asks')
  expect(await evaluator.getByRole('radio', { checked: true }).count()).toBe(0)
  await evaluator.getByRole('radio', { name: '服务态度：非常满意' }).click()
  await evaluator.getByRole('radio', { name: '工作效率：满意', exact: true }).click()
  await evaluator.getByRole('button', { name: '提交评价' }).click()
  await evaluator.getByRole('heading', { name: '谢谢您的评价' }).waitFor()
  await picture(evaluator, '5-thanks')
  await picture(counter, '5-after')

  // It is in the record, with the staff and counter of the leg.
  const { evaluations } = await server.operator.ask('GET /api/v1/evaluations')
  expect(evaluations).toHaveLength(1)
  expect(evaluations[0]).toMatchObject({
    ...{ state: 'rated', attitude: 5, efficiency: 4, channel: 'evaluator' },
    ...{ staffId: 's0317', counterId: 'c3', serviceId: 'bills-pay' },
  })
})

test('S2 every screen of the running hall is free of accessibility faults', async () => {
  for (const path of [
    '/',
    '/kiosk/',
    '/display/',
    '/evaluator/?counter=c3',
    '/counter/?counter=c3',
  ]) {
    const page = await open(path, 1280, 800)
    await page.waitForTimeout(800)
    expect(await violations(page), path).toEqual([])
    await page.context().close()
  }
})
