import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { launchBrowser } from '../support/browser.ts'
import { drawn } from '../support/pages.ts'
import { Scene } from './scene.ts'

/**
 * `npm run shots`: every screen at its real size, from the real server in the one story of the
 * pictures with a clock in hand, into `docs/screens`.
 */
const folder = join(import.meta.dirname, '../../docs/screens')

const portrait = { width: 1080, height: 1920 }
const landscape = { width: 1280, height: 800 }
const narrow = { width: 420, height: 760 }
const wall = { width: 1920, height: 1080 }
const phone = { width: 390, height: 844 }

type Size = { width: number; height: number }

class Studio {
  readonly scene: Scene
  readonly #browser: Browser

  constructor(scene: Scene, browser: Browser) {
    this.scene = scene
    this.#browser = browser
  }

  /** Opens a page; `counterId`: with the sign-in of that counter's clerk. */
  async open(path: string, size: Size, counterId?: string): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: size,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    const session = counterId === undefined ? null : this.scene.counter(counterId).session
    if (session !== null)
      await context.addInitScript(
        ([item, value]) => sessionStorage.setItem(item ?? '', value ?? ''),
        [`hall-session:${counterId}`, session],
      )
    const page = await context.newPage()
    await page.goto(this.scene.server.url + path)
    await page.waitForTimeout(700)
    return page
  }

  async shoot(page: Page, name: string): Promise<void> {
    await drawn(page)
    await page.waitForTimeout(150)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    console.log(name)
  }

  async openAndShoot(name: string, path: string, size: Size, counterId?: string): Promise<void> {
    const page = await this.open(path, size, counterId)
    await this.shoot(page, name)
    await page.context().close()
  }
}

mkdirSync(folder, { recursive: true })
const scene = await Scene.at1021()
const browser = await launchBrowser()
const studio = new Studio(scene, browser)
try {
  await beforeTheCall()
  await theCall()
  await takingANumber()
  await theCounter()
  await theRating()
  await closedAndGone()
} finally {
  await browser.close()
  await scene.server.stop()
}

/** 10:21, window 3 is free: what the clerk and the evaluator show before anybody is called. */
async function beforeTheCall(): Promise<void> {
  await studio.openAndShoot('counter-narrow-sign-in', '/counter/?counter=c3', narrow)
  await studio.openAndShoot('counter-narrow-idle', '/counter/?counter=c3', narrow, 'c3')
  await studio.openAndShoot('counter-wide-idle', '/counter/?counter=c3', landscape, 'c3')
  await studio.openAndShoot('evaluator-idle', '/evaluator/?counter=c3', landscape)
  await studio.openAndShoot('evaluator-paused', '/evaluator/?counter=c6', landscape)
  await studio.openAndShoot('counter-narrow-paused', '/counter/?counter=c6', narrow, 'c6')
  await studio.openAndShoot('start', '/', landscape)
}

/** A018 is called to window 3. */
async function theCall(): Promise<void> {
  const display = await studio.open('/display/', wall)
  await scene.callA018()
  await display.waitForTimeout(1_500)
  await studio.shoot(display, 'display-calling')
  await studio.openAndShoot('phone-called', `/t#${scene.ticket('A018').token}`, phone)
  await studio.openAndShoot('phone-waiting', `/t#${scene.ticket('A024').token}`, phone)
  const english = await studio.open(`/t#${scene.ticket('A024').token}`, phone)
  await english.getByRole('button', { name: 'English' }).click()
  await studio.shoot(english, 'phone-waiting-en')
  await english.context().close()
  await display.waitForTimeout(14_000)
  await studio.shoot(display, 'display-normal')
  await studio.openAndShoot('display-normal-dark', '/display/?theme=dark', wall)
  await display.context().close()
}

