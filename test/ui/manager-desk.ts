import type { Page, Route } from 'playwright'
import { refusals } from '#contract/refusals.ts'
import type { Problem } from '#contract/refusals.ts'
import type { RouteKey } from '#contract/routes.ts'
import type { ConsoleView } from '#contract/live.ts'
import { expect } from 'vitest'
import { cutTexts, scrollsSideways, smallTargets, smallTexts } from '../support/measure.ts'
import { drawn, faultsOf, feed, look, violations, type Pages } from '../support/pages.ts'
import { answersFor } from './frames/manager-answers.ts'
import {
  consoleFrame,
  consoleView,
  managerNow,
  meAs,
  type Told,
  type Who,
} from './frames/manager.ts'

export const desk = { width: 1440, height: 900 } as const
/** The same desk at 200 %. */
export const zoomed = { width: 720, height: 450 } as const

const step = 250

/** What a door answers: what it tells or how it refuses; as text a page, or that nobody answers. */
type Reply = object | string
type Refusal = { refused: Problem['code']; details?: Problem['details'] }
export type Answers = { [K in RouteKey]?: Told<K> | Refusal | 'gone' | 'silent' }

/** A request at a door, as it came. */
export type Asked = { door: string; path: string; query: string; body: unknown; key: string }

type Options = {
  who?: Who | null
  size?: { width: number; height: number }
  view?: ConsoleView | null
  answers?: Answers
}

/** Somebody at the console, at 10:21 of a morning whose clock the test holds, with no hall behind it. */
export class ManagerDesk {
  readonly page: Page
  readonly asked: Asked[] = []
  answers: Record<string, Reply>
  #seq = 1

  private constructor(page: Page, answers: Record<string, Reply>) {
    this.page = page
    this.answers = answers
  }

  /** Opens the console at a part of it; `who` null: nobody is signed in. */
  static async at(
    pages: Pages,
    hash: string,
    { who = 'manager', size = desk, view = consoleView(), answers = {} }: Options = {},
  ): Promise<ManagerDesk> {
    const page = await pages.open('/book/', { ...size, at: managerNow })
    page.setDefaultTimeout(8_000)
    const me = who === null ? { refused: 'credential-missing' } : meAs(who)
    const all = { ...answersFor(who), 'GET /api/v1/console/me': me, ...answers }
    const opened = new ManagerDesk(page, all)
    await page.route(/\/api\/v1\//, (route) => opened.#reply(route))
    await page.goto(`${pages.url}/manager/${hash}`)
    // A slow machine may lose the first answer, and the clock has to go on for the next.
    const asking = page.getByText('正在连接系统')
    for (let steps = 0; steps < 60 && (steps < 1 || (await asking.count()) > 0); steps++)
      await opened.waits(200)
    if (who !== null && view) await opened.sees({ ...view, roles: meAs(who).roles })
    return opened
  }

  leave(): Promise<void> {
    return this.page.context().close()
  }

  async sees(view: ConsoleView): Promise<void> {
    await feed(this.page, 'manager-app', consoleFrame(view, this.#seq++))
    await this.waits(50)
  }

  /** In small steps, so that what is asked meanwhile is also answered meanwhile. */
  async waits(ms = 100): Promise<void> {
    for (let left = ms; left > 0; left -= step) await this.page.clock.runFor(Math.min(step, left))
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name })
  }

  field(name: string | RegExp) {
    return this.page.getByLabel(name, { exact: typeof name === 'string' })
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click()
    await this.waits()
  }

  /** A text that is seen. */
  async says(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: 5_000 })
  }

  async speaksEnglish(): Promise<void> {
    await this.button('English').filter({ visible: true }).first().click()
    await this.waits()
  }

  /** Large enough, whole, nothing to scroll sideways, and right to the browser and to axe. */
  async isSound(name: string): Promise<void> {
    const { page } = this
    await drawn(page)
    await look(page, `manager/${name}`)
    expect(await smallTexts(page, 12)).toEqual([])
    expect(await smallTargets(page, 28)).toEqual([])
    expect(await cutTexts(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    expect(faultsOf(page)).toEqual([])
    expect(await violations(page)).toEqual([])
  }

  askedOf(door: string): Asked[] {
    return this.asked.filter((one) => one.door === door)
  }

  async #reply(route: Route): Promise<void> {
    const request = route.request()
    const { pathname, search } = new URL(request.url())
    const door = doorOf(Object.keys(this.answers), `${request.method()} ${pathname}`)
    this.asked.push({
      ...{ door, path: pathname, query: search },
      body: request.postDataJSON() as unknown,
      key: request.headers()['idempotency-key'] ?? '',
    })
    const reply = this.answers[door] ?? { refused: 'not-found' }
    if (reply === 'silent') return
    if (reply === 'gone') return route.abort()
    if (typeof reply === 'string') return route.fulfill({ contentType: 'text/csv', body: reply })
    if ('refused' in reply) return refuse(route, reply as Refusal)
    await route.fulfill({ json: { epoch: 'e1', seq: 2, ...reply } })
  }
}

async function refuse(route: Route, { refused, details = {} }: Refusal): Promise<void> {
  const { status, zh, en } = refusals[refused]
  const titles = { zh, en }
  await route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      code: refused,
      status,
      title: zh,
      titles,
      details,
      type: 'about:blank',
    }),
  })
}

/** The door whose pattern an address fits; a word of its own goes before a parameter. */
function doorOf(doors: string[], address: string): string {
  const fits = (door: string) =>
    new RegExp(`^${door.replace('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(address)
  return doors.includes(address) ? address : (doors.find(fits) ?? address)
}
