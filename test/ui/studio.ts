import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { launchBrowser } from '../support/browser.ts'
import { drawn } from '../support/pages.ts'

const folder = join(import.meta.dirname, '../../docs/screens')

/** A second press within half a second is taken for the first one. */
const betweenPressesMs = 600

type Size = { width: number; height: number }

/** The counter whose clerk is signed in at a page, with the session of that sign-in. */
export type SignIn = { counterId: string; session: string | null }

/** Opens pages of a server as screens of their real size, and writes pictures of them. */
export class Studio {
  url: string
  readonly #browser: Browser

  private constructor(url: string, browser: Browser) {
    this.url = url
    this.#browser = browser
  }

  static async at(url: string): Promise<Studio> {
    mkdirSync(folder, { recursive: true })
    // A hall's browser speaks Chinese: its fields for dates are written as dates are there.
    process.env['LANG'] = 'zh_CN.UTF-8'
    return new Studio(url, await launchBrowser())
  }

  /** `at`: what the machine's own clock shows, where the page tells the server of it. */
  async open(path: string, size: Size, signIn?: SignIn, at?: number): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: size,
      timezoneId: 'Asia/Shanghai',
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    if (signIn?.session)
      await context.addInitScript(
        ([item, value]) => sessionStorage.setItem(item ?? '', value ?? ''),
        [`hall-session:${signIn.counterId}`, signIn.session],
      )
    const page = await context.newPage()
    if (at !== undefined) await page.clock.install({ time: at })
    await page.goto(this.url + path)
    await page.waitForTimeout(700)
    return page
  }

  async shoot(page: Page, name: string): Promise<void> {
    // No mouse stands in a hall, so none colours a button.
    await page.mouse.move(0, 0)
    await drawn(page)
    await page.waitForTimeout(200)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    console.log(name)
  }

  async openAndShoot(name: string, path: string, size: Size, signIn?: SignIn): Promise<void> {
    const page = await this.open(path, size, signIn)
    await this.shoot(page, name)
    await page.context().close()
  }

  close(): Promise<void> {
    return this.#browser.close()
  }
}

export async function press(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'radio' | 'checkbox' = 'button',
): Promise<void> {
  await page.waitForTimeout(betweenPressesMs)
  await page.getByRole(role, { name }).first().click()
  await page.waitForTimeout(betweenPressesMs)
}
