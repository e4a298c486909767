import { defaultRule } from '#domain/queue/choice/rule.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { scrollsSideways } from '../support/measure.ts'
import { drawn, feed, look, openPages, type Pages } from '../support/pages.ts'
import { ruleBook, trial } from './frames/manager-rules.ts'
import { consoleFrame, consoleView, managerNow } from './frames/manager.ts'
import { ManagerDesk, type Answers } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

type How = { who?: 'manager' | 'leader' | 'auditor'; answers?: Answers }
async function comes(hash: string, { who = 'manager', answers = {} }: How = {}) {
  desk = await ManagerDesk.at(pages, hash, { who, answers })
}

if (defaultRule.kind !== 'index') throw new Error('The starting rule is the index')
const { weights, ceiling, passLimit } = defaultRule

const trialDoor = 'POST /api/v1/rules/trial'
const setDoor = 'PUT /api/v1/setup/:kind/:id'
const field = (name: string) => desk.page.locator(`[id="${name}"]`)
const enact = () => desk.page.locator('enact-form').getByRole('button', { name: '启用' })

describe('the rules', () => {
  test('Q52 say in plain words what is in force, and which one begins when', async () => {
    await comes('#rules')
    await desk.says(`等到目标的 ${ceiling} 倍，或被越过 ${passLimit} 次，就最先叫`)
    await desk.says('普通、优先、预约的份量是')
    const row = (name: string) => desk.page.locator('rule-table tr', { hasText: name })
    expect(await row('周三试行').innerText()).toContain('将启用')
    expect(await row('周三试行').innerText()).toContain('3月18日')
    await desk.press('周三试行：轮流')
    await desk.says('一轮：预约 → 电费交纳 → 普通。')
    await desk.isSound('rules-one')
  })

  test('Q52 the list turns with the clock when the next one begins', async () => {
    const [coming, ...rest] = ruleBook.rules
    if (!coming) throw new Error('The book has a rule to come')
    const soon = { ...coming, from: managerNow + 3_000 }
    const at = (state: 'coming' | 'in-force') => ({
      'GET /api/v1/rules': { ...ruleBook, rules: [{ ...soon, state }, ...rest] },
    })
    await comes('#rules', { answers: at('coming') })
    const row = desk.page.locator('rule-table tr', { hasText: '周三试行' })
    expect(await row.innerText()).toContain('将启用')
    Object.assign(desk.answers, at('in-force'))
    const later = { ...consoleFrame(consoleView(), 99), serverTime: managerNow + 5_000 }
    await feed(desk.page, 'manager-app', later)
    await desk.waits(200)
    await expect.poll(() => row.innerText()).toContain('正在用')
    expect(desk.askedOf('GET /api/v1/rules')).toHaveLength(2)
  })

  test('Q52 one that is to come is taken out with a reason', async () => {
    const door = 'DELETE /api/v1/setup/:kind/:id'
    await comes('#rules', { answers: { [door]: { id: 'r3' } } as Answers })
    await desk.press('周三试行：轮流')
    await desk.press('撤下这条规则')
    await desk.says('到了时间也不会启用')
    await desk.press('撤下这条规则')
    await desk.says('请写明原因')
    await desk.field('原因').fill('改期')
    await desk.press('撤下这条规则')
    await desk.says('“周三试行：轮流”已撤下')
    expect(desk.askedOf(door)[0]).toMatchObject({
      ...{ path: '/api/v1/setup/rule/r3', body: { reason: '改期' } },
    })
  })

  test('say so where there is none, and who may not change them only reads', async () => {
    const none = { ...ruleBook, rules: [], inForce: { id: null, rule: ruleBook.start } }
    await comes('#rules', { who: 'auditor', answers: { 'GET /api/v1/rules': none } })
    await desk.says('出厂规则')
    await desk.says('还没有建过规则')
    expect(await desk.button('新建规则').count()).toBe(0)
  })

  test('say so while they are slow', async () => {
    await comes('#rules', { answers: { 'GET /api/v1/rules': 'silent' } })
    await desk.waits(600)
    await desk.says('正在读取')
  })
})

