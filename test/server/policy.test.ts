// Each guard was taken out once and its test seen to fail:
//   no look at Origin (`isFromOwnPage` always true)      → eleven foreign writes and sockets came in
//   Origin compared with the asked Host alone            → a name led here by somebody else came in
//   any origin of the loopback let in                    → a page of another port wrote
//   no look at Sec-Fetch-Site                            → a cross-site write without Origin came in
//   the exact name of JSON not asked for                 → six other names were read
//   the headers left off (`guardAnswers`)                → none on any answer
//   folders listed (`list: true`)                        → /assets/ told its files
//   `connectionsCheckingInterval` left at its 30 s       → half a request still open after 13 s
//   `maxConnections` not set                             → the eleventh line was answered
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/refusals.ts'
import { isFromOwnPage } from '#server/own-pages.ts'
import { requestLimits } from '#server/limits/limits.ts'
import type { Kiosk } from '../support/people.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer
let kiosk: Kiosk
let port = 0

beforeAll(async () => {
  server = await TestServer.start()
  kiosk = await server.kiosk()
  port = Number(new URL(server.url).port)
})
afterAll(() => server.stop())

type Headers = Record<string, string>
type Answer = { status: number; headers: Headers; text: string }

/** Sends a request with exactly these headers, also such as a browser would not let a page send. */
function send(method: string, path: string, headers: Headers, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, method, path, headers, agent: false })
    sending.on('error', reject)
    sending.on('response', (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers as Headers, text }),
      )
    })
    sending.end(body)
  })
}

const body = JSON.stringify({ serviceId: 'bills-pay' })

/** Takes a number with these headers beside those of an honest client. */
function take(headers: Headers, text = body): Promise<Answer> {
  return send(
    'POST',
    '/api/v1/tickets',
    {
      ...{ authorization: `Bearer ${kiosk.token}`, 'content-type': 'application/json' },
      ...{ 'idempotency-key': crypto.randomUUID(), host: `127.0.0.1:${port}` },
      ...headers,
    },
    text,
  )
}

const codeOf = ({ text }: Answer) => (JSON.parse(text) as Problem).code

describe('a write', () => {
  const foreign: [what: string, headers: () => Headers][] = [
    ['another site', () => ({ origin: 'https://example.org' })],
    ['no place at all', () => ({ origin: 'null' })],
    ['a page of another port', () => ({ origin: 'http://127.0.0.1:9' })],
    ['another name of this machine', () => ({ origin: `http://localhost:${port}` })],
    ['this address by another scheme', () => ({ origin: `https://127.0.0.1:${port}` })],
    ['this address with more', () => ({ origin: `http://127.0.0.1:${port}/x` })],
    ['a name like this one', () => ({ origin: `http://127.0.0.1:${port}.example.org` })],
    ['nothing readable', () => ({ origin: 'http://' })],
    [
      'a name that somebody led here',
      () => ({ origin: `http://rebound.example:${port}`, host: `rebound.example:${port}` }),
    ],
    ['another site, as the browser says', () => ({ 'sec-fetch-site': 'cross-site' })],
  ]
  test.each(foreign)('W9 that comes from %s is refused, and nothing is done', async (_what, of) => {
    const before = server.hall.seq
    const refused = await take(of())
    expect([refused.status, codeOf(refused)]).toEqual([403, 'origin-foreign'])
    expect(server.hall.seq).toBe(before)
  })

  test.each(foreign)('W9 and a socket that comes from %s is turned away', async (_what, of) => {
    const { token } = await server.display()
    const socket = io(server.url, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth: { token } },
      extraHeaders: of(),
    })
    const said = await new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'))
      socket.once('connect_error', () => resolve('turned away'))
    })
    socket.disconnect()
    expect(said).toBe('turned away')
  })

  const own: [what: string, headers: () => Headers][] = [
    ['a program, which names none', () => ({})],
    ['the page itself', () => ({ origin: server.url, 'sec-fetch-site': 'same-origin' })],
    [
      'the page by another name of this machine',
      () => ({ origin: `http://localhost:${port}`, host: `localhost:${port}` }),
    ],
    [
      'the page by an address of this machine',
      () => ({ origin: `http://192.168.1.5:${port}`, host: `192.168.1.5:${port}` }),
    ],
  ]
  test.each(own)('W9 that comes from %s is let in', async (_what, of) => {
    expect((await take(of())).status).toBe(201)
  })

  test('W9 is let in from the address that people call the server by', () => {
    const served = { publicUrl: 'https://hall.example', tls: null }
    const from = (origin: string) => isFromOwnPage({ origin, host: '10.0.0.5:3000' }, served)
    expect(from('https://hall.example')).toBe(true)
    expect(from('https://hall.example:444')).toBe(false)
    expect(from('https://www.hall.example')).toBe(false)
  })

  test.each([
    'application/json;',
    'application/json, text/html',
    'application/json+evil',
    'application/json charset=utf-8',
    'application/json; charset=utf-16',
    'application/json; boundary=x',
    'text/json',
    'multipart/form-data; boundary=x',
  ])('W10 whose body calls itself %j is not read', async (type) => {
    const refused = await take({ 'content-type': type })
    expect([refused.status, codeOf(refused)]).toEqual([415, 'bad-request'])
  })

  test.each(['application/json', 'Application/JSON', 'application/json; charset=utf-8'])(
    'W10 whose body calls itself %j is read',
    async (type) => expect((await take({ 'content-type': type })).status).toBe(201),
  )
})

