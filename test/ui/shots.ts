import type { Page } from 'playwright'
import { sampleHall } from '#server/sample/index.ts'
import { consoleOf } from '../support/console.ts'
import { TestServer } from '../support/server.ts'
import { Scene, clock } from './scene.ts'
import { theConsole } from './manager-shots.ts'
import { PairingScreen } from './pairing-screen.ts'
import { theRules } from './rules-shots.ts'
import { Studio, press, type SignIn } from './studio.ts'

/**
 * `npm run shots`: every screen at its real size, from the real server in the one story of the
 * pictures with a clock in hand, into `docs/screens`.
 */
const portrait = { width: 1080, height: 1920 }
const landscape = { width: 1280, height: 800 }
const narrow = { width: 420, height: 760 }
const wall = { width: 1920, height: 1080 }
const phone = { width: 390, height: 844 }

const counterAt = (counterId: string) => `/counter/?counter=${counterId}`
const evaluatorAt = (counterId: string) => `/evaluator/?counter=${counterId}`

const scene = await Scene.at1021()
const studio = await Studio.at(scene.server.url)
try {
  await beforeTheCall()
  await theCall()
  await takingANumber()
  await theCounter()
  await theRating()
  await goingOn()
  await missed()
  await theConsole(studio, scene.server)
  await lineLost()
  await closedHall()
  await newScreens()
  await theRules(studio)
} finally {
  await studio.close()
  await scene.server.stop()
}

function signedIn(counterId: string): SignIn {
  return { counterId, session: scene.counter(counterId).session }
}

function ticketPage(label: string): string {
  return `/t#${scene.ticket(label).token}`
}

/** 10:21, window 3 is free: what the clerk and the evaluator show before anybody is called. */
async function beforeTheCall(): Promise<void> {
  await studio.openAndShoot('counter-narrow-sign-in', counterAt('c3'), narrow)
  await studio.openAndShoot('counter-narrow-idle', counterAt('c3'), narrow, signedIn('c3'))
  await studio.openAndShoot('counter-wide-idle', counterAt('c3'), landscape, signedIn('c3'))
  const counter = await studio.open(counterAt('c3'), narrow, signedIn('c3'))
  await press(counter, /^等候 \d+ 分/)
  await studio.shoot(counter, 'counter-narrow-why')
  await counter.context().close()
  const evaluator = await studio.open(evaluatorAt('c3'), landscape)
  await studio.shoot(evaluator, 'evaluator-idle')
  await press(evaluator, 'English')
  await studio.shoot(evaluator, 'evaluator-idle-en')
  await evaluator.context().close()
  await studio.openAndShoot('evaluator-paused', evaluatorAt('c6'), landscape)
  await studio.openAndShoot('counter-narrow-paused', counterAt('c6'), narrow, signedIn('c6'))
  await studio.openAndShoot('start', '/', landscape)
}

/** A018 is called to window 3. */
async function theCall(): Promise<void> {
  const display = await studio.open('/display/', wall)
  const dark = await studio.open('/display/?theme=dark', wall)
  await scene.callA018()
  await display.waitForTimeout(1_500)
  await studio.shoot(display, 'display-calling')
  await studio.openAndShoot('phone-called', ticketPage('A018'), phone)
  await studio.openAndShoot('phone-preferred', ticketPage('A020'), phone)
  const waiting = await studio.open(ticketPage('A024'), phone)
  await studio.shoot(waiting, 'phone-waiting')
  await press(waiting, 'English')
  await studio.shoot(waiting, 'phone-waiting-en')
  await waiting.context().close()
  await display.waitForTimeout(14_000)
  await studio.shoot(display, 'display-normal')
  await studio.shoot(dark, 'display-normal-dark')
  await display.context().close()
  await dark.context().close()
}

