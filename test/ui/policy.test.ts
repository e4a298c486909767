// Shown to catch, once each, in the built start page: HTML made from a string, or a second policy of
// Trusted Types (it never showed anything), a style attribute, a line to another machine (named as
// breaches); and with the policy left off the answers all the probes at the end were let through.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright'
import { makeOwn, readAuthority } from '#server/tls/own.ts'
import { pages } from '#server/pages.ts'
import { buildTrustServer } from '#server/tls/trust.ts'
import { launchBrowser } from '../support/browser.ts'
import { drawn, look, violations } from '../support/pages.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer
let browser: Browser
/** A ticket's page, to be opened by its token. */
let token = ''

beforeAll(async () => {
  server = await TestServer.start()
  browser = await launchBrowser()
  const kiosk = await server.kiosk()
  const c3 = await (await server.counter('c3')).begin()
  for (let n = 0; n < 3; n++) await kiosk.take('bills-pay')
  await c3.serveOne()
  token = (await kiosk.take('bills-pay')).token
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

type Watched = { page: Page; broken: string[] }

/** Opens a page and keeps every breach of its policy, and every word of the browser about it. */
async function open(url: string): Promise<Watched> {
  const broken: string[] = []
  const context = await browser.newContext({ timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await page.exposeFunction('tellBreach', (breach: string) => broken.push(breach))
  await page.addInitScript(() => {
    const { tellBreach } = window as unknown as { tellBreach: (breach: string) => void }
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
      tellBreach(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`)
    })
  })
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => {
    const { text } = { text: message.text() }
    if (/Content Security Policy|Trusted|Permissions-Policy|Unrecognized/.test(text))
      broken.push(text)
  })
  await page.goto(url)
  return { page, broken }
}

const screens: [path: string, shows: RegExp][] = [
  ['/', /滨江/],
  ['/kiosk/', /取号|交费/],
  ['/counter/?counter=c3', /登录|工号/],
  ['/display/', /A0\d\d/],
  ['/evaluator/?counter=c3', /评价|满意/],
  ['/manager/', /登录|管理/],
  ['/t', /A004|排/],
]

describe('a screen', () => {
  test('W12 is looked at whatever its address', () => {
    const looked = screens.map(([path]) => path.replace(/\?.*/, ''))
    expect(looked.toSorted()).toEqual(Object.keys(pages).toSorted())
  })

  test.each(screens)(
    'W12 at %s lives within its policy, with its live view',
    async (path, shows) => {
      const { page, broken } = await open(server.url + path + (path === '/t' ? `#${token}` : ''))
      // The live view has come: its socket is within the policy too.
      await page.getByText(shows).first().waitFor({ timeout: 8_000 })
      for (const button of (await page.getByRole('button').all()).slice(0, 2))
        await button.click({ timeout: 1_000 }).catch(() => {})
      await page.waitForTimeout(400)
      expect(broken).toEqual([])
      await page.context().close()
    },
  )

  const probes: [what: string, directive: RegExp, run: string][] = [
    ['HTML from a string', /^require-trusted-types-for/, 'document.body.innerHTML = "<b>x</b>"'],
    [
      'a policy of another name',
      /^trusted-types/,
      'trustedTypes.createPolicy("own", { createHTML: (text) => text })',
    ],
    ['a script of another machine', /^require-trusted-types-for|^script-src/, addsScript()],
    ['a question to another machine', /^connect-src/, 'fetch("http://127.0.0.2:9/")'],
    ['a line to another machine', /^connect-src/, 'new WebSocket("ws://127.0.0.2:9/")'],
    ['a picture of another machine', /^img-src/, 'new Image().src = "http://127.0.0.2:9/x.png"'],
    ['a style from a string', /^style-src/, 'document.body.setAttribute("style", "color: red")'],
    ['a frame', /^default-src|^frame-src/, addsFrame()],
  ]
  test.each(probes)('W12 is kept from %s', async (_what, directive, run) => {
    const { page, broken } = await open(`${server.url}/`)
    await page.evaluate(
      `(() => { try { const made = ${run}; made?.catch?.(() => {}) } catch {} })()`,
    )
    await until(() => broken.some((breach) => directive.test(breach)), `a breach of ${directive}`)
    await page.context().close()
  })

  test('W12 is kept out of the frames of another page', async () => {
    const { page } = await open(`${server.url}/`)
    await page.route('**/outer', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${server.url}/kiosk/"></iframe>`,
      }),
    )
    await page.goto(`${server.url}/outer`)
    await page.waitForTimeout(500)
    const inner = page.frames().find((frame) => frame !== page.mainFrame())
    expect(await inner?.locator('kiosk-app').count()).toBe(0)
    await page.context().close()
  })
})

function addsScript(): string {
  return 'document.head.appendChild(Object.assign(document.createElement("script"), { src: "http://127.0.0.2:9/x.js" })) && null'
}

function addsFrame(): string {
  return 'document.body.appendChild(Object.assign(document.createElement("iframe"), { src: "http://127.0.0.2:9/" })) && null'
}

describe('the page of trust', () => {
  test('W15 is free of accessibility faults and lives within its policy', async () => {
    await makeOwn(server.dataDir, ['hall.lan'], Date.now())
    const trust = await buildTrustServer(server.dataDir)
    const { page, broken } = await open(`${await trust.listen({ port: 0 })}/trust`)
    await page.setViewportSize({ width: 390, height: 844 })
    await drawn(page)
    await look(page, 'trust/phone')
    expect(await page.innerText('body')).toContain(readAuthority(server.dataDir)?.sha256)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    expect(await violations(page)).toEqual([])
    expect(broken).toEqual([])
    await page.setViewportSize({ width: 1024, height: 1500 })
    await drawn(page)
    await look(page, 'trust/wide')
    await page.context().close()
    await trust.close()
  })
})
