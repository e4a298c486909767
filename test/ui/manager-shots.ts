import type { Page } from 'playwright'
import type { DeviceKind } from '#domain/people/principal.ts'
import type { TestServer } from '../support/server.ts'
import { looksAt, pairs, type Where } from './manager-pairing.ts'
import { PairingScreen, screens } from './pairing-screen.ts'
import { press, type Studio } from './studio.ts'

const desk = { width: 1440, height: 900 }

/** The console of the same morning: its way in, its pages as each role sees them, a screen taken in. */
export async function theConsole(studio: Studio, server: TestServer): Promise<void> {
  await theWayIn(studio)
  const manager = await goesIn(studio, /方瑶/)
  const paired = await theDevices(studio, server, manager)
  await thePeople(studio, manager)
  await manager.context().close()
  await visit(studio, /苏敏/, '客户评价', 'manager-ratings')
  const auditor = await visit(studio, /宋岩/, '审计日志', 'manager-audit')
  await auditor.getByRole('link', { name: '记录与锚点' }).click()
  await auditor.waitForTimeout(500)
  await studio.shoot(auditor, 'manager-record')
  for (const page of [auditor, ...paired]) await page.context().close()
}

/** By its name, so that passkeys are possible. */
async function theWayIn(studio: Studio): Promise<void> {
  const { url } = studio
  studio.url = url.replace('127.0.0.1', 'localhost')
  await studio.openAndShoot('manager-sign-in', '/manager/', desk)
  studio.url = url
}

async function goesIn(studio: Studio, person: RegExp): Promise<Page> {
  const page = await studio.open('/manager/', desk)
  await press(page, person)
  return page
}

async function visit(studio: Studio, person: RegExp, part: string, name: string): Promise<Page> {
  const page = await goesIn(studio, person)
  await page.getByRole('link', { name: part }).click()
  await page.waitForTimeout(500)
  await studio.shoot(page, name)
  return page
}

const newcomers: [kind: DeviceKind, where: Where][] = [
  ['kiosk', { name: '取号机 1', place: '大厅入口左侧' }],
  ['display', { name: '大厅屏', place: '等候区正面' }],
  ['terminal', { name: '3 号工作台', place: '台面左侧', no: '3' }],
]

/** Three screens are taken in; an evaluator shows its code while the manager looks at it. */
async function theDevices(studio: Studio, server: TestServer, desk: Page): Promise<Page[]> {
  // Screens tell how far their clocks are from the server's, so that one has to go on.
  const ticking = setInterval(() => void server.passSeconds(1), 1000)
  const pages: Page[] = []
  for (const [kind, where] of newcomers) {
    const page = await opened(studio, server, kind)
    const screen = new PairingScreen(kind, page)
    await pairs(desk, screen, where)
    await screen.says('登记好了')
    pages.push(page)
  }
  const page = await opened(studio, server, 'evaluator')
  await desk.waitForTimeout(8_000)
  await studio.shoot(desk, 'manager-devices')
  await looksAt(desk, new PairingScreen('evaluator', page))
  await studio.shoot(desk, 'manager-devices-approve')
  await press(desk, /取号机 1/)
  await press(desk, '撤销这台设备')
  await studio.shoot(desk, 'manager-devices-revoke')
  await press(desk, 'English')
  await studio.shoot(desk, 'manager-devices-revoke-en')
  await press(desk, '中文')
  clearInterval(ticking)
  return [...pages, page]
}

function opened(studio: Studio, server: TestServer, kind: DeviceKind): Promise<Page> {
  const { path, size } = screens[kind]
  return studio.open(`${path}?pair=1`, size, undefined, server.clock.now())
}

/** One administrator proposes, another is asked. */
async function thePeople(studio: Studio, desk: Page): Promise<void> {
  const proposer = await goesIn(studio, /罗川/)
  await proposer.getByRole('link', { name: '人员' }).click()
  await press(proposer, '江澄')
  await press(proposer, '给一个角色')
  await proposer.getByLabel('角色', { exact: true }).selectOption('leader')
  await proposer.getByLabel('原因').fill('四月起轮值带班')
  await press(proposer, '提出申请')
  await proposer.context().close()
  await desk.getByRole('link', { name: '人员' }).click()
  await press(desk, '江澄')
  await studio.shoot(desk, 'manager-people')
  const other = await visit(studio, /秦月/, '待办申请', 'manager-approvals')
  await other.context().close()
}
