import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPages, type Pages } from '../support/pages.ts'
import { copy, proposals } from './frames/manager-answers.ts'
import { managerNow } from './frames/manager.ts'
import { ManagerDesk, zoomed, type Answers } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

const door = 'POST /api/v1/restore/proposal'
const { sha256, file, events, lastAt } = copy

async function comes(answers: Answers = {}, who: 'administrator' | 'auditor' = 'administrator') {
  desk = await ManagerDesk.at(pages, '#record', { who, answers })
}

test('A41 an administrator asks for a copy to be restored, with the numbers people saw', async () => {
  await comes({ [door]: { proposal: proposals[0] } } as Answers)
  await desk.press('提出恢复')
  await desk.says('这一份有 1,204 条，到 09:20 为止')
  await desk.isSound('record-restore')
  await desk.press('提出恢复这一份')
  await desk.says('请写明原因')
  await desk.field('原因').fill('硬盘换新')
  await desk.field('看到过的最大号').fill('A187 ７')
  await desk.press('提出恢复这一份')
  await desk.says('请写成 A187 F23 这样')
  await desk.field('看到过的最大号').fill('a187，F=023')
  await desk.press('提出恢复这一份')
  await desk.says('已提出，等审计或另一位系统管理员同意')
  expect(desk.askedOf(door)[0]?.body).toEqual({
    ...{ file, sha256, events, lastAt, reason: '硬盘换新' },
    highest: { A: 187, F: 23 },
  })
})

test('an auditor sees the copies, and asks for none', async () => {
  await comes({}, 'auditor')
  await desk.says('22.6 MB')
  expect(await desk.button('提出恢复').count()).toBe(0)
  expect(await desk.button('现在备份').count()).toBe(0)
})

test('a copy is made now, and one that fails says so', async () => {
  await comes({ 'POST /api/v1/backup': { refused: 'storage-full' } })
  await desk.press('现在备份')
  await desk.says('服务器存储已满')
  desk.answers['POST /api/v1/backup'] = { file: `binjiang/${file}`, seq: events }
  await desk.press('现在备份')
  await desk.says('已备份，并且核对过')
  expect(desk.askedOf('GET /api/v1/backups').length).toBeGreaterThan(1)
})

test('A41 the second person sees what would be gone, which copy it is, and that nothing happens yet', async () => {
  const asked = {
    ...proposals[0],
    ...{ act: 'record.restore', subjectId: sha256, subject: null, mayDecide: true },
    payload: { file, events, lastAt, highest: { A: 187 } },
  }
  const approve = 'POST /api/v1/proposals/:proposalId/approve'
  desk = await ManagerDesk.at(pages, '#approvals', {
    who: 'auditor',
    size: zoomed,
    answers: {
      'GET /api/v1/proposals': { proposals: [asked] },
      [approve]: { proposal: asked, enrolment: null },
    } as Answers,
  })
  for (const words of ['用备份', '备份到 09:20 为止', '看到过的最大号：A187', sha256])
    await desk.says(words)
  await desk.isSound('approvals-restore')
  await desk.press(/^批准$/)
  await desk.field('原因').fill('已看过备份')
  await desk.press('同意恢复，24 小时内有效')
  await desk.says('请主机运维在 24 小时内停机恢复')
  expect(lastAt).toBeLessThan(managerNow)
})
