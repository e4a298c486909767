import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPages, type Pages } from '../support/pages.ts'
import { consoleView, devices, managerNow, type Told } from './frames/manager.ts'
import { ManagerDesk, type Answers } from './manager-desk.ts'

let pages: Pages
let desk: ManagerDesk
beforeAll(async () => {
  pages = await openPages()
})
afterEach(() => desk.leave())
afterAll(() => pages.close())

async function comes(options?: Parameters<typeof ManagerDesk.at>[2]) {
  desk = await ManagerDesk.at(pages, '#devices', options)
}

const asking: Told<'POST /api/v1/pairings/look'> = {
  kind: 'evaluator',
  fingerprint: { zh: ['青松', '白鹭', '石桥', '晨雾'], en: ['pine', 'heron', 'bridge', 'mist'] },
  ...{ address: '10.20.0.44', askedAt: managerNow - 40_000, expiresAt: managerNow + 560_000 },
}
const looked: Answers = { 'POST /api/v1/pairings/look': asking }
const [, , , , evaluator] = devices
if (!evaluator) throw new Error('The story has an evaluator')
const paired = { device: evaluator }

async function looksAt(code = 'wxyz-bcdf'): Promise<void> {
  await desk.field('登记码').fill(code)
  await desk.press('查看这台设备')
  await desk.says('青松 白鹭 石桥 晨雾')
}

const rowOf = (name: string) => desk.page.locator('tr', { hasText: name })

describe('the list', () => {
  test('A28 marks what needs somebody by bar, icon and word', async () => {
    await comes()
    expect(await desk.page.locator('tr.due').count()).toBe(4)
    expect(await rowOf('取号机 1').innerText()).toContain('快没纸了')
    expect(await rowOf('二楼屏').innerText()).toContain('画面没跟上')
    expect(await rowOf('3 号工作台').innerText()).toContain('慢 8 秒')
    expect(await rowOf('3 号评价器').innerText()).toContain('最后一次 10:05')
    await desk.says('5 台，4 台要看一下')
  })

  test('A28 says of a screen that was just approved that it comes, and then that it does not', async () => {
    const health = { ...evaluator?.health, online: false, lastBeatAt: null }
    const fresh = (pairedAt: number) =>
      ({ ...evaluator, name: '新评价器', pairedAt, health }) as (typeof devices)[number]
    await comes({ view: consoleView({ devices: [fresh(managerNow - 5_000)] }) })
    expect(await rowOf('新评价器').innerText()).toContain('刚批准，正在打开')
    await desk.says('1 台，都正常')
    await desk.sees(consoleView({ devices: [fresh(managerNow - 60_000)] }))
    await desk.says('系统启动后还没连过')
    await desk.says('1 台，1 台要看一下')
  })

  test('keeps revoked screens folded, with why', async () => {
    await comes()
    expect(await desk.button('旧评价器').isVisible()).toBe(false)
    await desk.page.getByText('已撤销的设备（1 台）').click()
    await desk.press('旧评价器')
    await desk.says('屏幕碎了，换新的')
    expect(await desk.button('撤销这台设备').count()).toBe(0)
  })

  test('follows the live view', async () => {
    await comes()
    await desk.sees(consoleView({ devices: devices.slice(0, 2) }))
    expect(await desk.page.locator('device-table tbody tr').count()).toBe(2)
  })

  test('is asked for where there is no live view, and says so while nobody answers', async () => {
    await comes({ view: null, answers: { 'GET /api/v1/devices': 'gone' } })
    await desk.waits(9_000)
    await desk.says('现在连不上系统')
    desk.answers['GET /api/v1/devices'] = { devices }
    await desk.waits(6_000)
    await desk.says('取号机 1')
  })

  test('of none says how to begin', async () => {
    await comes({ view: consoleView({ devices: [], pairingsOpen: 0 }) })
    await desk.says('还没有登记过的设备')
    await desk.isSound('devices-empty')
  })

  test('holds long names without breaking', async () => {
    const name = '一楼大厅入口左侧靠近充电桩咨询台的自助取号机（备用）'
    const long = { ...devices[0], name, place: name + name } as (typeof devices)[number]
    await comes({ view: consoleView({ devices: [long, ...devices.slice(1)] }) })
    await desk.isSound('devices-long')
  })
})

