import type { Route } from 'playwright'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPages, type Pages } from '../support/pages.ts'
import { entries, entry, head, note, rating } from './frames/manager-answers.ts'
import { consoleView, managerNow, type Who } from './frames/manager.ts'
import { ManagerDesk, type Answers } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

async function comes(part: string, who: Who, answers: Answers = {}) {
  desk = await ManagerDesk.at(pages, part, { who, answers })
}

const rows = (table: string) => desk.page.locator(`${table} tbody tr`)

describe('ratings', () => {
  test('show both dimensions in each row, and mark low ones by bar, icon and word', async () => {
    await comes('#ratings', 'reviewer')
    const low = rows('rating-table').nth(3)
    const text = await low.innerText()
    for (const words of ['不满意', '非常不满意', '差评', '没有解释清楚；反复要资料'])
      expect(text).toContain(words)
    expect(await low.getAttribute('class')).toContain('due')
    expect(await rows('rating-table').nth(5).innerText()).toContain('不计入')
  })

  test('sum the day without counting as good what nobody rated', async () => {
    await comes('#ratings', 'reviewer')
    const sum = await desk.page.locator('rating-sum .card').allInnerTexts()
    expect(sum.map((card) => card.replace(/\s+/g, ' '))).toEqual([
      '满意率 95.1% 41 条评价中 39 条两项都在基本满意以上',
      '评价率 71.9% 邀请 57 次，评价 41 条',
      '没有评价的 没人动 11 不评价 3 评价器离线 2',
    ])
  })

  test('a manager sees low ones only, and says so; flags are not theirs to see', async () => {
    await comes('#ratings', 'manager')
    await desk.says('您看到的是差评：人员、业务和日期')
    expect(await desk.button('可疑').count()).toBe(0)
  })

  test('flagged ones tell in words why, and that nothing is deleted', async () => {
    await comes('#ratings', 'reviewer')
    await desk.press(/^可疑$/)
    await desk.press('10:17')
    for (const words of ['办理不到 20 秒', '评价器刚问，一秒内就答了', '系统只提醒，不会删'])
      await desk.says(words)
    await desk.isSound('ratings-flagged')
  })

  test('E15 a manager asks with a reason that one is not counted', async () => {
    const annul = 'POST /api/v1/evaluations/:legId/annulment'
    await comes('#ratings', 'manager', {
      'GET /api/v1/evaluations': {
        evaluations: [rating('r9', { legId: null, ratedAt: null, attitude: 2, flags: null })],
        nextCursor: null,
      },
      [annul]: { proposalId: 'p9', expiresAt: managerNow },
    })
    await desk.press('2026-03-17')
    await desk.press('申诉：不计入这次评价')
    await desk.field('原因').fill('客户点错了窗口')
    await desk.press('提出申诉')
    await desk.says('申诉已提出，等考核复核员决定')
    expect(desk.askedOf(annul)[0]).toMatchObject({
      path: '/api/v1/evaluations/r9/annulment',
      body: { reason: '客户点错了窗口' },
    })
  })

  test('a reviewer judges and does not ask', async () => {
    await comes('#ratings', 'reviewer')
    await desk.press('10:17')
    expect(await desk.button('申诉：不计入这次评价').count()).toBe(0)
  })

  test('are read on, and none of a day is said', async () => {
    await comes('#ratings', 'reviewer', {
      'GET /api/v1/evaluations': { evaluations: [rating('a')], nextCursor: '7' },
    })
    desk.answers['GET /api/v1/evaluations'] = { evaluations: [rating('b')], nextCursor: null }
    await desk.press('再看一些')
    expect(await rows('rating-table').count()).toBe(2)
    desk.answers['GET /api/v1/evaluations'] = { evaluations: [], nextCursor: null }
    await desk.field('营业日').fill('2026-03-15')
    await desk.field('营业日').dispatchEvent('change')
    await desk.waits()
    await desk.says('这一天还没有评价')
    expect(desk.askedOf('GET /api/v1/evaluations').at(-1)?.query).toContain(
      'businessDay=2026-03-15',
    )
  })
})

