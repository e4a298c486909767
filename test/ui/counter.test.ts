import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cutTexts, scrollsSideways, smallTargets, smallTexts } from '../support/measure.ts'
import { faultsOf, look, openPages, violations, type Pages } from '../support/pages.ts'
import { CounterClerk, type DeskSize } from './counter-clerk.ts'
import { counterNow, counterViews, minutes, type CounterScene } from './frames/counter.ts'

let pages: Pages
let clerk: CounterClerk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => clerk.leave())
afterAll(() => pages.close())

async function comes(...how: [scene: CounterScene, desk?: DeskSize]): Promise<void> {
  clerk = await CounterClerk.at(pages, ...how)
}

/** Large enough, whole, nothing to scroll, and right to the browser and to axe. */
async function expectSound(name: string): Promise<void> {
  const { page } = clerk
  await look(page, `counter/${name}`)
  expect(await smallTexts(page, 12)).toEqual([])
  expect(await smallTargets(page, 36)).toEqual([])
  expect(await cutTexts(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  expect(await scrollsDown()).toBe(false)
  expect(faultsOf(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}

function scrollsDown(): Promise<boolean> {
  return clerk.page.locator('main > .body').evaluate((body) => {
    return body.scrollHeight > body.clientHeight + 1
  })
}

const scenes = Object.keys(counterViews) as CounterScene[]

test.each(scenes)('%s is whole and right on the narrow panel, in both languages', async (scene) => {
  await comes(scene)
  await expectSound(`narrow-${scene}`)
  await clerk.leave()
  await comes(scene)
  await clerk.speaksEnglish()
  await expectSound(`narrow-${scene}-en`)
})

const wideScenes: CounterScene[] = [
  'idle',
  'crowded',
  'empty',
  'calledOnce',
  'overtime',
  'furtherMany',
  'rating',
  'paused',
]
test.each(wideScenes)('%s is whole and right beside the queue', async (scene) => {
  await comes(scene, 'wide')
  await expectSound(`wide-${scene}`)
})

const fronts: [name: string, scene: CounterScene, key: string, desk?: DeskSize][] = [
  ['transfer', 'serving', '1'],
  ['park', 'serving', '2'],
  ['note', 'serving', '3'],
  ['outcome', 'serving', '5'],
  ['correct', 'serving', '6'],
  ['by-number', 'idle', '1'],
  ['pause', 'idle', '2'],
  ['walk-in', 'idle', '3'],
  ['parked', 'idle', '4'],
  ['missed', 'idle', '5'],
  ['queue', 'idle', '6'],
  ['menu', 'idle', 'Escape'],
  ['why', 'idle', '4', 'wide'],
  ['transfer', 'serving', '1', 'wide'],
]
test.each(fronts)('the page %s in front is whole and right', async (name, scene, key, desk) => {
  await comes(scene, desk)
  await clerk.types(key)
  await expectSound(`${desk ?? 'narrow'}-front-${name}`)
})

test('idle shows whom the rule calls next, why, and has the focus on calling', async () => {
  await comes('idle')
  for (const words of ['F010', '过户（更名）', '等候 16 分，已超 15 分承诺'])
    expect(await clerk.reads(words)).toBe(true)
  expect(await clerk.focused()).toContain('叫下一位')
})

test('the list marks who is preferred and who has booked, and the next number says for what', async () => {
  await comes('preferred')
  await clerk.types('6')
  const tags = clerk.page.locator('queue-rows .tag').filter({ visible: true })
  expect(await tags.allInnerTexts()).toEqual(['优先', '转来', '预约', '英文'])
  await clerk.types('Escape')
  expect(await clerk.reads('等候 6 分，优先：老年人')).toBe(true)
})

test('from the line that says why, keys lead to the sums of the next three, and on to the call', async () => {
  await comes('idle')
  await clerk.types('Shift+Tab')
  expect(await clerk.focused()).toBe('等候 16 分，已超 15 分承诺')
  await clerk.types('Enter')
  expect(await clerk.reads('为什么先叫 F010？')).toBe(true)
  const scores = clerk.page.locator('candidate-card dl > div:last-child dd')
  expect(await scores.allInnerTexts()).toEqual(['=0.94', '=0.78', '=0.67'])
  await expectSound('narrow-front-why')
  await clerk.types('Enter')
  expect(clerk.knocked.map(({ door }) => door)).toEqual(['POST /counters/c3/call-next'])
})

test('a number with further services says so, and so does the button that finishes this one', async () => {
  await comes('further')
  expect(await clerk.reads('办完本项后续办：开电费发票（增值税发票）')).toBe(true)
  expect(await clerk.reads('预约 10:00')).toBe(true)
  expect(await clerk.focused()).toContain('办结本项，评价续办')
})

test('who waits longer than the norm allows is marked by icon and word', async () => {
  await comes('idle')
  const late = clerk.page.locator('queue-rows .late')
  expect((await late.allInnerTexts()).map((text) => text.trim())).toEqual(['已等 16 分'])
  expect(await late.locator('ui-icon').count()).toBe(1)
})

test('a no-show says how many calls are missing, then the seconds, and is live exactly then', async () => {
  await comes('calledOnce')
  expect(await clerk.button(/未到/).innerText()).toMatch(/未到\s+再叫 1 次/)
  await clerk.sees('called')
  expect(await clerk.button(/未到/).innerText()).toMatch(/未到\s+48 秒后/)
  await clerk.waits(40_000)
  await clerk.sees('called')
  const dueAt = counterViews.called.buttons.noShow.liveAt ?? 0
  const now = () => clerk.page.evaluate(() => Date.now())
  await clerk.waits(dueAt - (await now()) - 20)
  expect(await clerk.button(/未到/).getAttribute('aria-disabled')).toBe('true')
  await clerk.waits(40)
  expect(await clerk.button(/未到/).getAttribute('aria-disabled')).toBeNull()
  await clerk.types('2')
  expect(clerk.knocked.map(({ door }) => door)).toEqual(['POST /tickets/t-a018/no-show'])
})

test('the service clock says by how much it is over, hatched and never red', async () => {
  await comes('overtime')
  expect(await clerk.reads('超出目标 2 分 47 秒')).toBe(true)
  expect(await clerk.page.locator('target-bar .over').count()).toBe(1)
  expect(await clerk.reads(/还有 6 人在等电费账单/)).toBe(true)
})

test('the service clock is amber from the mark of the view on', async () => {
  await comes('serving')
  const soon = clerk.page.locator('target-bar .soon')
  expect(await soon.count()).toBe(0)
  await clerk.sees('amber')
  expect(await soon.count()).toBe(1)
})

test('while the customer rates, the clerk sees no level and may call the next', async () => {
  await comes('rating')
  expect(await clerk.reads('已邀请客户评价')).toBe(true)
  expect(await clerk.page.locator('body').innerText()).not.toMatch(/非常满意|基本满意|不满意/)
  expect(await clerk.focused()).toContain('叫下一位 F010')
  await clerk.waits(22_100)
  expect(await clerk.reads('已邀请客户评价')).toBe(false)
})

test('a pause shows how long, why, and who waits; resuming has the focus', async () => {
  await comes('paused')
  for (const words of ['12:38', '用餐', /现在 14 人在等，开放 4 个窗口。最久已等 16 分钟/])
    expect(await clerk.reads(words)).toBe(true)
  expect(await clerk.focused()).toContain('恢复服务')
})

test('a doubted clock is told in a strip above everything', async () => {
  await comes('clockSuspect')
  expect(await clerk.reads(/仍按 2026-03-17 营业日办理/)).toBe(true)
})

test('a browser that lost the counter says so without a name, and leads back to the sign-in', async () => {
  await comes('idle')
  await clerk.sees('takenOver')
  expect(await clerk.reads('已在另一台设备登录')).toBe(true)
  expect(await clerk.page.locator('body').innerText()).not.toContain('林晓')
  await clerk.types('Enter')
  expect(await clerk.reads('请登录 3 号窗口')).toBe(true)
})

test('one soft sound is heard when somebody comes to an empty queue, and none otherwise', async () => {
  await comes('empty')
  await clerk.page.evaluate(() => {
    const heard = { notes: 0 }
    Object.assign(globalThis, { heard })
    globalThis.OscillatorNode = class extends OscillatorNode {
      override start(when?: number): void {
        heard.notes++
        super.start(when)
      }
    }
  })
  const notes = () =>
    clerk.page.evaluate(() => (globalThis as unknown as { heard: { notes: number } }).heard.notes)
  await clerk.sees('idle')
  await expect.poll(notes).toBe(2)
  await clerk.sees({ ...counterViews.idle, waitingTotal: 14 })
  expect(await notes()).toBe(2)
})

test('in the sample hall an address without a counter asks which one it is', async () => {
  await comes('idle')
  const counters = [
    { id: 'c3', no: '3' },
    { id: 'c4', no: '4' },
  ]
  const sample = { epoch: 'e', seq: 1, hallId: 'binjiang', counters, staff: [], people: [] }
  await clerk.page.route('**/api/v1/sample', (route) => route.fulfill({ json: sample }))
  await clerk.page.goto(`${pages.url}/counter/`)
  await clerk.page.locator('choose-page a[href*="counter=c3"]').click()
  await clerk.page.waitForURL(/\?counter=c3$/)
})

test('a wait that grows in the view grows on the page by the clock of the server', async () => {
  await comes('idle')
  await clerk.sees('idle')
  await clerk.waits(2 * minutes)
  expect(await clerk.page.evaluate(() => Date.now())).toBeGreaterThan(counterNow + minutes)
  expect(await clerk.reads('已等 18 分')).toBe(true)
})