describe('an answer', () => {
  const places = [
    ['GET', '/kiosk/', 200],
    ['GET', '/api/v1/halls', 200],
    ['GET', '/api/v1/settings', 401],
    ['GET', '/api/docs/problems', 200],
    ['GET', '/nowhere', 404],
    ['GET', '/livez', 200],
  ] as const
  test.each(places)('W11 to %s %s says how browsers may use it', async (method, path, status) => {
    const { status: heard, headers } = await send(method, path, {})
    expect(heard).toBe(status)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringMatching(/camera=\(\).*usb=\(\)/),
      'content-security-policy': expect.stringMatching(
        /^default-src 'none';.*frame-ancestors 'none';.*require-trusted-types-for 'script'/,
      ),
    })
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    // Nothing tells another site that it may read this, and plain HTTP promises no HTTPS.
    for (const name of Object.keys(headers)) expect(name).not.toMatch(/^access-control-|^x-powered/)
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test.each(['TRACE', 'TRACK'])('W17 to %s echoes nothing', async (method) => {
    const answer = await send(method, '/api/v1/halls', { 'x-secret': 'shows-if-echoed' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.text + JSON.stringify(answer.headers)).not.toContain('shows-if-echoed')
  })

  test.each([
    '/assets/',
    '/assets',
    '/kiosk-ui/',
    '/voice/',
    '/.vite/manifest.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets%2f..%2f..%2fpackage.json',
    '/..%5cpackage.json',
  ])('W17 to GET %s lists and opens no folder', async (path) => {
    const { status, text } = await send('GET', path, {})
    expect([400, 403, 404]).toContain(status)
    expect(text).not.toMatch(/hall-queue|<li>|Index of/)
  })

  test('W17 to a question of another site gives no leave to read', async () => {
    const asking = {
      origin: 'https://example.org',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    }
    const { status, headers } = await send('OPTIONS', '/api/v1/tickets', asking)
    expect(status).toBe(404)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a line', () => {
  const lines: Socket[] = []
  afterAll(() => {
    for (const line of lines) line.destroy()
  })

  /** Opens a line, writes on it, and tells what came back and when it was closed. */
  function open(text: string) {
    const line = connect(port, '127.0.0.1')
    const told = { heard: '', closed: false, line }
    line.on('data', (chunk) => (told.heard += chunk.toString()))
    line.on('close', () => (told.closed = true))
    line.on('error', () => {})
    if (text !== '') line.write(text)
    lines.push(line)
    return told
  }

  test('W16 on which a request does not get on is cut after ten seconds', async () => {
    const head = 'POST /api/v1/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\n'
    const silent = open('')
    const slow = open(head)
    const half = open(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`)
    // Drips, so that it is never quiet.
    const dripping = setInterval(() => slow.line.write('X-Drip: 1\r\n'), 500)
    await sleep(requestLimits.timeoutMs - 2_000)
    expect([slow.closed, half.closed]).toEqual([false, false])
    await until(() => silent.closed && slow.closed && half.closed, 'the end of all three', 5_000)
    clearInterval(dripping)
  })

  test('W16 beyond as many as the operator allows is not answered', async () => {
    const small = await TestServer.start({ env: { MAX_CONNECTIONS: '10' } })
    const [ownPort, before] = [port, lines.length]
    port = Number(new URL(small.url).port)
    const ask = 'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
    const told = Array.from({ length: 11 }, () => open(ask))
    await until(() => told.every(({ heard, closed }) => heard !== '' || closed), 'an answer to all')
    expect(told.filter(({ heard }) => heard.startsWith('HTTP/1.1 200'))).toHaveLength(10)
    expect(told.filter(({ closed }) => closed)).toHaveLength(1)
    for (const line of lines.slice(before)) line.destroy()
    port = ownPort
    await small.stop()
  })
})
