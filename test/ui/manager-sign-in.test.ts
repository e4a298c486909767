import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { scrollsSideways } from '../support/measure.ts'
import { look, openPages, type Pages } from '../support/pages.ts'
import { meAs } from './frames/manager.ts'
import { ManagerDesk, zoomed } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

async function comes(...how: [hash: string, options?: Parameters<typeof ManagerDesk.at>[2]]) {
  desk = await ManagerDesk.at(pages, ...how)
}

const nobody = { who: null } as const
const inSample: Parameters<typeof ManagerDesk.at>[2] = {
  who: null,
  answers: {
    'GET /api/v1/sample': {
      ...{ hallId: 'binjiang', counters: [], staff: [] },
      console: [
        { staffId: 's0208', name: { zh: '方瑶', en: 'Fang Yao' }, roles: ['leader', 'manager'] },
        { staffId: 's0502', name: { zh: '宋岩', en: 'Song Yan' }, roles: ['auditor'] },
      ],
    },
    'POST /api/v1/sample/console': meAs('manager', { method: 'sample' }),
  },
}

const doors = ['', '#first', '#enrol'] as const
test.each(doors)('the way in by “%s” is whole and right, in both languages', async (hash) => {
  await comes(hash, inSample)
  await desk.isSound(`sign-in${hash.replace('#', '-')}`)
  await desk.leave()
  await comes(hash, inSample)
  await desk.speaksEnglish()
  await desk.isSound(`sign-in${hash.replace('#', '-')}-en`)
  await desk.leave()
  await comes(hash, { ...inSample, size: zoomed })
  expect(await scrollsSideways(desk.page)).toBe(false)
})

test('at a numeric address it says why there are no passkeys, and what to do', async () => {
  await comes('', nobody)
  await desk.says('通行密钥只认主机名，不认数字地址')
  await desk.says('请用 localhost')
  expect(await desk.button('用通行密钥登录').count()).toBe(0)
})

test('password and code let in, and what was typed stays where they do not', async () => {
  await comes('', {
    ...nobody,
    answers: { 'POST /api/v1/console/sign-in/password': { refused: 'sign-in-failed' } },
  })
  await desk.press('用密码和验证码（备用）')
  await desk.field('工号').fill('0208')
  await desk.field('密码').fill('correct horse battery')
  await desk.press(/^登录$/)
  await desk.says('验证码是 6 位数字')
  expect(desk.askedOf('POST /api/v1/console/sign-in/password')).toEqual([])
  await desk.field('6 位验证码').fill('123456')
  await desk.press(/^登录$/)
  await desk.says('登录没有成功，请核对后再试')
  expect(await desk.field('工号').inputValue()).toBe('0208')
  expect(await desk.field('密码').inputValue()).toBe('correct horse battery')
  desk.answers['POST /api/v1/console/sign-in/password'] = meAs('manager')
  await desk.press(/^登录$/)
  await desk.says('方瑶')
  expect(await desk.page.getByRole('heading', { name: '设备', exact: true }).count()).toBe(1)
})

