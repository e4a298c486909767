// npm run test:crash -- [CYCLES] [SEED]: kills the server again and again under load and holds it to
// everything it has said (rule R1). On a machine with nothing else to do it is ready again within 2 s.
//
// Shown to catch a server that answers before its COMMIT (`change.ts` with the COMMIT in a timer of
// 30 ms): with seed 7 the second cycle said “2026-11-24 X002 was given out, the record holds X003” and
// named four answers that the restarted server gave otherwise.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chanceFrom } from '../../bench/chance.ts'
import { openReadOnly } from '#server/db/open.ts'
import type { Db } from '#server/db/open.ts'
import { recordFile } from '#server/hall/hall.ts'
import { CrashCounter, CrashKiosk, CrashRater, send } from './crash-clients.ts'
import type { Answered, CrashClient, Shared } from './crash-clients.ts'
import type { Heard } from './client.ts'
import { Counter } from './people.ts'
import { ServerProcess } from './process.ts'
import { checkRecord } from './record.ts'

const hallId = 'binjiang'
const counterIds = ['c1', 'c2', 'c3', 'c5', 'c6']
const readyMsMax = 2_000

type Report = {
  cycles: number
  answers: number
  /** Commands that a kill left unanswered and that were sent again. */
  retried: number
  readyMs: { median: number; max: number }
  seconds: number
}

/** Runs so many cycles of start, load, kill; throws at the first fault, naming seed and cycle. */
export async function crashLoop(
  cycles: number,
  seed: number,
  tell: (line: string) => void = () => {},
): Promise<Report> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hall-crash-'))
  const began = performance.now()
  const chance = chanceFrom(seed)
  const shared: Shared = { url: '', chance, journal: [], tokens: [] }
  const starts: number[] = []
  let clients: CrashClient[] = []
  let retried = 0
  let checked = 0
  let port = 0
  // The first cycle makes the hall, the last one only looks.
  for (let cycle = 0; cycle <= cycles; cycle++) {
    const server = await ServerProcess.start(dataDir, port)
    try {
      shared.url = server.url
      port = server.port
      if (cycle === 0) clients = await makeClients(server, shared)
      else starts.push(server.readyMs)
      const again = await Promise.all(clients.map((client) => client.retry()))
      retried += again.filter(Boolean).length
      const faults = [...(await sendAgain(shared, checked)), ...lookInto(dataDir, shared.journal)]
      if (faults.length > 0)
        throw new Error(`Seed ${seed}, cycle ${cycle}:\n  ${faults.slice(0, 20).join('\n  ')}`)
      checked = shared.journal.length
      if (cycle < cycles) await loadAndKill(server, clients, chance.between(150, 500))
      tell(`cycle ${cycle}: ${checked} answers held, ready in ${Math.round(server.readyMs)} ms`)
    } finally {
      await server.kill()
    }
  }
  await rm(dataDir, { recursive: true })
  const sorted = starts.toSorted((a, b) => a - b)
  const readyMs = { median: sorted[sorted.length >> 1] ?? 0, max: sorted.at(-1) ?? 0 }
  const seconds = (performance.now() - began) / 1000
  return { cycles, answers: shared.journal.length, retried, readyMs, seconds }
}

async function makeClients(server: ServerProcess, shared: Shared): Promise<CrashClient[]> {
  const { operator, url } = server
  const key = async (...kind: Parameters<typeof operator.makeKey>) =>
    (await operator.makeKey(...kind)).secret
  const clients: CrashClient[] = []
  for (let n = 0; n < 4; n++) clients.push(new CrashKiosk(shared, await key('kiosk')))
  for (const counterId of counterIds) {
    const token = await key('terminal', counterId)
    const counter = await new Counter(url, token, counterId).begin()
    clients.push(new CrashCounter(shared, token, counter.session ?? '', counterId))
  }
  for (const counterId of ['c1', 'c3'])
    clients.push(new CrashRater(shared, await key('evaluator', counterId)))
  return [...clients, new CrashRater(shared, '')]
}

async function loadAndKill(
  server: ServerProcess,
  clients: readonly CrashClient[],
  afterMs: number,
): Promise<void> {
  let isOver = false
  const running = clients.map((client) => client.run(() => isOver))
  await sleep(afterMs)
  await server.kill()
  isOver = true
  await Promise.all(running)
}

