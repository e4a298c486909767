import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import { openReadOnly } from '#server/db/open.ts'
import { recordFile } from '#server/hall/hall.ts'
import { hallId, openCounter, startProduct } from './product.ts'

/**
 * `npm run bench`: the whole product beside its bare parts, in one run on one machine. What counts
 * is the ratio, for the speed of the machine stands in both numbers.
 */
const connections = [1, 8, 16, 64]
const seconds = Number(process.env.BENCH_SECONDS ?? 4)
const calls = Number(process.env.BENCH_CALLS ?? 150)

type Run = { perSecond: number; p50: number; p99: number; errors: number }

const floor = await startFloor()
const product = await startProduct()
try {
  const terminals: string[] = []
  for (let at = 0; at < product.counterIds.length; at++)
    terminals.push(await openCounter(product, at))
  console.log(`${cpus().length} cores, Node ${process.version}, ${seconds} s a run\n`)
  await benchCalls(terminals[0] ?? '')
  await benchTakes()
  await reportMemory()
  reportNumbers()
} finally {
  floor.child.disconnect()
  product.child.kill('SIGTERM')
  await new Promise((ended) => product.child.once('exit', ended))
  rmSync(product.dataDir, { recursive: true, force: true })
}

async function startFloor() {
  const child = fork(join(import.meta.dirname, 'floor.ts'))
  const url = await new Promise<string>((ready) =>
    child.once('message', (message) => ready((message as { url: string }).url)),
  )
  return { child, url }
}

/** Tickets a second, floor and product in turns so that both meet the same weather. */
async function benchTakes(): Promise<void> {
  const kiosk = await product.key('kiosk')
  let next = 0
  const service = () => product.serviceIds[next++ % product.serviceIds.length] ?? ''
  console.log(
    'Taking a number      floor /s   product /s   ratio   floor p50/p99 ms   product p50/p99 ms',
  )
  for (const count of connections) {
    const bare = await load(`${floor.url}/take`, count, {}, service)
    const whole = await load(
      `${product.url}/api/v1/tickets`,
      count,
      { authorization: `Bearer ${kiosk}` },
      service,
    )
    const ratio = whole.perSecond / bare.perSecond
    console.log(
      [
        `${String(count).padStart(2)} connections`.padEnd(18),
        bare.perSecond.toFixed(0).padStart(10),
        whole.perSecond.toFixed(0).padStart(12),
        ratio.toFixed(2).padStart(7),
        `${bare.p50.toFixed(1)} / ${bare.p99.toFixed(1)}`.padStart(18),
        `${whole.p50.toFixed(1)} / ${whole.p99.toFixed(1)}`.padStart(20),
        bare.errors + whole.errors > 0 ? `  ERRORS ${bare.errors} ${whole.errors}` : '',
      ].join(' '),
    )
    if (whole.errors > 0) process.exitCode = 1
  }
}

async function load(
  url: string,
  count: number,
  headers: Record<string, string>,
  service: () => string,
): Promise<Run> {
  const result = await autocannon({
    url,
    connections: count,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    requests: [
      {
        // Both sides carry the same request, so the load costs the same on both.
        setupRequest: (request) => ({
          ...request,
          headers: { ...request.headers, 'idempotency-key': randomUUID() },
          body: JSON.stringify({ serviceId: service() }),
        }),
      },
    ],
  })
  const errors = result.errors + result.non2xx
  const { p50, p99 } = result.latency
  return { perSecond: result.requests.average, p50, p99, errors }
}

/** From the press of “call next” to the frame on a wall, beside one commit and one emit. */
async function benchCalls(terminal: string): Promise<void> {
  const kiosk = await product.key('kiosk')
  const wall = await product.key('display')
  const [serviceId = ''] = product.serviceIds
  for (let at = 0; at < calls; at++) await product.ask('POST', '/tickets', kiosk, { serviceId })
  const screen = await connect(product.url, { token: wall })
  const bareScreen = await connect(floor.url, {})
  const bare: number[] = []
  const whole: number[] = []
  for (let at = 0; at < calls; at++) {
    bare.push(await timed(bareScreen, () => fetch(`${floor.url}/call`, { method: 'POST' })))
    whole.push(await timedCall(screen, terminal))
  }
  screen.disconnect()
  bareScreen.disconnect()
  console.log('Call → frame on the wall    p50 ms    p99 ms')
  for (const [name, times] of [
    ['floor', bare],
    ['product', whole],
  ] as const)
    console.log(`${name.padEnd(24)} ${at(times, 0.5).padStart(9)} ${at(times, 0.99).padStart(9)}`)
  console.log(
    `${'ratio'.padEnd(24)} ${ratio(whole, bare, 0.5).padStart(9)} ${ratio(whole, bare, 0.99).padStart(9)}\n`,
  )
}

async function timedCall(screen: Socket, terminal: string): Promise<number> {
  type Called = { ticket: { id: string; ticketNo: string } }
  let called: Called | undefined
  const took = await timed(screen, async () => {
    called = await product.ask<Called>('POST', '/counters/c1/call-next', terminal)
  })
  const id = called?.ticket.id ?? ''
  await product.ask('POST', `/tickets/${id}/start`, terminal)
  await product.ask('POST', `/tickets/${id}/complete`, terminal)
  await quiet(screen)
  return took
}

/** Time until the screen hears the next view after an act. */
async function timed(screen: Socket, act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const heard = new Promise<number>((done) =>
    screen.once('view', () => done(performance.now() - began)),
  )
  await act()
  return heard
}

/** Lets frames of the acts between two calls pass, so that they are not taken for the next one's. */
function quiet(screen: Socket): Promise<void> {
  return new Promise((done) => {
    let timer = setTimeout(end, 60)
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(end, 60)
    }
    function end(): void {
      screen.off('view', again)
      done()
    }
    screen.on('view', again)
  })
}

async function connect(url: string, auth: Record<string, string>): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], auth })
  await new Promise<void>((ready) => socket.once('connect', ready))
  if ('token' in auth) await new Promise((ready) => socket.once('view', ready))
  return socket
}

function quantile(times: readonly number[], p: number): number {
  return (
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0
  )
}

function at(times: readonly number[], p: number): string {
  return quantile(times, p).toFixed(2)
}

function ratio(a: readonly number[], b: readonly number[], p: number): string {
  return (quantile(a, p) / quantile(b, p)).toFixed(2)
}

async function reportMemory(): Promise<void> {
  const metrics = await (await fetch(`${product.url}/metrics`)).text()
  const rss = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1] ?? 0)
  const bare = (await (await fetch(`${floor.url}/memory`)).json()) as { rss: number }
  const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(0)
  console.log(
    `\nMemory: floor ${mb(bare.rss)} MB, product ${mb(rss)} MB with every ticket of the run in its day`,
  )
}

/** Nothing was lost and no number given twice, read from the record itself. */
function reportNumbers(): void {
  const db = openReadOnly(recordFile(product.dataDir, hallId))
  const { tickets, labels } = db
    .prepare<[], { tickets: number; labels: number }>(
      'SELECT count(*) AS tickets, count(DISTINCT ticket_no) AS labels FROM tickets',
    )
    .get() ?? { tickets: 0, labels: -1 }
  db.close()
  console.log(`Numbers: ${tickets} taken, ${tickets - labels} given twice`)
  if (tickets !== labels) process.exitCode = 1
}