/** A customer takes A025. */
async function takingANumber(): Promise<void> {
  for (const [shape, size] of [
    ['portrait', portrait],
    ['landscape', landscape],
  ] as const) {
    const page = await studio.open('/kiosk/', size)
    await studio.shoot(page, `kiosk-${shape}-home`)
    await page.getByRole('button', { name: 'English' }).click()
    await studio.shoot(page, `kiosk-${shape}-home-en`)
    await page.getByRole('button', { name: '中文' }).click()
    await page
      .getByRole('button', { name: /电费账单/ })
      .first()
      .click()
    await page.waitForTimeout(400)
    await studio.shoot(page, `kiosk-${shape}-services`)
    await page
      .getByRole('button', { name: /交电费/ })
      .first()
      .click()
    await page.waitForTimeout(900)
    await studio.shoot(page, `kiosk-${shape}-ticket`)
    await page.context().close()
  }
}

/** The same customer at window 3: called, served, over the norm, sent on. */
async function theCounter(): Promise<void> {
  const counter = scene.counter('c3')
  const ticket = scene.ticket('A018')
  await scene.server.passSeconds(42)
  await studio.openAndShoot('counter-narrow-called', '/counter/?counter=c3', narrow, 'c3')
  await counter.act('start', ticket)
  await scene.server.passSeconds(4 * 60 + 32)
  await studio.openAndShoot('counter-narrow-serving', '/counter/?counter=c3', narrow, 'c3')
  await studio.openAndShoot('counter-wide-serving', '/counter/?counter=c3', landscape, 'c3')
  const page = await studio.open('/counter/?counter=c3', narrow, 'c3')
  await page.getByRole('button', { name: /转窗口/ }).click()
  await page.waitForTimeout(400)
  await studio.shoot(page, 'counter-narrow-transfer')
  await page.context().close()
  await scene.server.passSeconds(6 * 60 + 15)
  await studio.openAndShoot('counter-narrow-overtime', '/counter/?counter=c3', narrow, 'c3')
}

/** The service ends; the evaluator asks by itself. */
async function theRating(): Promise<void> {
  const page = await studio.open('/evaluator/?counter=c3', landscape)
  await scene.counter('c3').act('complete', scene.ticket('A018'))
  await page.waitForTimeout(1_600)
  await studio.openAndShoot('counter-narrow-rating', '/counter/?counter=c3', narrow, 'c3')
  await page.getByRole('radio', { name: '服务态度：非常满意' }).click()
  await studio.shoot(page, 'evaluator-rating')
  await page.getByRole('button', { name: 'English' }).click()
  await studio.shoot(page, 'evaluator-rating-en')
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('radio', { name: '工作效率：不满意' }).click()
  await page.getByRole('button', { name: /提交|下一步/ }).click()
  await page.waitForTimeout(400)
  await studio.shoot(page, 'evaluator-reasons')
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.waitForTimeout(900)
  await studio.shoot(page, 'evaluator-thanks')
  await page.context().close()
}

/** A missed number; the hall closes; the server goes away under open screens. */
async function closedAndGone(): Promise<void> {
  await scene.server.operator.set('noShowAfterS', 0)
  await scene.server.operator.set('callsBeforeNoShow', 1)
  const missed = scene.ticket('F010')
  await scene.counter('c3').act('call', missed, { reason: 'other' })
  await scene.counter('c3').act('no-show', missed)
  await studio.openAndShoot('phone-missed', `/t#${missed.token}`, phone)
  await scene.counter('c3').serveNext()
  const open = await Promise.all([
    studio.open('/display/', wall),
    studio.open('/kiosk/', portrait),
    studio.open('/counter/?counter=c3', narrow, 'c3'),
  ])
  const [display, kiosk, counter] = open
  await kiosk
    .getByRole('button', { name: /电费账单/ })
    .first()
    .click()
  await kiosk.waitForTimeout(41_000)
  await studio.shoot(kiosk, 'kiosk-portrait-timeout')
  await scene.server.app.close()
  await display.waitForTimeout(12_000)
  await studio.shoot(display, 'display-reconnecting')
  await studio.shoot(counter, 'counter-narrow-offline')
  await kiosk.waitForTimeout(20_000)
  await studio.shoot(kiosk, 'kiosk-portrait-offline')
  await studio.shoot(display, 'display-hidden')
  for (const page of open) await page.context().close()
}
