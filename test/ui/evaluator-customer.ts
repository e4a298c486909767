// A customer at the evaluator of window 3, and the server's doors for ratings, as a test sets them.
import type { Page } from 'playwright'
import type { EvaluatorPromptView, EvaluatorView } from '#contract/live.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import { drawn, feed, type Pages } from '../support/pages.ts'
import { frame, morning, prompt } from './frames/evaluator.ts'

/** What was sent to a door: the last part of its address and the body. */
export interface Sent {
  act: string
  body: Record<string, unknown>
}

type Line = 'up' | 'down' | RefusalCode

export interface Customer {
  page: Page
  sent: Sent[]
  /** How the server answers from now on; `down`: not at all. */
  line(state: Line): void
  /** What the server shows from now on. */
  show(data: Partial<EvaluatorView>): Promise<void>
  /** The server gives no sign of life any more. */
  lose(): void
  /** A service has ended: the page asks, and a moment later touches count. */
  asked(more?: Partial<EvaluatorPromptView>): Promise<void>
  choose(...names: string[]): Promise<void>
  press(name: string | RegExp): Promise<void>
  /** Lets the page's clock run in steps, with room for answers and signs of life between. */
  wait(ms: number): Promise<void>
  heading: () => Promise<string>
}

/** Answers come on the browser's own time, whatever the page's clock says. */
export const inTime = { timeout: 5_000 }

const size = { width: 1280, height: 800 }
const beatMs = 5_000

export async function customerAt(pages: Pages): Promise<Customer> {
  const page = await pages.open('/evaluator/?counter=c3', { ...size, at: morning })
  const sent: Sent[] = []
  let state: Line = 'up'
  await page.route('**/api/v1/evaluations/**', async (route) => {
    if (state === 'down') return route.abort()
    const act = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    sent.push({ act, body: route.request().postDataJSON() as Record<string, unknown> })
    if (state === 'up') {
      // An answered question is in no view any more.
      shown = {}
      return route.fulfill({ status: 201, json: { state: 'rated', seq: 1 } })
    }
    const contentType = 'application/problem+json'
    return route.fulfill({ status: 409, contentType, body: JSON.stringify({ code: state }) })
  })
  let shown: Partial<EvaluatorView> = {}
  let elapsedMs = 0
  let beatAt = 0
  let isLost = false
  const show = async (data: Partial<EvaluatorView>) => {
    shown = data
    beatAt = elapsedMs
    await feed(page, 'evaluator-app', { ...frame(data), serverTime: morning + elapsedMs })
  }
  await show({})
  const wait = async (ms: number) => {
    const stepMs = ms > beatMs ? 1000 : 200
    for (let left = ms; left > 0; left -= stepMs) {
      await page.clock.runFor(stepMs)
      elapsedMs += stepMs
      if (elapsedMs - beatAt >= beatMs && !isLost) await show(shown)
      // An answer comes on the browser's own time, which runs on.
      await page.evaluate(() => new Promise((done) => queueMicrotask(() => done(null))))
    }
    await drawn(page)
  }
  return {
    page,
    sent,
    wait,
    show,
    line: (next) => (state = next),
    lose: () => (isLost = true),
    async asked(more = {}) {
      await show({ prompt: { ...prompt, ...more } })
      await wait(1200)
    },
    async choose(...names) {
      for (const name of names) {
        await page.getByRole('radio', { name, exact: true }).check({ force: true })
        await wait(600)
      }
    },
    async press(name) {
      // A page that has just come takes no tap yet.
      await wait(600)
      await page.getByRole('button', { name }).click()
      await wait(600)
    },
    heading: async () => (await page.locator('h1').textContent()) ?? '',
  }
}
