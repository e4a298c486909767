import type { Page, Route } from 'playwright'
import { expect } from 'vitest'
import type { KioskView } from '#contract/live.ts'
import {
  cutTexts,
  scrollsSideways,
  smallTargets,
  smallTexts,
  topmostControl,
} from '../support/measure.ts'
import { faultsOf, feed, look, violations, type Pages } from '../support/pages.ts'
import * as hall from './frames/kiosk.ts'

export const panels = {
  portrait: { width: 1080, height: 1920, text: 24, target: 88 },
  landscape: { width: 1280, height: 800, text: 18, target: 72 },
} as const
export type Panel = keyof typeof panels

/** Somebody at the kiosk, on a morning whose clock the test holds. */
export class KioskCustomer {
  readonly page: Page
  #seq = 1

  private constructor(page: Page) {
    this.page = page
  }

  static async atKiosk(
    pages: Pages,
    view: KioskView,
    panel: Panel = 'portrait',
    at = hall.morning,
  ): Promise<KioskCustomer> {
    const customer = new KioskCustomer(await pages.open('/kiosk/', { ...panels[panel], at }))
    await customer.sees(view, at)
    await customer.settle()
    return customer
  }

  leave(): Promise<void> {
    return this.page.context().close()
  }

  /** The kiosk is sent a view. */
  sees(view: KioskView, at: number): Promise<void> {
    return feed(this.page, 'kiosk-app', hall.frame(view, this.#seq++, at))
  }

  /** Time passes while the line is alive. */
  async waits(seconds: number, view: KioskView = hall.open): Promise<void> {
    for (let left = seconds; left > 0; left -= 5) {
      await this.page.clock.runFor(Math.min(left, 5) * 1000)
      await this.sees(view, await this.page.evaluate(() => Date.now()))
    }
  }

  /** Past the half second in which a tap still belongs to the page before. */
  settle(): Promise<void> {
    return this.page.clock.runFor(600)
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name }).first().click()
  }

  reads(words: string | RegExp): Promise<boolean> {
    return this.page.getByText(words).filter({ visible: true }).first().isVisible()
  }

  async opensGroup(name: RegExp): Promise<void> {
    await this.press(name)
    await this.page.locator('kiosk-services').waitFor()
    await this.settle()
  }

  /** Chooses to pay a bill, for which the view offers a terminal. */
  async isOffered(group: RegExp = /电费账单/, service: RegExp = /交电费|交纳电费/): Promise<void> {
    await this.opensGroup(group)
    await this.press(service)
    await this.page.locator('kiosk-divert').waitFor()
    await this.settle()
  }

  async takesNumber(issued = hall.issued): Promise<void> {
    await this.isAnswered((route) => route.fulfill({ status: 201, json: issued }))
    await this.opensGroup(/电费账单/)
    await this.press(/交电费/)
    await this.page.locator('ticket-card').waitFor()
    await this.settle()
  }

  /** What the server answers to a take. */
  async isAnswered(answer: (route: Route) => Promise<void>): Promise<void> {
    await this.page.route('**/api/v1/tickets', answer)
  }

  /** No number of this service is left today. */
  async isRefused(): Promise<void> {
    await this.isAnswered((route) => route.fulfill(hall.refused))
  }

  /** Everything is large enough, whole, within reach, and right to the browser and to axe. */
  async expectSound(panel: Panel, name: string): Promise<void> {
    await look(this.page, `kiosk/${panel}-${name}`)
    const { text, target } = panels[panel]
    expect(await smallTexts(this.page, text)).toEqual([])
    expect(await smallTargets(this.page, target)).toEqual([])
    expect(await cutTexts(this.page)).toEqual([])
    expect(await scrollsSideways(this.page)).toBe(false)
    if (panel === 'portrait') expect(await topmostControl(this.page)).toBeGreaterThanOrEqual(640)
    expect(faultsOf(this.page)).toEqual([])
    expect(await violations(this.page)).toEqual([])
  }
}
