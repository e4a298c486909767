import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ViewName } from '#contract/live.ts'
import { openReadOnly } from '#server/db/open.ts'
import { recordFile } from '#server/hall/hall.ts'
import type { Client } from '../support/client.ts'
import { Client as Holder } from '../support/client.ts'
import { Counter, Kiosk, Phone, rate } from '../support/people.ts'
import { ServerProcess, failedStart } from '../support/process.ts'
import { checkRecord } from '../support/record.ts'
import { Screen } from '../support/screen.ts'
import { until } from '../support/wait.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'hall-test-'))
let server: ServerProcess
let kiosk: Kiosk
let c1: Counter
let evaluator: Client
let wall: Screen<'wall'>
let screens: Screen[]

beforeAll(async () => {
  server = await ServerProcess.start(dataDir)
  const { url, operator } = server
  kiosk = new Kiosk(url, (await operator.makeKey('kiosk')).secret)
  c1 = new Counter(url, (await operator.makeKey('terminal', 'c1')).secret, 'c1')
  await c1.begin()
  evaluator = new Holder(url, (await operator.makeKey('evaluator', 'c1')).secret)
  wall = new Screen<'wall'>(url, { token: (await operator.makeKey('display')).secret })
  const others: Screen[] = [kiosk, c1, evaluator].map((client) => new Screen<ViewName>(url, client))
  screens = [wall as unknown as Screen, ...others]
  await Promise.all(screens.map((screen) => screen.ready()))
}, 60_000)

afterAll(async () => {
  for (const screen of screens) screen.close()
  await server.kill()
  rmSync(dataDir, { recursive: true })
})

async function startAgain(): Promise<void> {
  server = await ServerProcess.start(dataDir, server.port)
}

/** Waits until every screen was sent its view anew, that of the wall with what has happened. */
async function allBack(framesBefore: readonly number[], seq: number): Promise<void> {
  const isBack = (screen: Screen, at: number) => screen.frames.length > (framesBefore[at] ?? 0)
  await until(() => screens.every(isBack), 'every screen to be back', 15_000)
  await wall.at(seq)
}

const frameCounts = () => screens.map(({ frames }) => frames.length)

test(
  'R11 killed under open screens: they are back by themselves, and nobody’s number is lost',
  { timeout: 60_000 },
  async () => {
    const taken = []
    for (let n = 0; n < 5; n++) taken.push(await kiosk.take('bills-pay'))
    const called = await c1.serveNext()
    const framesBefore = frameCounts()
    await server.kill()
    await startAgain()
    const next = await kiosk.take('bills-pay')
    expect(next.ticket.ticketNo).toBe('A006')
    await allBack(framesBefore, next.seq)
    expect(new Set(wall.frames.map(({ epoch }) => epoch)).size).toBe(1)
    // The sign-in, the customer in hand and the tokens are as they were.
    expect((await c1.act('complete', called)).state).toBe('completed')
    const { data } = await evaluator.ask('GET /api/v1/view')
    await rate(evaluator, data['prompt'] as { legId: string; grant: string })
    for (const { ticket, token } of [...taken, next]) {
      const now = await new Phone(server.url, token).ticket()
      expect(now.ticketNo).toBe(ticket.ticketNo)
      expect(now.state).toBe(ticket.id === called.id ? 'completed' : 'waiting')
    }
    const { announcements } = wall.data
    expect(announcements.map(({ ticketNo }) => ticketNo)).toEqual(['A001'])
  },
)

test(
  'R11 a stop in order: the screens come back too, and the record is whole',
  { timeout: 60_000 },
  async () => {
    const before = await server.operator.ask('GET /api/v1/checkpoints')
    const framesBefore = frameCounts()
    await server.stop()
    const db = openReadOnly(recordFile(dataDir, 'binjiang'))
    expect(checkRecord(db)).toEqual([])
    const signed = db.prepare<[], number>('SELECT max(seq) FROM checkpoints').pluck().get() ?? 0
    expect(signed).toBe(db.prepare('SELECT max(seq) FROM events').pluck().get())
    expect(signed).toBeGreaterThan(before.checkpoints.at(-1)?.seq ?? 0)
    db.close()
    await startAgain()
    const { seq } = await kiosk.take('bills-pay')
    await allBack(framesBefore, seq)
  },
)

test(
  'R6 a second server on the same data ends at once and says why',
  { timeout: 60_000 },
  async () => {
    const said = await failedStart({ DATA_DIR: dataDir })
    expect(said).toMatch(/Another process is writing this hall/)
    expect(said).not.toMatch(/\n\s+at /)
    expect((await kiosk.take('bills-pay')).ticket.state).toBe('waiting')
  },
)

test(
  'H18 a start with wrong settings ends with those and their cures',
  { timeout: 60_000 },
  async () => {
    const said = await failedStart({ DATA_DIR: dataDir, PORT: 'http', HOST: '0.0.0.0' })
    expect(said.trim().split('\n')).toHaveLength(3)
    expect(said).toMatch(/^Settings:\n  PORT=http: .*\n  HOST=0\.0\.0\.0 /)
  },
)
