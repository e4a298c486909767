import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPages, type Pages } from '../support/pages.ts'
import { proposals } from './frames/manager-answers.ts'
import { consoleView, managerNow } from './frames/manager.ts'
import { ManagerDesk, type Answers } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

async function comes(answers: Answers = {}, who: 'administrator' | 'manager' = 'administrator') {
  desk = await ManagerDesk.at(pages, '#approvals', { who, answers })
}

const approve = 'POST /api/v1/proposals/:proposalId/approve'
const card = (words: string) => desk.page.locator('proposal-card', { hasText: words })

test('A7 one shows what happens, who asks and why, and until when', async () => {
  await comes()
  const text = await card('江澄').locator('article').innerText()
  for (const words of ['让江澄（0338）担任带班长', '四月起轮值带班', '罗川（0601）', '3月18日'])
    expect(text).toContain(words)
  expect(text).toContain('等您决定')
})

test('A7 one’s own waits for somebody else', async () => {
  await comes()
  const own = card('周岚')
  expect(await own.locator('article').innerText()).toContain('等另一个人')
  expect(await own.getByRole('button').count()).toBe(0)
})

test('is approved with a reason, which is asked for', async () => {
  await comes({ [approve]: { proposal: proposals[0], enrolment: null } } as Answers)
  await desk.press(/^批准$/)
  await desk.isSound('approvals-approve')
  await desk.press('批准，马上生效')
  await desk.says('请写明原因')
  await desk.field('原因').fill('已核对排班')
  await desk.press('批准，马上生效')
  await desk.says('已批准，已经生效')
  expect(desk.askedOf(approve)[0]).toMatchObject({
    path: '/api/v1/proposals/p1/approve',
    body: { reason: '已核对排班' },
  })
})

test('a recovered account’s code is shown once to who approved', async () => {
  const enrolment = { staffId: 's0338', staffNo: '0338', code: 'KMNP-QRST', expiresAt: managerNow }
  await comes({ [approve]: { proposal: proposals[0], enrolment } } as Answers)
  await desk.press(/^批准$/)
  await desk.field('原因').fill('本人到场')
  await desk.press('批准，马上生效')
  await desk.says('KMNP-QRST')
  await desk.press('已交给本人')
  expect(await desk.page.getByText('KMNP-QRST').count()).toBe(0)
})

test('is turned down with a reason', async () => {
  await comes({
    'POST /api/v1/proposals/:proposalId/reject': { proposal: proposals[0] },
  } as Answers)
  await desk.press(/^否决$/)
  await desk.field('原因').fill('先完成培训')
  await desk.press('否决这个申请')
  await desk.says('已否决')
})

test('decided by another meanwhile says so and keeps the reason', async () => {
  await comes({ [approve]: { refused: 'proposal-over' } })
  await desk.press(/^批准$/)
  await desk.field('原因').fill('已核对排班')
  await desk.press('批准，马上生效')
  await desk.says('这个申请已经有了结果或已过期')
  expect(await desk.field('原因').inputValue()).toBe('已核对排班')
})

test('a new one shows as soon as the live view counts it', async () => {
  await comes({ 'GET /api/v1/proposals': { proposals: [] } })
  await desk.says('没有等待决定的申请')
  desk.answers['GET /api/v1/proposals'] = { proposals }
  await desk.sees(consoleView({ proposalsOpen: 3 }))
  await desk.says('让江澄（0338）担任带班长')
})

test('those that were decided are told with by whom and why', async () => {
  const [open] = proposals
  const decided = {
    ...open,
    ...{ state: 'rejected', mayDecide: false, decidedAt: managerNow, decisionReason: '先完成培训' },
    decidedBy: { id: 's0608', staffNo: '0608', name: { zh: '秦月', en: 'Qin Yue' } },
  }
  await comes()
  desk.answers['GET /api/v1/proposals'] = { proposals: [decided] }
  await desk.press('已否决')
  await desk.says(/秦月（0608）决定/)
  await desk.says(/先完成培训/)
  expect(desk.askedOf('GET /api/v1/proposals').at(-1)?.query).toBe('?state=rejected')
  await desk.isSound('approvals-decided')
})
