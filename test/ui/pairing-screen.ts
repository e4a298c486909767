import type { Browser, BrowserContext, Page } from 'playwright'
import type { DeviceKind } from '#domain/people/principal.ts'
import type { ConsoleClient } from '../support/console.ts'

/** Every kind of screen that is paired: its address and the size it is drawn for. */
export const screens: Record<
  DeviceKind,
  { path: string; app: string; size: { width: number; height: number } }
> = {
  kiosk: { path: '/kiosk/', app: 'kiosk-app', size: { width: 1080, height: 1920 } },
  terminal: { path: '/counter/', app: 'counter-app', size: { width: 420, height: 760 } },
  display: { path: '/display/', app: 'display-app', size: { width: 1920, height: 1080 } },
  evaluator: { path: '/evaluator/', app: 'evaluator-app', size: { width: 1280, height: 800 } },
}

/** What a device keeps to itself; read here only to show that nothing of it helps a thief. */
type Inside = { device: { token: string | null; holder: string | null; state: string } }

/** A screen in a browser of its own, opened to be paired. */
export class PairingScreen {
  readonly kind: DeviceKind
  readonly page: Page

  constructor(kind: DeviceKind, page: Page) {
    this.kind = kind
    this.page = page
  }

  static async open(browser: Browser, url: string, kind: DeviceKind): Promise<PairingScreen> {
    const context = await browser.newContext({
      viewport: screens[kind].size,
      reducedMotion: 'reduce',
    })
    return PairingScreen.in(context, url, kind)
  }

  static async in(context: BrowserContext, url: string, kind: DeviceKind): Promise<PairingScreen> {
    const page = await context.newPage()
    await page.goto(`${url}${screens[kind].path}?pair=1`)
    return new PairingScreen(kind, page)
  }

  /** The code as somebody reads it off the screen. */
  async code(): Promise<string> {
    const code = this.page.getByRole('img', { name: /^(?:登记码|Code)/ })
    return (await code.innerText()).replace(/\s/g, '')
  }

  /** The four words, as they stand large. */
  async words(): Promise<string[]> {
    return this.page.locator('pairing-code b').allInnerTexts()
  }

  /** Somebody types the code at the console and takes it in. */
  async approve(
    console: ConsoleClient,
    where: { name: string; place: string; counterId?: string },
  ) {
    const body = { userCode: await this.code(), ...where }
    return console.ask('POST /api/v1/pairings/approve', { body })
  }

  says(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor()
  }

  inside(): Promise<Inside['device']> {
    return this.page.locator(screens[this.kind].app).evaluate((app) => {
      const { token, holder, state } = (app as unknown as Inside).device
      return { token, holder, state }
    })
  }

  close(): Promise<void> {
    return this.page.context().close()
  }
}