/** A customer takes A025, and the next one A026 at the other panel. */
async function takingANumber(): Promise<void> {
  for (const [shape, size] of [
    ['portrait', portrait],
    ['landscape', landscape],
  ] as const) {
    const page = await studio.open('/kiosk/', size)
    await studio.shoot(page, `kiosk-${shape}-home`)
    await press(page, 'English')
    await studio.shoot(page, `kiosk-${shape}-home-en`)
    await press(page, '中文')
    await press(page, /居民用电/)
    await studio.shoot(page, `kiosk-${shape}-services`)
    await press(page, '返回')
    await press(page, /电费账单/)
    await press(page, /交电费/)
    await studio.shoot(page, `kiosk-${shape}-diversion`)
    await press(page, '去自助终端办理')
    await studio.shoot(page, `kiosk-${shape}-diversion-way`)
    await press(page, /仍然取号/)
    await studio.shoot(page, `kiosk-${shape}-ticket`)
    await page.context().close()
  }
}

/** The same customer at window 3: called, served, over the norm, sent on. */
async function theCounter(): Promise<void> {
  const counter = scene.counter('c3')
  const ticket = scene.ticket('A018')
  await scene.server.passSeconds(42)
  await studio.openAndShoot('counter-narrow-called', counterAt('c3'), narrow, signedIn('c3'))
  await counter.act('start', ticket)
  await studio.openAndShoot('phone-serving', ticketPage('A018'), phone)
  await scene.server.passSeconds(4 * 60 + 32)
  await studio.openAndShoot('counter-narrow-serving', counterAt('c3'), narrow, signedIn('c3'))
  await studio.openAndShoot('counter-wide-serving', counterAt('c3'), landscape, signedIn('c3'))
  const page = await studio.open(counterAt('c3'), narrow, signedIn('c3'))
  await press(page, /转窗口/)
  await studio.shoot(page, 'counter-narrow-transfer')
  await page.context().close()
  await scene.server.passSeconds(6 * 60 + 15)
  await studio.openAndShoot('counter-narrow-overtime', counterAt('c3'), narrow, signedIn('c3'))
  await fewerCounters()
}

/** Window 2 pauses for a while: who waits for it is told that it takes longer. */
async function fewerCounters(): Promise<void> {
  const counter = scene.counter('c2')
  await counter.act('complete', scene.ticket('A017'))
  await counter.pause('system')
  await studio.openAndShoot('phone-later', ticketPage('A024'), phone)
  await counter.at('resume')
  await counter.serveNext()
}

/** The service ends; the evaluator asks by itself. */
async function theRating(): Promise<void> {
  const page = await studio.open(evaluatorAt('c3'), landscape)
  await scene.counter('c3').act('complete', scene.ticket('A018'))
  await page.waitForTimeout(1_600)
  await studio.openAndShoot('counter-narrow-rating', counterAt('c3'), narrow, signedIn('c3'))
  await press(page, '服务态度：非常满意', 'radio')
  await studio.shoot(page, 'evaluator-rating')
  await press(page, 'English')
  await studio.shoot(page, 'evaluator-rating-en')
  await press(page, '中文')
  await press(page, '服务态度：不满意', 'radio')
  await press(page, '工作效率：不满意', 'radio')
  await press(page, '提交评价')
  await press(page, '没有解释清楚', 'checkbox')
  await press(page, '等得太久', 'checkbox')
  await studio.shoot(page, 'evaluator-reasons')
  await press(page, '提交评价')
  await studio.shoot(page, 'evaluator-thanks')
  await page.context().close()
}

/** A number with a further service: the button says that it goes on. */
async function goingOn(): Promise<void> {
  const counter = scene.counter('c3')
  const ticket = scene.ticket('A021')
  await counter.act('call', ticket, { reason: 'other' })
  await counter.act('start', ticket)
  await studio.openAndShoot('counter-narrow-further', counterAt('c3'), narrow, signedIn('c3'))
  await counter.act('complete', ticket)
}