/** Sends what was answered since the last look once more: the same key has the same answer. */
async function sendAgain({ url, journal }: Shared, from: number): Promise<string[]> {
  const faults: string[] = []
  const since = journal.slice(from)
  // In portions, as so many screens would.
  for (let at = 0; at < since.length; at += 32) {
    const portion = since.slice(at, at + 32)
    const again = await Promise.all(portion.map((answered) => send(url, answered)))
    portion.forEach(({ door, heard }, n) => {
      if (again[n]?.text !== heard.text)
        faults.push(`an answer was lost or changed: ${door} ${differing(heard, again[n])}`)
    })
  }
  return faults
}

/** Where two answers begin to differ, and how they go on. */
function differing({ text }: Heard, again: Heard | undefined): string {
  const now = again?.text ?? ''
  let at = 0
  while (at < text.length && text[at] === now[at]) at++
  const part = (of: string) => of.slice(Math.max(0, at - 20), at + 80)
  return `said ${part(text)}, now says ${part(now)}`
}

/** What each door adds to the record when it says yes. */
const effects: Record<string, string> = {
  'POST /api/v1/tickets': 'ticket.issued',
  'POST /api/v1/counters/:counterId/call-next': 'ticket.called',
  'POST /api/v1/tickets/:ticketId/start': 'ticket.started',
  'POST /api/v1/tickets/:ticketId/complete': 'ticket.completed',
  'POST /api/v1/tickets/:ticketId/transfer': 'ticket.transferred',
  'POST /api/v1/tickets/:ticketId/park': 'ticket.parked',
  'POST /api/v1/tickets/:ticketId/resume': 'ticket.resumed',
  'POST /api/v1/evaluations/:legId/rating': 'evaluation.submitted',
}

/** Compares the record with the journal: as many effects as answers, every number as it was told. */
function lookInto(dataDir: string, journal: readonly Answered[]): string[] {
  const db = openReadOnly(recordFile(dataDir, hallId))
  try {
    return [...checkRecord(db), ...wrongCounts(db, journal), ...wrongNumbers(db, journal)]
  } finally {
    db.close()
  }
}

function wrongCounts(db: Db, journal: readonly Answered[]): string[] {
  const told = new Map<string, number>()
  const add = (type: string) => told.set(type, (told.get(type) ?? 0) + 1)
  for (const { door, heard } of journal) {
    if (heard.status >= 400) continue
    const type = effects[door]
    if (type) add(type)
    if (!door.endsWith('/complete-and-call-next')) continue
    add('ticket.completed')
    if ((JSON.parse(heard.text) as { called: unknown }).called) add('ticket.called')
  }
  const count = db.prepare<[string], number>('SELECT count(*) FROM events WHERE type = ?').pluck()
  return [...new Set(Object.values(effects))].flatMap((type) => {
    const [wanted, found] = [told.get(type) ?? 0, count.get(type) ?? 0]
    return wanted === found ? [] : [`${found} ${type} are recorded, ${wanted} were told`]
  })
}

function wrongNumbers(db: Db, journal: readonly Answered[]): string[] {
  const find = db
    .prepare<[string], string>(`SELECT business_day || ' ' || ticket_no FROM tickets WHERE id = ?`)
    .pluck()
  return journal.flatMap(({ door, heard }) => {
    if (door !== 'POST /api/v1/tickets' || heard.status >= 400) return []
    type Taken = { ticket: { id: string; businessDay: string; ticketNo: string } }
    const { ticket } = JSON.parse(heard.text) as Taken
    const label = `${ticket.businessDay} ${ticket.ticketNo}`
    const found = find.get(ticket.id)
    return found === label ? [] : [`${label} was given out, the record holds ${found ?? 'nothing'}`]
  })
}

if (import.meta.main) {
  const [cycles = '100', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
  console.log(`Seed ${seed}`)
  const report = await crashLoop(Number(cycles), Number(seed), console.log)
  const { answers, retried, readyMs, seconds } = report
  if (readyMs.median > readyMsMax) process.exitCode = 1
  console.log(
    `${cycles} cycles in ${Math.round(seconds)} s: ${answers} answers, ${retried} sent again, ` +
      `0 lost; ready in ${Math.round(readyMs.median)} ms (at most ${Math.round(readyMs.max)})`,
  )
}