describe('pairing', () => {
  test('checks the code before asking, and keeps it where there is none', async () => {
    await comes()
    await desk.field('登记码').fill('wxyz')
    await desk.press('查看这台设备')
    await desk.says('登记码是 8 个字母')
    expect(desk.askedOf('POST /api/v1/pairings/look')).toEqual([])
    desk.answers['POST /api/v1/pairings/look'] = { refused: 'pairing-unknown' }
    await desk.field('登记码').fill('wxyz-bcdf')
    await desk.press('查看这台设备')
    await desk.says('没有这个登记码')
    expect(await desk.field('登记码').inputValue()).toBe('wxyz-bcdf')
    const focused = await desk.field('登记码').evaluate((field) => field.matches(':focus'))
    expect(focused).toBe(true)
  })

  test('A21 shows kind, words and address before the place is chosen', async () => {
    await comes({ answers: looked })
    await looksAt()
    for (const words of ['评价器', 'pine heron bridge mist', '10.20.0.44', '10:20'])
      await desk.says(words)
    await desk.isSound('devices-approve')
    await desk.press('一样，批准')
    await desk.says('请选窗口')
    await desk.says('请写放在哪里')
  })

  test('approves with counter, place and name', async () => {
    await comes({
      answers: { ...looked, 'POST /api/v1/pairings/approve': paired },
    })
    await looksAt()
    await desk.page.getByLabel('属于哪个窗口').selectOption('c3')
    await desk.field('放在哪里').fill('3 号窗口台面')
    await desk.press('一样，批准')
    await desk.says('“3 号评价器”已登记')
    expect(desk.askedOf('POST /api/v1/pairings/approve')[0]?.body).toEqual({
      ...{ userCode: 'wxyz-bcdf', name: '评价器', place: '3 号窗口台面', counterId: 'c3' },
    })
    expect(await desk.field('登记码').inputValue()).toBe('')
  })

  test('refuses a screen that nobody knows', async () => {
    await comes({ answers: { ...looked, 'POST /api/v1/pairings/refuse': {} } })
    await looksAt()
    await desk.press('不认识这台设备，拒绝')
    await desk.says('已拒绝这台设备')
  })

  test('A3 asks once more who it is, and goes on by itself under the same key', async () => {
    await comes({ answers: { 'POST /api/v1/pairings/look': { refused: 'step-up-required' } } })
    await desk.field('登记码').fill('WXYZ-BCDF')
    await desk.press('查看这台设备')
    await desk.says('请再次确认是您本人')
    await desk.isSound('step-up')
    const dialog = desk.page.getByRole('dialog')
    desk.answers['POST /api/v1/pairings/look'] = asking
    desk.answers['POST /api/v1/console/step-up/password'] = {
      ...{ method: 'password', steppedUpUntil: managerNow + 300_000 },
    }
    await dialog.getByLabel('密码').fill('correct horse battery')
    await dialog.getByLabel('6 位验证码').fill('123456')
    await dialog.getByRole('button', { name: '是我，继续' }).click()
    await desk.waits()
    await desk.says('青松 白鹭 石桥 晨雾')
    const [first, second] = desk.askedOf('POST /api/v1/pairings/look')
    expect(second?.key).toBe(first?.key)
  })

  test('a step-up that is given up leaves the form as it was', async () => {
    await comes({ answers: { 'POST /api/v1/pairings/look': { refused: 'step-up-required' } } })
    await desk.field('登记码').fill('WXYZ-BCDF')
    await desk.press('查看这台设备')
    await desk.page.keyboard.press('Escape')
    await desk.waits()
    expect(await desk.page.getByRole('dialog').count()).toBe(0)
    expect(await desk.field('登记码').inputValue()).toBe('WXYZ-BCDF')
    await desk.says('这一步要先再次确认是您本人')
  })
})

describe('a screen that was opened', () => {
  test('is shown with all that is known of it', async () => {
    await comes()
    await desk.press('3 号评价器')
    for (const words of ['青松 白鹭 石桥 晨雾', '10.20.0.31', '1204']) await desk.says(words)
    await desk.isSound('devices-one')
  })

  test('is revoked with a reason, which is asked for', async () => {
    await comes({
      answers: { 'POST /api/v1/devices/:deviceId/revoke': paired },
    })
    await desk.press('3 号评价器')
    await desk.press('撤销这台设备')
    await desk.isSound('devices-revoke')
    await desk.press(/^撤销$/)
    await desk.says('请写明原因')
    await desk.field('原因').fill('屏幕碎了')
    await desk.press(/^撤销$/)
    await desk.says('“3 号评价器”已撤销')
    const [asked] = desk.askedOf('POST /api/v1/devices/:deviceId/revoke')
    expect(asked).toMatchObject({ path: '/api/v1/devices/d5/revoke', body: { reason: '屏幕碎了' } })
  })

  test('gets another counter and place with a reason, kept on a refusal', async () => {
    await comes({
      answers: { 'POST /api/v1/devices/:deviceId/bind': { refused: 'counter-unknown' } },
    })
    await desk.press('3 号评价器')
    await desk.press('换窗口或位置')
    await desk.isSound('devices-bind')
    await desk.page.getByLabel('属于哪个窗口').selectOption('c4')
    await desk.field('放在哪里').fill('4 号窗口台面')
    await desk.field('原因').fill('窗口调整')
    await desk.press('保存')
    await desk.says('没有这个窗口')
    expect(await desk.field('原因').inputValue()).toBe('窗口调整')
    desk.answers['POST /api/v1/devices/:deviceId/bind'] = paired
    await desk.press('保存')
    await desk.says('“3 号评价器”已改好')
    expect(desk.askedOf('POST /api/v1/devices/:deviceId/bind').at(-1)?.body).toEqual({
      ...{ counterId: 'c4', place: '4 号窗口台面', reason: '窗口调整' },
    })
  })
})

test('a leader lists screens and may let one go, but takes none in', async () => {
  await comes({ who: 'leader' })
  expect(await desk.page.locator('pair-panel').count()).toBe(0)
  expect(await desk.button('登记设备').count()).toBe(0)
  await desk.press('3 号评价器')
  expect(await desk.button('撤销这台设备').count()).toBe(1)
  expect(await desk.button('换窗口或位置').count()).toBe(0)
})

test('everything is reached by keys alone', async () => {
  await comes({ answers: looked })
  await desk.field('登记码').focus()
  await desk.page.keyboard.type('wxyz-bcdf')
  await desk.page.keyboard.press('Enter')
  await desk.waits()
  await desk.says('青松 白鹭 石桥 晨雾')
})