test('somebody new chooses a password with the one-time code and links the app', async () => {
  await comes('#enrol', nobody)
  await desk.field('工号').fill('0411')
  await desk.field('一次性码').fill('ABCD-EFGH')
  await desk.field('新密码').fill('vier Worte sind lang genug')
  desk.answers['POST /api/v1/console/enrol/password'] = { refused: 'password-weak' }
  await desk.press('设密码，连上验证器')
  await desk.says('密码太简单')
  expect(await desk.field('一次性码').inputValue()).toBe('ABCD-EFGH')
  desk.answers['POST /api/v1/console/enrol/password'] = {
    ...{ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/hall:0411?secret=JBSWY3DPEHPK3PXP' },
  }
  await desk.press('设密码，连上验证器')
  await desk.says('JBSW Y3DP EHPK 3PXP')
  expect(await desk.page.getByRole('img', { name: '验证器应用要扫的二维码' }).count()).toBe(1)
  await look(desk.page, 'manager/enrol-app')
  desk.answers['POST /api/v1/console/enrol/confirm'] = meAs('reviewer')
  await desk.field('应用现在显示的 6 位数字').fill('654321')
  await desk.press('确认')
  await desk.says('我的登录方式')
  expect(new URL(desk.page.url()).hash).toBe('#me')
})

test('the first administrator comes in with the code of the server', async () => {
  const enrolment = { staffId: 's0601', staffNo: '0601', code: 'WXYZ-2345', expiresAt: 1 }
  await comes('#first', { ...nobody, answers: { 'POST /api/v1/console/first': { enrolment } } })
  await desk.field('服务器上的一次性码').fill('abcd-efgh')
  await desk.field('工号').fill('0601')
  await desk.field('您的姓名').fill('罗川')
  await desk.press('下一步：登记通行密钥')
  expect(desk.askedOf('POST /api/v1/console/first')[0]?.body).toEqual({
    ...{ code: 'abcd-efgh', staffNo: '0601', name: { zh: '罗川' } },
  })
  expect(await desk.field('一次性码').inputValue()).toBe('WXYZ-2345')
  expect(await desk.field('工号').inputValue()).toBe('0601')
})

test('A39 in the sample hall one press goes in as one of its people', async () => {
  await comes('', inSample)
  await desk.says('样板营业厅：选一个人进去看看')
  await desk.press(/方瑶.*带班长、厅经理/s)
  expect(desk.askedOf('POST /api/v1/sample/console')[0]?.body).toEqual({ staffId: 's0208' })
  expect(await desk.page.getByRole('heading', { name: '设备', exact: true }).count()).toBe(1)
})

const endings: [because: string, words: string][] = [
  ['idle', '太久没有操作，已自动退出'],
  ['replaced', '您在另一个浏览器登录了'],
  ['role-changed', '您的角色有变动'],
  ['forced', '管理人员结束了您的登录'],
  ['shift-over', '这次登录到时间了'],
]
test.each(endings)(
  'A35 a sign-in that ended says why (%s) and keeps what was typed',
  async (because, words) => {
    await comes('#devices')
    await desk.field('登记码').fill('WXYZ-BC')
    const ended = { refused: 'session-ended', details: { because } } as const
    desk.answers['GET /api/v1/console/me'] = ended
    desk.answers['POST /api/v1/pairings/look'] = ended
    await desk.field('登记码').fill('WXYZ-BCDF')
    await desk.press('查看这台设备')
    await desk.says(words)
    await desk.says('刚才填的内容还在')
    expect(await desk.page.locator('devices-page').isVisible()).toBe(false)
    desk.answers['POST /api/v1/console/sign-in/password'] = meAs('manager')
    await desk.press('用密码和验证码（备用）')
    const form = desk.page.locator('password-form')
    await form.getByLabel('工号').fill('0208')
    await form.getByLabel('密码').fill('correct horse battery')
    await form.getByLabel('6 位验证码').fill('123456')
    await form.getByRole('button', { name: '登录' }).click()
    await desk.waits()
    expect(await desk.field('登记码').inputValue()).toBe('WXYZ-BCDF')
  },
)

test('somebody else after an end finds a page of their own', async () => {
  await comes('#devices')
  await desk.field('登记码').fill('WXYZ-BCDF')
  desk.answers['GET /api/v1/console/me'] = {
    refused: 'session-ended',
    details: { because: 'idle' },
  }
  desk.answers['POST /api/v1/pairings/look'] = { refused: 'session-ended' }
  await desk.press('查看这台设备')
  desk.answers['POST /api/v1/console/sign-in/password'] = meAs('administrator')
  await desk.press('用密码和验证码（备用）')
  const form = desk.page.locator('password-form')
  await form.getByLabel('工号').fill('0601')
  await form.getByLabel('密码').fill('another long password')
  await form.getByLabel('6 位验证码').fill('123456')
  await form.getByRole('button', { name: '登录' }).click()
  await desk.waits()
  expect(await desk.field('登记码').inputValue()).toBe('')
})

test('a server that does not answer is waited for', async () => {
  await comes('', { ...nobody, answers: { 'GET /api/v1/console/me': 'gone' } })
  await desk.waits(9_000)
  await desk.says('现在连不上系统')
  desk.answers['GET /api/v1/console/me'] = meAs('manager')
  await desk.waits(12_000)
  await desk.says('方瑶')
})

test('signing out leaves nothing behind', async () => {
  await comes('#people', { who: 'manager', answers: { 'POST /api/v1/console/sign-out': {} } })
  await desk.press('退出')
  await desk.says('登录管理台')
  expect(await desk.page.locator('people-page').count()).toBe(0)
})