describe('the audit log', () => {
  const audit = 'GET /api/v1/audit'

  test('L8 tells who did what to what, why, and with what result', async () => {
    await comes('#audit', 'auditor')
    const revoked = await rows('audit-table').nth(1).innerText()
    for (const words of ['方瑶', '厅经理', '撤销设备', '3 号评价器', '屏幕碎了，换新的', '已做'])
      expect(revoked).toContain(words)
    expect(await rows('audit-table').nth(2).innerText()).toContain('被拒')
  })

  test('is looked through by day, person, act and result, and cleared again', async () => {
    await comes('#audit', 'auditor')
    await desk.field('从').fill('2026-03-16')
    await desk.field('谁').fill('s0208')
    await desk.page.getByLabel('做了什么', { exact: true }).selectOption('device')
    await desk.page.getByLabel('结果', { exact: true }).selectOption('denied')
    desk.answers[audit] = { entries: [], nextBefore: null }
    await desk.press('查找')
    await desk.says('没有符合条件的记录')
    const asked = new URLSearchParams(desk.askedOf(audit).at(-1)?.query)
    expect(Object.fromEntries(asked)).toEqual({
      ...{ from: '2026-03-16', actor: 's0208', what: 'device', result: 'denied', limit: '50' },
    })
    expect(await desk.field('谁').inputValue()).toBe('s0208')
    desk.answers[audit] = { entries, nextBefore: null }
    await desk.press('清空条件')
    expect(await rows('audit-table').count()).toBe(3)
    expect(await desk.field('谁').inputValue()).toBe('')
  })

  test('is read on page by page', async () => {
    await comes('#audit', 'auditor')
    desk.answers[audit] = { entries: [entry(1100)], nextBefore: null }
    await desk.press('再看更早的')
    expect(await rows('audit-table').count()).toBe(4)
    expect(desk.askedOf(audit).at(-1)?.query).toContain('before=1200')
  })

  test('a page that was asked for before the filter changed is not added to the new list', async () => {
    await comes('#audit', 'auditor')
    let late: Route | null = null
    await desk.page.route(/[?&]before=/, (route) => void (late = route))
    await desk.press('再看更早的')
    await expect.poll(() => late).not.toBeNull()
    desk.answers[audit] = { entries: [entry(1400)], nextBefore: null }
    await desk.press('查找')
    await expect.poll(() => rows('audit-table').count()).toBe(1)
    await (late as Route | null)?.fulfill({ json: { entries: [entry(1100)], nextBefore: 1100 } })
    await desk.waits()
    expect(await rows('audit-table').count()).toBe(1)
    expect(await desk.button('再看更早的').count()).toBe(0)
  })

  test('L8 an auditor writes a finding beside an entry', async () => {
    const noting = 'POST /api/v1/audit/:seq/note'
    await comes('#audit', 'auditor', { [noting]: { about: 1298 } })
    await desk.press('撤销设备')
    await desk.says('已核对，旧设备在库房')
    await desk.isSound('audit-one')
    await desk.press('写批注')
    await desk.field('发现了什么').fill('旧设备已销毁')
    await desk.press('写批注')
    await desk.says('批注已写入')
    expect(desk.askedOf(noting)[0]).toMatchObject({
      path: '/api/v1/audit/1298/note',
      body: { reason: '旧设备已销毁' },
    })
  })

  test('a manager reads and neither exports nor writes', async () => {
    await comes('#audit', 'manager')
    expect(await desk.button('导出表格').count()).toBe(0)
    await desk.press('撤销设备')
    expect(await desk.button('写批注').count()).toBe(0)
  })

  test('L10 is taken along as a table', async () => {
    await comes('#audit', 'auditor', {
      'POST /api/v1/audit.csv': 'seq,at\n1,2026-03-17\n' as never,
    })
    const saving = desk.page.waitForEvent('download')
    await desk.press('导出表格')
    const file = await saving
    expect(file.suggestedFilename()).toBe('audit-binjiang.csv')
    expect(await readFile(await file.path(), 'utf8')).toBe('seq,at\n1,2026-03-17\n')
    await desk.says('已导出')
  })
})