/** A number that was called and did not come. */
async function missed(): Promise<void> {
  await scene.server.operator.set('noShowAfterS', 0)
  await scene.server.operator.set('callsBeforeNoShow', 1)
  const counter = scene.counter('c3')
  const ticket = scene.ticket('F010')
  await counter.act('call', ticket, { reason: 'other' })
  await counter.act('recall', ticket)
  await counter.act('no-show', ticket)
  await studio.openAndShoot('phone-missed', ticketPage('F010'), phone)
  await counter.serveNext()
}

/** The server goes away under open screens. */
async function lineLost(): Promise<void> {
  const open = await Promise.all([
    studio.open('/display/', wall),
    studio.open('/kiosk/', portrait),
    studio.open(counterAt('c3'), narrow, signedIn('c3')),
  ])
  const [display, kiosk, counter] = open
  await press(kiosk, /居民用电/)
  await kiosk.waitForTimeout(40_500)
  await studio.shoot(kiosk, 'kiosk-portrait-timeout')
  await scene.server.app.close()
  await display.waitForTimeout(12_000)
  await studio.shoot(display, 'display-reconnecting')
  await studio.shoot(counter, 'counter-narrow-offline')
  await kiosk.waitForTimeout(20_000)
  await kiosk.getByText(/[2-9] 秒后再试/).waitFor()
  await studio.shoot(kiosk, 'kiosk-portrait-offline')
  await studio.shoot(display, 'display-hidden')
  for (const page of open) await page.context().close()
}

/** 18:42 in a hall that works from 08:30 to 17:30. */
async function closedHall(): Promise<void> {
  const server = await TestServer.start({ startAt: clock(18, 42) })
  const hours = sampleHall.hall.hours.map(() => [{ from: 8.5 * 60, until: 17.5 * 60 }])
  const body = { ...sampleHall.hall, hours }
  const params = { kind: 'hall', id: sampleHall.hall.id } as const
  await server.operator.ask('PUT /api/v1/setup/:kind/:id', { params, body })
  studio.url = server.url
  const pages: [name: string, page: Page][] = [
    ['kiosk-portrait-closed', await studio.open('/kiosk/', portrait)],
    ['kiosk-landscape-closed', await studio.open('/kiosk/', landscape)],
    ['display-closed', await studio.open('/display/', wall)],
  ]
  for (const [name, page] of pages) {
    await studio.shoot(page, name)
    await page.context().close()
  }
  await server.stop()
}

/** Screens that no hall has taken in yet, and one that is and is revoked again. */
async function newScreens(): Promise<void> {
  const server = await TestServer.start({ startAt: clock(10, 21) })
  studio.url = server.url
  await studio.openAndShoot('pairing-kiosk-landscape', '/kiosk/?pair=1', landscape)
  await studio.openAndShoot('pairing-display', '/display/?pair=1', wall)
  const evaluator = await studio.open('/evaluator/?pair=1', landscape)
  await press(evaluator, 'English')
  await studio.shoot(evaluator, 'pairing-evaluator-en')
  await evaluator.context().close()
  const page = await studio.open('/counter/?pair=1', narrow)
  await studio.shoot(page, 'pairing-counter-narrow')
  const console = await consoleOf(server, 'manager')
  const kiosk = await studio.open('/kiosk/?pair=1', portrait)
  await studio.shoot(kiosk, 'pairing-kiosk-portrait')
  const screen = new PairingScreen('kiosk', kiosk)
  await screen.approve(console, { name: '取号机 1', place: '大厅入口左侧' })
  await screen.says('登记好了')
  await studio.shoot(kiosk, 'pairing-kiosk-approved')
  await screen.says('请问要办')
  const params = { deviceId: (await screen.inside()).holder ?? '' }
  const body = { reason: '换新' }
  await console.ask('POST /api/v1/devices/:deviceId/revoke', { params, body })
  await screen.says('已撤销')
  await studio.shoot(kiosk, 'pairing-kiosk-revoked')
  for (const one of [page, kiosk]) await one.context().close()
  await server.stop()
}