describe('a new rule', () => {
  async function begins(how: How = {}) {
    await comes('#rules', how)
    await desk.press('新建规则')
  }

  test('Q51 is put in force only when its trial has been seen as it stands', async () => {
    await begins({ answers: { [setDoor]: { id: 'new' } } as Answers })
    expect(await enact().getAttribute('aria-disabled')).toBe('true')
    await field('kind').selectOption('先来先叫')
    await desk.press(/^模拟$/)
    await desk.says('2026-03-04 至 2026-03-10，5 个营业日，1404 位客户')
    expect(desk.askedOf(trialDoor)[0]?.body).toEqual({ rule: { kind: 'first-come' }, days: 10 })
    expect(await enact().getAttribute('aria-disabled')).toBeNull()

    await field('kind').selectOption('分类依次')
    await desk.says('规则改过了，请再模拟一次')
    expect(await enact().getAttribute('aria-disabled')).toBe('true')
    await field('kind').selectOption('先来先叫')
    await desk.field('规则的名称').fill('先来先叫')
    await desk.field('原因').fill('看看效果')
    await enact().click()
    await desk.waits()
    await desk.says('“先来先叫”已启用')
    const [put] = desk.askedOf(setDoor)
    expect(put?.path).toMatch(/^\/api\/v1\/setup\/rule\/[\w-]{36}$/)
    expect(put?.body).toMatchObject({
      ...{ name: { zh: '先来先叫', en: '先来先叫' }, rule: { kind: 'first-come' } },
      ...{ reason: '看看效果' },
    })
  })

  test('Q50 shows both rules side by side, what gets better and what gets worse in words', async () => {
    await begins()
    await desk.press(/^模拟$/)
    const row = (name: string) =>
      desk.page
        .locator('trial-table tr', { has: desk.page.getByText(name, { exact: true }) })
        .first()
    expect(await row('平均等候').innerText()).toMatch(/8′32″\s+8′06″\s+−0′26″\s*更好/)
    expect(await row('九成客户等候不超过').innerText()).toMatch(/20′10″\s+22′02″\s+\+1′52″\s*更差/)
    expect(await row('在目标内叫到').innerText()).toMatch(/86.7%\s+91.2%\s+\+4.5 个百分点\s*更好/)
    expect(await row('一人最多被越过').innerText()).toContain('3 次')
    await desk.says('预约（75 人）')
    await desk.says('企业用电新装与增容（615 人）')
    await desk.isSound('rules-trial')
    await desk.speaksEnglish()
    await desk.isSound('rules-trial-en')
  })

  test('Q51 says plainly that there is no past day yet, and what was written stays', async () => {
    await begins({ answers: { [trialDoor]: { refused: 'trial-no-days' } } as Answers })
    await field('ceiling').fill('3')
    await desk.press(/^模拟$/)
    await desk.says('还没有可以模拟的营业日')
    expect(await field('ceiling').inputValue()).toBe('3')
    expect(await enact().getAttribute('aria-disabled')).toBe('true')
    desk.answers[trialDoor] = trial
    await desk.press(/^模拟$/)
    await desk.says('1404 位客户')
  })

  test('Q51 goes on saying that it is being tried, for as long as it takes', async () => {
    await begins({ answers: { [trialDoor]: 'silent' } as Answers })
    await desk.press(/^模拟$/)
    await desk.waits(10_000)
    await desk.says('正在一天一天地模拟')
    expect(desk.askedOf(trialDoor)).toHaveLength(1)
  })

  test('each number says what it does, and what is wrong with it stands beside it', async () => {
    await begins()
    await field('passLimit').fill('2.5')
    await desk.says('填 1–1000 之间的整数')
    await field('quick').fill('x')
    await desk.says('填 0–2 之间的数')
    await desk.press(/^模拟$/)
    expect(desk.askedOf(trialDoor)).toHaveLength(0)
    await desk.says('有的数还不对，改好才能模拟')
    await desk.isSound('rules-wrong')
    await field('passLimit').fill('25')
    await field('quick').fill('0.5')
    await desk.press(/^模拟$/)
    expect(desk.askedOf(trialDoor)[0]?.body).toMatchObject({
      rule: { kind: 'index', passLimit: 25, quick: 0.5, weights },
    })
  })

  test('of every kind can be written, with conditions and another rule behind them', async () => {
    await begins()
    const tries = async (): Promise<unknown> => {
      await desk.press(/模拟$|模拟一次/)
      const last = desk.askedOf(trialDoor).at(-1)?.body as { rule: unknown } | undefined
      return last?.rule
    }
    await field('kind').selectOption('按比例穿插')
    for (const no of [0, 1, 2]) await field(`share${no}`).fill(String(no))
    expect(await tries()).toEqual({ kind: 'ratio', shares: [0, 1, 2] })
    await field('kind').selectOption('轮流')
    await field('turn0').selectOption('电费交纳')
    await desk.press('去掉第 2 个')
    await desk.press('再加一个')
    expect(await tries()).toEqual({
      kind: 'pattern',
      turns: [{ serviceId: 'pay' }, { priority: 0 }, { priority: 0 }],
    })
    await field('kind').selectOption('满足条件的先叫')
    await field('service0').selectOption('电表校验')
    await field('over0').fill('25')
    await desk.press('再加一条')
    await field('class1').selectOption('预约')
    await field('otherwise-kind').selectOption('分类依次')
    await field('otherwise-order').selectOption('优先 → 预约 → 普通')
    await desk.isSound('rules-conditions')
    expect(await tries()).toEqual({
      kind: 'conditions',
      conditions: [
        { serviceId: 'meter', priority: null, overMinutes: 25 },
        { serviceId: null, priority: 2, overMinutes: 20 },
      ],
      otherwise: { kind: 'strict', order: [1, 2, 0] },
    })
  })

  test('Q52 may begin later, by the clock of the hall and never in the past', async () => {
    await begins({ answers: { [setDoor]: { id: 'new' } } as Answers })
    await desk.press(/^模拟$/)
    await desk.press('定一个时间')
    await desk.field('规则的名称').fill('下午')
    await desk.field('原因').fill('试行')
    await desk.field('时间').fill('8:30')
    await enact().click()
    await desk.waits()
    await desk.says('这个时间已经过了')
    await desk.field('日期').fill('2026-03-18')
    await enact().click()
    await desk.waits()
    await desk.says('“下午”将在 3月18日 周三 08:30 启用')
    const put = desk.askedOf(setDoor)[0]?.body as { from: number }
    expect(new Date(put.from).toISOString()).toBe('2026-03-18T00:30:00.000Z')
  })

  test('a duty leader tries rules and does not set them; the keyboard is enough for it', async () => {
    await begins({ who: 'leader' })
    expect(await desk.page.locator('enact-form').count()).toBe(0)
    await field('kind').focus()
    await desk.page.keyboard.press('ArrowDown')
    for (let tabs = 0; tabs < 12; tabs++) {
      await desk.page.keyboard.press('Tab')
      const label = await desk.page.evaluate(() => {
        let at = document.activeElement
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
        return at?.textContent?.trim() ?? ''
      })
      if (label === '模拟') break
    }
    await desk.page.keyboard.press('Enter')
    await desk.waits()
    await desk.says('1404 位客户')
  })
})

test.each(['rules', 'calls', 'accuracy'])('%s fits a desk of 1280 × 800', async (part) => {
  desk = await ManagerDesk.at(pages, `#${part}`, { size: { width: 1280, height: 800 } })
  if (part === 'rules') {
    await desk.press('新建规则')
    await desk.press(/^模拟$/)
    await desk.says('1404 位客户')
  }
  await drawn(desk.page)
  await look(desk.page, `manager/${part}-1280`)
  expect(await scrollsSideways(desk.page)).toBe(false)
})