describe('the record', () => {
  test('L1 its newest head is remembered, and taken along as an anchor', async () => {
    await comes('#record', 'auditor')
    await desk.says('和服务器的一致')
    const saving = desk.page.waitForEvent('download')
    await desk.press('下载锚点')
    const file = await saving
    expect(file.suggestedFilename()).toBe('anchor-binjiang-1280.txt')
    expect(await readFile(await file.path(), 'utf8')).toBe(note(1280))
  })

  test.each([
    ['smaller', head(900), '服务器现在的签名只有 900 条，这台浏览器见过 1280 条的'],
    [
      'different',
      head(1280, 'AAAAc5c9mTqk5m1lQ0nJ8p9s1Xv2b4Z6r8t0y2w4a8='),
      '服务器现在第 1280 条的签名',
    ],
    [
      'key',
      { ...head(1400), publicKey: 'hall-queue-record+00000000+AAAA' },
      '服务器换了签名的公钥',
    ],
  ])('L1 a head that is %s raises the alarm on every page', async (name, offered, words) => {
    await comes('#devices', 'manager')
    await desk.sees(consoleView({ head: head(1280) }))
    await desk.sees(consoleView({ head: offered }))
    await desk.says('记录被改动过，请马上停下来')
    await desk.says(words)
    await desk.isSound(`alarm-${name}`)
    await desk.sees(consoleView({ head: head(1500) }))
    await desk.says('记录被改动过，请马上停下来')
  })

  test('L1 what is remembered outlives the page', async () => {
    await comes('#devices', 'manager')
    await desk.sees(consoleView({ head: head(1280) }))
    await desk.waits()
    await desk.page.reload()
    await desk.waits(300)
    await desk.sees(consoleView({ head: head(900) }))
    await desk.says('记录被改动过，请马上停下来')
  })

  test('after a restore an auditor takes the new head, and nobody else', async () => {
    const restored = { ...head(900), note: note(900).replace('binjiang/e1', 'binjiang/e2') }
    await comes('#devices', 'manager')
    await desk.sees(consoleView({ head: head(1280) }))
    await desk.sees(consoleView({ head: restored }))
    await desk.says('数据库刚从备份恢复过')
    expect(await desk.button('已核对，从新的签名记起').count()).toBe(0)
    await desk.leave()
    await comes('#record', 'auditor')
    await desk.sees(consoleView({ devices: null, head: restored }))
    const { publicKey, ...checkpoint } = restored
    desk.answers['GET /api/v1/checkpoints/latest'] = { publicKey, checkpoint }
    await desk.press('已核对，从新的签名记起')
    await desk.says('最新的签名')
  })

  test('L7 the slip of a day is shown for paper, with its head as a code', async () => {
    await comes('#record', 'auditor')
    await desk.press('看日结单')
    for (const words of ['2026-03-16', '182', 'bb79 1a0c 55d2 90e1', '核对人签字'])
      await desk.says(words)
    expect(await desk.page.getByRole('img', { name: '这一天的锚点二维码' }).count()).toBe(1)
    await desk.isSound('record-slip')
    await desk.page.emulateMedia({ media: 'print' })
    expect(await desk.page.getByRole('navigation').isVisible()).toBe(false)
    expect(await desk.button('下载锚点').isVisible()).toBe(false)
    expect(await desk.page.locator('.paper').isVisible()).toBe(true)
  })

  test('of an hour without a signature says when there will be one', async () => {
    await comes('#record', 'auditor', {
      'GET /api/v1/checkpoints/latest': { publicKey: 'k', checkpoint: null },
    })
    await desk.says('还没有签名')
  })
})
