import type { Page, Route } from 'playwright'
import type { CounterView } from '#contract/live.ts'
import type { Problem } from '#contract/refusals.ts'
import { feed, type Pages } from '../support/pages.ts'
import { counterFrame, counterNow, type CounterScene } from './frames/counter.ts'

export const desks = {
  narrow: { width: 420, height: 760 },
  wide: { width: 1280, height: 800 },
} as const
export type DeskSize = keyof typeof desks

/** A request at a door: `POST /counters/c3/call-next`, and what was said there. */
export type Knocked = { door: string; body: unknown; key: string }

/** A clerk at counter 3, at 10:26 of a morning whose clock the test holds, and no hall behind it. */
export class CounterClerk {
  readonly page: Page
  readonly knocked: Knocked[] = []
  /** What the next doors answer; `gone`: nobody answers. */
  answer: 'done' | 'gone' | Problem = 'done'
  #seq = 1

  private constructor(page: Page) {
    this.page = page
  }

  static async at(
    pages: Pages,
    scene: CounterScene | CounterView,
    desk: DeskSize = 'narrow',
  ): Promise<CounterClerk> {
    const page = await pages.open('/counter/?counter=c3', { ...desks[desk], at: counterNow })
    const clerk = new CounterClerk(page)
    await page.route(/\/api\/v1\/(counters|tickets)\//, (route) => clerk.#reply(route))
    await clerk.sees(scene)
    return clerk
  }

  leave(): Promise<void> {
    return this.page.context().close()
  }

  /** The screen is sent a view, as of the moment its clock shows. */
  async sees(scene: CounterScene | CounterView): Promise<void> {
    const serverTime = await this.page.evaluate(() => Date.now())
    await feed(this.page, 'counter-app', { ...counterFrame(scene, this.#seq++), serverTime })
    await this.waits(30)
  }

  /** Time passes, by default past the half second in which a second press is the first one. */
  waits(ms = 600): Promise<void> {
    return this.page.clock.runFor(ms)
  }

  /** Presses keys one after the other, not faster than a hand. */
  async types(...keys: string[]): Promise<void> {
    for (const key of keys) {
      // What an input method writes comes without a key of its own.
      if (/^\p{Script=Han}+$/u.test(key)) await this.page.keyboard.insertText(key)
      else await this.page.keyboard.press(key)
      await this.waits()
    }
  }

  /** All else of the page is in the other language now. */
  async speaksEnglish(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'English' })
    if ((await button.count()) === 0) await this.page.keyboard.press('Escape')
    await button.click()
    if ((await this.page.getByText('Digit keys').count()) > 0)
      await this.page.keyboard.press('Escape')
    await this.waits(30)
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name })
  }

  reads(words: string | RegExp): Promise<boolean> {
    return this.page.getByText(words).filter({ visible: true }).first().isVisible()
  }

  /** What has the focus, through all shadow roots. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      return (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
    })
  }

  async #reply(route: Route): Promise<void> {
    const request = route.request()
    this.knocked.push({
      door: `${request.method()} ${new URL(request.url()).pathname.replace('/api/v1', '')}`,
      body: request.postDataJSON(),
      key: request.headers()['idempotency-key'] ?? '',
    })
    if (this.answer === 'gone') return route.abort()
    if (this.answer === 'done') return route.fulfill({ json: { epoch: 'e1', seq: 2 } })
    await route.fulfill({
      status: this.answer.status,
      contentType: 'application/problem+json',
      body: JSON.stringify(this.answer),
    })
  }
}
