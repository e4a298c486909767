// A small server that tests script, a page built from the kit alone, and a browser to open it in.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Server } from 'socket.io'
import type { Page } from 'playwright'
import { build } from 'vite'
import type { ScreenToServer, ServerToScreen } from '#contract/live.ts'
import { launchBrowser } from '../../support/browser.ts'
import type { Kit } from './page.ts'

export interface Knocked {
  door: string
  headers: IncomingHttpHeaders
  body: string
}

export type Sockets = Server<ScreenToServer, ServerToScreen>

export interface Harness {
  url: string
  sockets: Sockets
  /** Every request to the API but those by which a screen comes to a credential, in order. */
  knocked: Knocked[]
  /** Whether it lends credentials, as the sample hall does. */
  lends: boolean
  /** The doors of pairing and proving, by the last part of their address; without one: no line. */
  doors: Record<string, (body: Record<string, string>) => { status: number; body: object }>
  /** How the next requests are answered; null cuts the line. */
  answer: (knocked: Knocked) => { status: number; body: object } | null
  open(): Promise<Page>
  close(): Promise<void>
}

declare global {
  interface Window {
    kit: Kit
  }
}

export async function startHarness(): Promise<Harness> {
  const [script, browser] = await Promise.all([bundle(), launchBrowser()])
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const door = `${request.method} ${request.url}`
      serve(harness, script, { door, headers: request.headers, body }, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sockets: Sockets = new Server(server, { serveClient: false, transports: ['websocket'] })
  const harness: Harness = {
    url: `http://127.0.0.1:${port}`,
    sockets,
    knocked: [],
    lends: true,
    doors: {},
    answer: () => ({ status: 200, body: {} }),
    async open() {
      const page = await (await browser.newContext()).newPage()
      await page.goto(harness.url)
      return page
    },
    async close() {
      await browser.close()
      await sockets.close()
    },
  }
  return harness
}

function serve(harness: Harness, script: string, knocked: Knocked, response: ServerResponse): void {
  const { door } = knocked
  if (door === 'GET /') return send(response, 200, 'text/html', pageText)
  if (door === 'GET /kit.js') return send(response, 200, 'text/javascript', script)
  if (!door.includes('/api/')) return send(response, 404, 'text/plain', '')
  const answer = answerTo(harness, knocked)
  if (!answer) return void response.destroy()
  const type = answer.status < 400 ? 'application/json' : 'application/problem+json'
  send(response, answer.status, type, JSON.stringify(answer.body))
}

function answerTo(harness: Harness, knocked: Knocked): { status: number; body: object } | null {
  const { door, body } = knocked
  if (door.endsWith('/sample/credentials'))
    return harness.lends
      ? { status: 200, body: { token: 'lent' } }
      : { status: 404, body: { code: 'not-found', status: 404 } }
  const own = /^POST \/api\/v1\/(?:pairings|device)(?:\/(\w+))?$/.exec(door)
  if (own) return harness.doors[own[1] ?? 'ask']?.(JSON.parse(body) as never) ?? null
  if (door === 'GET /api/v1/halls') return { status: 200, body: { halls: [] } }
  harness.knocked.push(knocked)
  return harness.answer(knocked)
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'Content-Type': type }).end(body)
}

const pageText = `<!doctype html><html lang="zh-CN"><title>kit</title>
<script type="module" src="/kit.js"></script><kit-app></kit-app></html>`

async function bundle(): Promise<string> {
  const input = fileURLToPath(new URL('./page.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, minify: false, rolldownOptions: { input } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('vite built nothing')
  return output.output[0].code
}
