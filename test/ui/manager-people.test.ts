import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPages, type Pages } from '../support/pages.ts'
import { people, proposals } from './frames/manager-answers.ts'
import { managerNow } from './frames/manager.ts'
import { ManagerDesk, type Answers } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

async function comes(who: 'administrator' | 'manager' | 'leader', answers: Answers = {}) {
  desk = await ManagerDesk.at(pages, '#people', { who, answers })
}

const of = (name: string) => {
  const found = people.find(({ name: { zh } }) => zh === name)
  if (!found) throw new Error(`Nobody is called ${name}`)
  return found
}

describe('the list', () => {
  test('shows roles, how people sign in, and who is locked out', async () => {
    await comes('administrator')
    const row = (name: string) => desk.page.locator('tr', { hasText: name })
    expect(await row('方瑶').innerText()).toContain('厅经理')
    expect(await row('方瑶').innerText()).toContain('通行密钥 1 个、备用密码、PIN')
    expect(await row('许明').innerText()).toContain('PIN 已锁定')
    expect(await row('许明').getAttribute('class')).toContain('due')
    await desk.says('已离开的人员（1 人）')
  })

  test('says so while it is slow, and why where it may not be seen', async () => {
    await comes('administrator', { 'GET /api/v1/people': 'silent' })
    await desk.waits(600)
    await desk.says('正在读取')
    await desk.leave()
    await comes('administrator', { 'GET /api/v1/people': { refused: 'not-allowed' } })
    await desk.says('这台设备或这个账号不能做这件事')
  })
})

describe('somebody new', () => {
  test('is added, and what was typed stays on a refusal', async () => {
    await comes('administrator', {
      'POST /api/v1/people': {
        refused: 'setup-invalid',
        details: { field: 'staffNo', kind: 'staff', id: '' },
      },
    })
    await desk.press('添加人员')
    await desk.field('姓名').fill('孟夏')
    await desk.press(/^添加$/)
    await desk.says('工号只用字母、数字和短线')
    await desk.field('工号').fill('0345')
    await desk.press(/^添加$/)
    expect(await desk.field('姓名').inputValue()).toBe('孟夏')
    desk.answers['POST /api/v1/people'] = { person: of('江澄') }
    await desk.press(/^添加$/)
    await desk.says('已添加江澄')
    expect(desk.askedOf('POST /api/v1/people').at(-1)?.body).toEqual({
      ...{ staffNo: '0345', name: { zh: '孟夏' }, works: 'staff' },
    })
  })
})

describe('roles', () => {
  const role = 'POST /api/v1/people/:staffId/roles/:role/grant'

  test('A7 that take two people say so and become a proposal', async () => {
    await comes('administrator', {
      [role]: { person: of('江澄'), proposal: proposals[0] },
    } as Answers)
    await desk.press('江澄')
    await desk.press('给一个角色')
    await desk.says('要两个人：提交后由另一个人决定')
    await desk.isSound('people-give')
    await desk.page.getByLabel('角色', { exact: true }).selectOption('manager')
    await desk.press('提出申请')
    await desk.says('请写明原因')
    await desk.field('原因').fill('四月起任厅经理')
    await desk.press('提出申请')
    await desk.says('申请已提出，等另一个人批准')
    expect(desk.askedOf(role)[0]).toMatchObject({
      path: '/api/v1/people/s0338/roles/manager/grant',
      body: { reason: '四月起任厅经理' },
    })
  })

  test('a manager gives only those of counter and guide', async () => {
    await comes('manager')
    await desk.press('陈禾')
    await desk.press('给一个角色')
    expect(await desk.page.locator('person-roles option').allInnerTexts()).toEqual(['引导员'])
    expect(await desk.button('收回').count()).toBe(0)
  })

  test('A6 that no one person holds together are refused at the field', async () => {
    await comes('administrator', { [role]: { refused: 'roles-apart' } })
    await desk.press('江澄')
    await desk.press('给一个角色')
    await desk.page.getByLabel('角色', { exact: true }).selectOption('auditor')
    await desk.field('原因').fill('兼任')
    await desk.press('提出申请')
    await desk.says('同一个人不能同时担任这两个角色')
    expect(await desk.field('原因').inputValue()).toBe('兼任')
  })

  test('are taken back with a reason', async () => {
    const revoke = 'POST /api/v1/people/:staffId/roles/:role/revoke'
    await comes('administrator', { [revoke]: { person: of('江澄') } })
    await desk.press('江澄')
    await desk.press('收回“引导员”')
    await desk.says('以这个角色打开的页面会马上关闭')
    await desk.field('原因').fill('不再引导')
    await desk.press('收回“引导员”')
    await desk.says('“引导员”已收回')
    expect(desk.askedOf(revoke)[0]?.path).toBe('/api/v1/people/s0338/roles/guide/revoke')
  })
})

describe('what may be done for a person', () => {
  test('a one-time code is shown once, with where to use it', async () => {
    const enrolment = {
      staffId: 's0411',
      staffNo: '0411',
      code: 'ABCD-EFGH',
      expiresAt: managerNow,
    }
    await comes('administrator', { 'POST /api/v1/people/:staffId/enrolment': { enrolment } })
    await desk.press('苏敏')
    await desk.isSound('people-one')
    await desk.press('发一次性码')
    await desk.press('发一次性码')
    await desk.says('ABCD-EFGH')
    await desk.says(/manager\/#enrol/)
    await desk.isSound('people-code')
    await desk.press('已交给本人')
    expect(await desk.page.getByText('ABCD-EFGH').count()).toBe(0)
  })

  test('a new PIN is drawn by the server and shown once', async () => {
    await comes('leader', {
      'POST /api/v1/staff/:staffId/pin': { staffId: 's0302', staffNo: '0302', pin: '482913' },
    })
    await desk.press('陈禾')
    await desk.press('重设 PIN')
    await desk.field('原因').fill('忘记了')
    await desk.press('重设 PIN')
    await desk.says('482913')
    expect(desk.askedOf('POST /api/v1/staff/:staffId/pin')[0]?.body).toEqual({ reason: '忘记了' })
  })

  test('somebody locked out is let try again', async () => {
    await comes('leader', { 'POST /api/v1/people/:staffId/unlock': { person: of('许明') } })
    await desk.press('许明')
    await desk.press('解除锁定')
    await desk.field('原因').fill('本人到场')
    await desk.press('解除锁定')
    await desk.says('许明可以再试了')
  })

  test('what they have open is ended', async () => {
    await comes('manager', { 'POST /api/v1/people/:staffId/sign-out': { person: of('林晓') } })
    await desk.press('林晓')
    await desk.press('结束其登录')
    await desk.field('原因').fill('已下班')
    await desk.press('结束其登录')
    await desk.says('已结束林晓的登录')
  })

  test('A7 an account is recovered by two people', async () => {
    await comes('administrator', {
      'POST /api/v1/people/:staffId/recover': { proposal: proposals[0] },
    } as Answers)
    await desk.press('方瑶')
    await desk.press('恢复账号')
    await desk.says('要两个人：提交后由另一个人决定')
    await desk.field('原因').fill('手机丢了')
    await desk.press('恢复账号')
    await desk.says('恢复方瑶账号的申请已提出')
  })

  test('who has left is only shown', async () => {
    await comes('administrator')
    await desk.page.getByText('已离开的人员（1 人）').click()
    await desk.press('赵平')
    expect(await desk.page.locator('person-panel').getByRole('button').allInnerTexts()).toEqual([
      '',
    ])
  })
})
