// Opens the built screens in a real browser and feeds them frames, as the server would.
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import type { ViewFrame, ViewName } from '#contract/live.ts'
import { launchBrowser } from './browser.ts'
import { serveScreens } from './static-server.ts'

/** What a page must never do: throw, meet the content policy, ask another machine. */
const faults = new WeakMap<Page, string[]>()

export interface OpenOptions {
  width: number
  height: number
  /** Stands the page's clock still at this instant; tests move it by `page.clock.runFor`. */
  at?: number
  reducedMotion?: boolean
}

export interface Pages {
  url: string
  open(path: string, options: OpenOptions): Promise<Page>
  close(): Promise<void>
}

/** One browser and one server for a file of tests; close it in `afterAll`. */
export async function openPages(): Promise<Pages> {
  const [server, browser] = await Promise.all([serveScreens(), launchBrowser()])
  return {
    url: server.url,
    async open(path, { width, height, at, reducedMotion = true }) {
      const context = await browser.newContext({
        viewport: { width, height },
        timezoneId: 'Asia/Shanghai',
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      })
      const page = await context.newPage()
      watch(page, server.url)
      if (at !== undefined) await page.clock.install({ time: at - 60_000 })
      await page.goto(server.url + path)
      if (at !== undefined) await page.clock.pauseAt(at)
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

/** Hands a frame to the live view of a page's app element, and waits until it is drawn. */
export async function feed<V extends ViewName>(
  page: Page,
  app: string,
  frame: ViewFrame<V>,
): Promise<void> {
  await page.locator(app).evaluate(async (element, given) => {
    const host = element as HTMLElement & {
      live: { accept(frame: unknown): void }
      updateComplete: Promise<boolean>
    }
    host.live.accept(given)
    await host.updateComplete
  }, frame)
  await drawn(page)
}

/** Waits until all texts stand there in their own fonts. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Reading a size makes the browser lay the page out, and only then it knows which fonts it lacks.
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })
}

/** Thrown errors, refusals of the content policy, requests to other machines. */
export function faultsOf(page: Page): string[] {
  return faults.get(page) ?? []
}

/** What axe finds wrong, one line for each; runs the page's clock if it stood still. */
export async function violations(page: Page): Promise<string[]> {
  await page.clock.resume()
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}

/** Writes a picture for eyes into `LOOKS_FOLDER`, if there is one. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOKS_FOLDER']
  if (!folder) return
  const path = join(folder, `${name}.png`)
  await mkdir(dirname(path), { recursive: true })
  await page.screenshot({ path })
}

function watch(page: Page, url: string): void {
  const found: string[] = []
  faults.set(page, found)
  page.on('pageerror', (error) => found.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML/.test(message.text())) found.push(message.text())
  })
  page.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(url) && !/^(?:data|blob|about):/.test(asked)) found.push(asked)
  })
}
