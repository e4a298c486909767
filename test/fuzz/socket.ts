import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { liveVersion } from '#contract/live.ts'
import type { ViewName } from '#contract/live.ts'
import type { Operator } from '../support/people.ts'
import { Counter, Kiosk } from '../support/people.ts'
import { ServerProcess } from '../support/process.ts'
import { fuzzHandshakes } from './handshakes.ts'
import { managerOf } from './members.ts'
import { Watched } from './process.ts'
import { RecordWatch } from './state.ts'
import { framesOf, pay, visitsFor } from './visits.ts'
import type { Visit, Watcher } from './visits.ts'

/** What a run has come to. */
export type SocketReport = {
  frames: number
  lines: number
  /** Lines that the server has closed. */
  closed: number
  handshakes: number
  faults: string[]
  /** Of a well-behaved screen beside it, from its wish for a view to the view. */
  p99Ms: number
  rssGrowthMb: number
  seconds: number
}

const atOnce = 8
const chunk = 80
const keptFaults = 25

/** Sends so many frames, each wrong in its way, to the server of a data folder that is started for it. */
export async function fuzzSockets(
  dataDir: string,
  count: number,
  seed: number,
  tell: (line: string) => void = () => {},
): Promise<SocketReport> {
  const server = await ServerProcess.start(dataDir)
  const began = performance.now()
  const report: SocketReport = {
    ...{ frames: 0, lines: 0, closed: 0, handshakes: 0, faults: [] },
    ...{ p99Ms: 0, rssGrowthMb: 0, seconds: 0 },
  }
  try {
    const watchers = await watchersOf(server.operator)
    const bystander = await Bystander.start(server)
    const process = new Watched(dataDir)
    const record = new RecordWatch(dataDir)
    for (let at = 0; report.frames < count && process.runs; at++) {
      process.weigh()
      await some(server.url, visitsFor(chunk, seed + at), watchers, report)
      report.handshakes += await fuzzHandshakes(server.url, 20, seed + at, report.faults)
      report.faults.push(...record.changes().map((change) => `changed: ${change}`))
      tell(`${report.frames} frames, ${report.faults.length} faults`)
    }
    if (!process.runs) report.faults.unshift('the server is gone')
    else Object.assign(report, await bystander.end(report.faults))
    report.rssGrowthMb = process.growthMb
    record.close()
  } finally {
    await server.stop()
  }
  report.faults = report.faults.slice(0, keptFaults)
  report.seconds = Math.round((performance.now() - began) / 100) / 10
  return report
}

/** Some lines, several at once, as a crowd would open them. */
async function some(
  url: string,
  visits: Visit[],
  watchers: readonly Watcher[],
  report: SocketReport,
): Promise<void> {
  const next = visits.values()
  const one = async () => {
    for (const visit of next) {
      const { frames, closed, faults } = await pay(url, visit, watchers)
      report.frames += frames
      report.lines += 1
      report.closed += closed ? 1 : 0
      report.faults.push(...faults.map((fault) => `${fault} ${asText(visit)}`))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

function asText(visit: Visit): string {
  const shown = framesOf(visit).map(
    ({ opcode, payload }) => `${opcode}:${payload.toString().slice(0, 60)}`,
  )
  return `(${visit.arrival}: ${shown.join(' ').slice(0, 300)})`
}

/** Somebody for each view of the hall; a view that is added does not compile here. */
async function watchersOf(operator: Operator): Promise<Watcher[]> {
  const { url } = operator
  const key = async (...kind: Parameters<typeof operator.makeKey>) =>
    (await operator.makeKey(...kind)).secret
  const kiosk = await key('kiosk')
  const counter = await new Counter(url, await key('terminal', 'c2'), 'c2').begin()
  const { token: phone } = await new Kiosk(url, kiosk).take('bills-pay')
  const { cookie, origin } = (await managerOf(operator)).headers
  const shown: Record<ViewName, Omit<Watcher, 'view'>> = {
    kiosk: withToken(kiosk),
    wall: withToken(await key('display')),
    evaluator: withToken(await key('evaluator', 'c2')),
    counter: withToken(counter.token, counter.session),
    ticket: withToken(phone),
    console: {
      auth: { version: liveVersion },
      headers: Object.entries({ Cookie: cookie ?? '', Origin: origin ?? '' }),
    },
  }
  return Object.entries(shown).map(([view, how]) => ({ view: view as ViewName, ...how }))
}

function withToken(token: string | null, session: string | null = null) {
  return { auth: { version: liveVersion, token, ...(session ? { session } : {}) }, headers: [] }
}

class Bystander {
  readonly #worker: Worker

  private constructor(worker: Worker) {
    this.#worker = worker
  }

  static async start({ url, operator }: ServerProcess): Promise<Bystander> {
    const { secret: token } = await operator.makeKey('kiosk')
    const workerData = { url, token }
    const worker = new Worker(new URL('bystander.ts', import.meta.url), { workerData })
    await once(worker, 'message')
    return new Bystander(worker)
  }

  /** What it has felt; that it was let go is a fault. */
  async end(faults: string[]): Promise<{ p99Ms: number }> {
    this.#worker.postMessage('over')
    const [{ p99Ms, dropped }] = (await once(this.#worker, 'message')) as [
      { p99Ms: number; dropped: number },
    ]
    if (dropped > 0) faults.push(`a well-behaved screen was let go ${dropped} times`)
    return { p99Ms }
  }
}
