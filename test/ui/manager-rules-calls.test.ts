import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPages, type Pages } from '../support/pages.ts'
import { calls } from './frames/manager-rules.ts'
import { ManagerDesk, type Answers } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

async function comes(hash: string, answers: Answers = {}) {
  desk = await ManagerDesk.at(pages, hash, { answers })
}

describe('the calls', () => {
  test('Q53 say why each number went first, and mark departures in words', async () => {
    await comes('#calls')
    const row = (no: string) => desk.page.locator('call-table tr', { hasText: no })
    expect(await row('A018').innerText()).toMatch(/优先[\s\S]*得分最高/)
    expect(await row('A023').innerText()).toMatch(/按号叫：事先说好/)
    expect(await row('A023').getAttribute('class')).toBe('due')
    expect(await row('H004').innerText()).toMatch(/转办时排在最前[\s\S]*排在最前/)
    expect(await row('A001').innerText()).toContain('那时还不记原因')
    await desk.press('A018')
    const panel = desk.page.locator('call-panel section')
    await expect.poll(() => panel.innerText()).toContain('1 个队伍里有人等得更久')
    expect(await panel.innerText()).toMatch(/A018 叫到的[\s\S]*F010 接下来[\s\S]*A019 接下来/)
    expect(await panel.innerText()).toMatch(/得分\s+1.62\s+0.71\s+1.21/)
    await desk.press('A023')
    await expect.poll(() => panel.innerText()).toMatch(/A023 叫到的[\s\S]*A020 其余的/)
    expect(await panel.innerText()).toMatch(/出厂规则 · 综合打分[\s\S]*依据\s+按号叫\s+得分最高/)
    await desk.press('A018')
    await desk.isSound('calls-one')
    await desk.speaksEnglish()
    await desk.isSound('calls-one-en')
  })

  test('Q53 are looked through by window, day and departure, a page at a time', async () => {
    await comes('#calls')
    await desk.press('没按规则的')
    await desk.page.getByLabel('窗口', { exact: true }).selectOption('5 号窗口')
    await desk.waits()
    const last = () => new URLSearchParams(desk.askedOf('GET /api/v1/calls').at(-1)?.query)
    expect(Object.fromEntries(last())).toEqual({ limit: '50', departures: '1', counterId: 'c5' })
    await desk.press('再看更早的')
    expect(last().get('cursor')).toBe('1200')
    desk.answers['GET /api/v1/calls'] = { ...calls, calls: [], nextCursor: null }
    await desk.page.getByLabel('营业日').fill('2026-03-16')
    await desk.page.getByLabel('营业日').dispatchEvent('change')
    await desk.says('这一天每次叫号都按规则')
    expect(last().get('businessDay')).toBe('2026-03-16')
  })
})

describe('how true the waits told were', () => {
  test('is shown by hour and service with figures beside every bar, and alarms in words', async () => {
    await comes('#accuracy')
    await desk.says('80.3%')
    await desk.says('最近说准的太少')
    const row = (name: string) => desk.page.locator('accuracy-table tr', { hasText: name })
    expect(await row('电费交纳').innerText()).toMatch(/81.1%\s+1′36″\s+6′42″\s+2900/)
    expect(await row('电表校验').innerText()).toContain('人数少，只供参考')
    await desk.page.getByLabel('从', { exact: true }).fill('2026-03-01')
    await desk.page.getByLabel('从', { exact: true }).dispatchEvent('change')
    await desk.waits()
    expect(desk.askedOf('GET /api/v1/forecast/accuracy').at(-1)?.query).toBe('?from=2026-03-01')
  })

  test('says so where there is nothing to compare yet', async () => {
    const none = { count: 0, inRange: null, meanErrorS: null, meanWaitS: null }
    const nothing = { ...{ from: '2026-03-17', to: '2026-03-17', all: none }, byService: [] }
    const drift = { latest: none, before: none, alarms: [] }
    const answer = { ...nothing, byHour: [], noWait: { count: 0, kept: 0 }, drift }
    await comes('#accuracy', { 'GET /api/v1/forecast/accuracy': answer })
    await desk.says('这些天还没有可比的等候')
    await desk.isSound('accuracy-none')
  })
})
