import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutTexts, scrollsSideways, smallTargets, smallTexts } from '../support/measure.ts'
import { faultsOf, look, openPages, violations, type Pages } from '../support/pages.ts'
import { customerAt, inTime, type Customer } from './evaluator-customer.ts'
import { idle, longestService, prompt } from './frames/evaluator.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const worst = ['服务态度：非常不满意', '工作效率：不满意']
const submit = '提交评价'

/** Nothing is too small, cut or out of the page, and neither the browser nor axe objects. */
async function expectSound({ page }: Customer, name: string): Promise<void> {
  await look(page, `evaluator/${name}`)
  expect(await smallTexts(page, 20)).toEqual([])
  expect(await smallTargets(page, 72)).toEqual([])
  expect(await cutTexts(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800)
  expect(faultsOf(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  await page.context().close()
}

describe('while nobody is asked', () => {
  test('the card shows who serves where, with number, stars and post, and the notices', async () => {
    const customer = await customerAt(pages)
    const { page } = customer
    for (const part of ['号窗口', '林晓', '工号 0317', '综合柜员', '10:21', '1 / 4'])
      expect(await page.getByText(part, { exact: true }).isVisible()).toBe(true)
    expect(await page.locator('counter-badge b').textContent()).toBe('3')
    expect(await page.getByRole('img', { name: '5 星' }).count()).toBe(1)
    const portrait = page.locator('staff-portrait img')
    expect(
      await portrait.evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThan(0)
    await expectSound(customer, 'idle')
  })

  test('notices change as whole pages every 12 seconds', async () => {
    const customer = await customerAt(pages)
    await customer.wait(12_000)
    const [, second] = idle.notices
    expect(await customer.page.locator('notice-pages h2').textContent()).toBe(second?.title.zh)
  })

  test('an initial stands for a portrait that is missing, and a welcome for notices', async () => {
    const customer = await customerAt(pages)
    const staff = idle.staff && { ...idle.staff, portrait: null, stars: 3 }
    await customer.show({ staff, notices: [] })
    expect(await customer.page.locator('staff-portrait span').textContent()).toBe('林')
    await expectSound(customer, 'idle-initial')
  })

  test('English is one tap away, and Chinese comes back by itself', async () => {
    const customer = await customerAt(pages)
    await customer.press('English')
    await expect.poll(customer.heading, inTime).toBe('Lin Xiao')
    await look(customer.page, 'evaluator/idle-en')
    await customer.wait(61_000)
    await expect.poll(customer.heading, inTime).toBe('林晓')
    await customer.press('English')
    await expectSound(customer, 'idle-en')
  })

  test('a paused window names the windows that are open', async () => {
    const customer = await customerAt(pages)
    await customer.show({ counter: { id: 'c3', no: '3', state: 'paused' } })
    expect(await customer.page.getByText('请到 1、2、4、5 号窗口').count()).toBe(1)
    await expectSound(customer, 'paused')
  })

  test('a closed window without another one sends nobody anywhere', async () => {
    const customer = await customerAt(pages)
    const counter = { id: 'c3', no: '3', state: 'closed' } as const
    await customer.show({ counter, staff: null, otherCounterNos: [] })
    await expect.poll(customer.heading, inTime).toBe('本窗口未开放')
    await expectSound(customer, 'closed')
  })

  test('an old page is marked after 10 seconds and gone after 30', async () => {
    const customer = await customerAt(pages)
    customer.lose()
    await customer.wait(11_000)
    expect(await customer.page.locator('stale-mark p').innerText()).toContain('重连中')
    await look(customer.page, 'evaluator/stale')
    await customer.wait(20_000)
    await expect.poll(customer.heading, inTime).toBe('评价器暂时连不上系统')
    expect(await customer.page.getByText('林晓').count()).toBe(0)
    await expectSound(customer, 'hidden')
  })
})

describe('when a service has ended', () => {
  test('the page asks by itself: five equal levels, best on the left, nothing chosen', async () => {
    const customer = await customerAt(pages)
    await customer.asked()
    const { page } = customer
    await expect.poll(customer.heading, inTime).toBe('请为这次服务打分')
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    const rows = page.getByRole('radiogroup')
    expect(await rows.count()).toBe(2)
    const names = await rows
      .first()
      .getByRole('radio')
      .evaluateAll((all) => all.map((one) => one.ariaLabel))
    expect(names.map((name) => name?.split('：')[1])).toEqual([
      ...['非常满意', '满意', '基本满意', '不满意', '非常不满意'],
    ])
    const sizes = await page
      .locator('rating-row label')
      .evaluateAll((all) => all.map((one) => `${one.clientWidth} × ${one.clientHeight}`))
    expect(sizes).toHaveLength(10)
    expect(new Set(sizes).size).toBe(1)
    await expectSound(customer, 'rating-empty')
  })

  test('the button names what is missing and leads there', async () => {
    const customer = await customerAt(pages)
    await customer.asked()
    const button = customer.page.locator('rating-page .primary')
    expect(await button.innerText()).toBe('两项各选一个')
    await customer.choose('服务态度：非常满意')
    expect(await button.innerText()).toBe('再选一项“工作效率”')
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await button.click({ force: true })
    await customer.page.keyboard.press('Space')
    await customer.wait(200)
    expect(await button.innerText()).toBe(submit)
    expect(customer.sent).toEqual([])
    await expectSound(customer, 'rating')
  })

  test('arrow keys move between the levels of a row', async () => {
    const customer = await customerAt(pages)
    await customer.asked()
    await customer.page.getByRole('radio').first().focus()
    await customer.page.keyboard.press('Space')
    await customer.page.keyboard.press('ArrowRight')
    const chosen = customer.page.getByRole('radio', { checked: true })
    expect(await chosen.getAttribute('aria-label')).toBe('服务态度：满意')
  })

  test('a hand that still moves in the first second chooses nothing', async () => {
    const customer = await customerAt(pages)
    const { page } = customer
    await customer.show({ prompt })
    const level = await page.locator('rating-row label').first().boundingBox()
    const tap = () => page.mouse.click((level?.x ?? 0) + 40, (level?.y ?? 0) + 40)
    await tap()
    expect(await page.locator('input:checked').count()).toBe(0)
    await customer.wait(1200)
    await tap()
    expect(await page.locator('input:checked').count()).toBe(1)
  })

  test('a question asked in English is English, with the order of the levels kept', async () => {
    const customer = await customerAt(pages)
    await customer.asked({ language: 'en', serviceName: longestService })
    await expect.poll(customer.heading, inTime).toBe('How was our service today?')
    await customer.choose('Service attitude: Very satisfied')
    await look(customer.page, 'evaluator/rating-en')
    await customer.press('Skip')
    expect(customer.sent.map(({ act }) => act)).toEqual(['decline'])
    await expect.poll(customer.heading, inTime).toBe('林晓')
    await customer.asked({ legId: 'a019-1', language: 'en' })
    await expectSound(customer, 'rating-en-empty')
  })
})

describe('after a low level', () => {
  test('reasons are asked for and none has to be given', async () => {
    const customer = await customerAt(pages)
    await customer.asked()
    await customer.choose(...worst)
    await customer.press(submit)
    await expect.poll(customer.heading, inTime).toBe('对不起，让您不满意了')
    expect(await customer.page.locator('score-pill span').allInnerTexts()).toEqual([
      ...['非常不满意', '不满意'],
    ])
    await customer.press(submit)
    expect(customer.sent[0]?.body['reasons']).toEqual([])
    await expect.poll(customer.heading, inTime).toBe('谢谢您的评价')
  })

  test('reasons and words come along, up to 500 characters', async () => {
    const customer = await customerAt(pages)
    await customer.asked()
    await customer.choose(...worst)
    await customer.press(submit)
    await customer.page.getByRole('checkbox', { name: '等得太久' }).click()
    await customer.wait(600)
    await customer.press('还想说点什么？')
    await customer.page.getByRole('textbox').fill('来了两趟。')
    expect(await customer.page.getByRole('textbox').getAttribute('maxlength')).toBe('500')
    await look(customer.page, 'evaluator/words')
    await customer.press('写好了')
    await look(customer.page, 'evaluator/reasons')
    await customer.press(submit)
    expect(customer.sent[0]?.body).toMatchObject({ reasons: ['long-wait'], comment: '来了两趟。' })
  })

  test.each([
    ['zh', worst, '改评分'],
    [
      'en',
      ['Service attitude: Dissatisfied', 'Work efficiency: Very dissatisfied'],
      'Change rating',
    ],
  ] as const)(
    'nothing is cut in %s, and the levels can still be changed',
    async (lang, levels, back) => {
      const customer = await customerAt(pages)
      await customer.asked({ language: lang })
      await customer.choose(...levels)
      await customer.press(lang === 'zh' ? submit : 'Submit')
      const bottoms = await customer.page
        .locator('reasons-page .chip')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom))
      expect(bottoms).toHaveLength(10)
      expect(Math.max(...bottoms)).toBeLessThan(520)
      await customer.press(back)
      expect(await customer.page.getByRole('radio', { checked: true }).count()).toBe(2)
      await customer.press(lang === 'zh' ? submit : 'Submit')
      await expectSound(customer, `reasons-${lang}`)
    },
  )

  test('only the low question is asked about, beside the level of the other', async () => {
    const customer = await customerAt(pages)
    await customer.asked()
    await customer.choose('服务态度：满意', '工作效率：非常不满意')
    await customer.press(submit)
    expect(await customer.page.getByRole('checkbox').count()).toBe(5)
    expect(await customer.page.locator('score-pill').count()).toBe(2)
    await expectSound(customer, 'reasons-one')
  })
})
