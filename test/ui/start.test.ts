import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleHall } from '#server/sample/index.ts'
import { cutTexts, scrollsSideways, smallTargets, smallTexts } from '../support/measure.ts'
import { drawn, faultsOf, look, openPages, violations, type Pages } from '../support/pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const { hall, counters, staff } = sampleHall
const sample = {
  hallId: hall.id,
  counters: counters.map(({ id, no }) => ({ id, no })),
  staff: staff.map(({ staffNo, name }, at) => ({
    ...{ staffNo, name, pin: String(402_913 + at * 7919) },
    counterId: counters[at]?.id ?? null,
  })),
}
const day = { businessDay: '2026-03-17', dayOpen: true }
const sampleHalls = [{ id: hall.id, name: hall.name, purpose: 'sample', ...day }]
const otherHalls = [
  { id: 'east', name: { zh: '城东供电营业厅', en: 'East Hall' }, purpose: 'hall', ...day },
  {
    ...{ id: 'bay', name: { zh: '河湾供电营业厅', en: 'Bay Hall' }, purpose: 'hall' },
    ...{ businessDay: null, dayOpen: false },
  },
]

const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

interface Server {
  sample: object | null
  halls: object[] | null
}
const sampleServer: Server = { sample, halls: sampleHalls }
const realServer: Server = { sample: null, halls: otherHalls }

async function opened(server: Server, size = wide): Promise<Page> {
  const page = await pages.open('/', size)
  await page.route('**/api/v1/sample', (route) =>
    server.sample
      ? route.fulfill({ json: server.sample })
      : route.fulfill({
          ...{ status: 404, contentType: 'application/problem+json' },
          body: JSON.stringify({ code: 'not-found' }),
        }),
  )
  await page.route('**/api/v1/halls', (route) =>
    server.halls ? route.fulfill({ json: { halls: server.halls } }) : route.abort(),
  )
  return page
}

async function expectSound(page: Page, name: string): Promise<void> {
  await drawn(page)
  await look(page, `start/${name}`)
  expect(await smallTexts(page, 14)).toEqual([])
  expect(await smallTargets(page, 44)).toEqual([])
  expect(await cutTexts(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(faultsOf(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  await page.context().close()
}

const addresses = (page: Page) =>
  page.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))

describe('for the sample hall', () => {
  test('says that it is one, and that only this machine gets in without pairing', async () => {
    const page = await opened(sampleServer)
    await page.getByRole('heading', { name: '样板营业厅' }).waitFor()
    expect(await page.getByText(hall.name.zh).count()).toBe(1)
    expect(await page.getByText('只有这台机器上的浏览器不用登记').count()).toBe(1)
  })

  test('links every screen and the API page, and tells whom to sign in as', async () => {
    const page = await opened(sampleServer)
    await page.getByText('三步试一遍').waitFor()
    const links = await addresses(page)
    for (const path of ['/kiosk/', '/display/', '/manager/', '/api/docs'])
      expect(links).toContain(path)
    for (const { id } of counters) {
      expect(links).toContain(`/counter/?counter=${id}`)
      expect(links).toContain(`/evaluator/?counter=${id}`)
    }
    for (const { name, staffNo, pin } of sample.staff)
      for (const part of [name.zh, staffNo, pin])
        expect(await page.locator('counter-list').getByText(part, { exact: true }).count()).toBe(1)
  })

  test('leads through a visit in three steps, the first one filled', async () => {
    const page = await opened(sampleServer)
    await page.getByText('三步试一遍').waitFor()
    const steps = await page.locator('try-steps h3').allInnerTexts()
    expect(steps.map((step) => step.replace('\n', ' '))).toEqual([
      ...['1 取一个号', '2 登录，叫下一位', '3 办结，打个分'],
    ])
    expect(await page.locator('.primary').allInnerTexts()).toEqual(['打开取号机'])
    const clerk = page.locator('try-steps sign-in-card code')
    expect(await clerk.allInnerTexts()).toEqual(['0317', sample.staff[2]?.pin])
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800)
  })

  test.each([
    ['zh', wide],
    ['zh-phone', phone],
    ['en', wide],
    ['en-phone', phone],
  ] as const)('can be read and reached everywhere: %s', async (name, size) => {
    const page = await opened(sampleServer, size)
    await page.getByText('三步试一遍').waitFor()
    if (name.startsWith('en')) await page.getByRole('button', { name: 'English' }).click()
    await expectSound(page, `sample-${name}`)
  })
})

describe('for other halls', () => {
  test('names them with their day, and how a screen is let in', async () => {
    const page = await opened(realServer)
    await page.getByText('城东供电营业厅').waitFor()
    expect(await page.getByText('2026年3月17日 星期二 营业中').count()).toBe(1)
    expect(await page.getByText('现在没有开放的营业日').count()).toBe(1)
    for (const path of ['/kiosk/', '/display/', '/counter/', '/evaluator/'])
      expect(await page.locator(`connect-guide a[href="${path}?pair=1"]`).count()).toBe(1)
    expect(await page.getByText('PIN').count()).toBe(0)
  })

  test.each([
    ['zh', wide],
    ['en-phone', phone],
  ] as const)('can be read and reached everywhere: %s', async (name, size) => {
    const page = await opened(realServer, size)
    await page.getByText('城东供电营业厅').waitFor()
    if (name.startsWith('en')) await page.getByRole('button', { name: 'English' }).click()
    await expectSound(page, `halls-${name}`)
  })

  test('says so where there is none yet', async () => {
    const page = await opened({ sample: null, halls: [] })
    await page.getByRole('heading', { name: '还没有营业厅' }).waitFor()
  })
})

test('without an answer it says so, and goes on by itself when one comes', async () => {
  const server: Server = { sample, halls: null }
  const page = await opened(server)
  await page.getByText('现在连不上系统').waitFor()
  await expect.poll(() => page.getByRole('status').count()).toBe(1)
  server.halls = sampleHalls
  await page.getByText('三步试一遍').waitFor()
})
