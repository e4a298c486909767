// Planted defect: with `hold` left out of `verifyAnchor` (`server/record/verify-heads.ts`) every forgery below that was
// signed with the right key passes. Shown once, and undone.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minute, second } from '#domain/time.ts'
import { toRow } from '#server/record/chain.ts'
import { checkpointText } from '#server/record/checkpoints.ts'
import { Signer } from '#server/record/signer.ts'
import type { Verdict } from '#server/record/verdict.ts'
import { verifyRecord } from '#server/record/verify.ts'
import { TestServer } from '../support/server.ts'
import { heard } from './machine.ts'
import { rechain, rewrite, seqOf, tamper } from './tamper.ts'
import type { Db } from './tamper.ts'

const folder = mkdtempSync(join(tmpdir(), 'hall-anchor-'))
let dataDir: string
let record: string
let publicKey: string
/** The head that somebody outside keeps. */
let anchor: string
let signer: Signer
let epoch: string
let hallId: string

async function serveSome(server: TestServer, count: number): Promise<void> {
  const kiosk = await server.kiosk()
  const counter = await server.counter('c1')
  await counter.signIn()
  if (server.hall.day.counters.get('c1')?.state !== 'idle') await counter.at('open')
  for (let served = 0; served < count; served++) {
    await kiosk.take('bills-pay')
    await server.pass(30 * second)
    await counter.serveOne()
  }
}

beforeAll(async () => {
  const server = await TestServer.start()
  ;({ dataDir } = server)
  // Somebody who can read the disk has the day as it was at ten, with its keys.
  await serveSome(server, 3)
  await server.close()
  cpSync(dataDir, join(folder, 'at-ten'), { recursive: true })
  const later = await TestServer.start({ dataDir, startAt: server.clock.now() + minute })
  await serveSome(later, 4)
  await later.pass(6 * minute)
  const latest = await later.operator.ask('GET /api/v1/checkpoints/latest')
  anchor = latest.checkpoint?.note ?? ''
  ;({ publicKey } = latest)
  ;({ epoch, id: hallId } = later.hall)
  await serveSome(later, 1)
  await later.close()
  record = join(dataDir, 'halls', hallId, 'record.db')
  signer = new Signer(join(dataDir, 'keys', 'record.pem'))
}, 60_000)
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

let copies = 0

function copied(): string {
  const copy = join(folder, `record-${++copies}.db`)
  cpSync(record, copy)
  return copy
}

/** Signs every head anew for what stands there now, as somebody with the server's own key would. */
function resign(db: Db): void {
  db.exec('DELETE FROM checkpoints WHERE seq > (SELECT max(seq) FROM events)')
  const heads = db
    .prepare<[], { seq: number; at: number; hash: Buffer }>(
      'SELECT seq, c.at, e.hash FROM checkpoints c JOIN events e USING (seq)',
    )
    .all()
  const put = db.prepare('UPDATE checkpoints SET note = ? WHERE seq = ?')
  for (const { seq, at, hash } of heads)
    put.run(signer.sign(checkpointText(`hall-queue/${hallId}/${epoch}`, seq, hash, at)), seq)
}

/** What is found after a careful forger was there: the chain whole again, its heads signed again. */
function forged(change: (db: Db) => void): Verdict {
  const copy = copied()
  tamper(copy, (db) => {
    change(db)
    rechain(db)
    resign(db)
  })
  return verifyRecord(copy, { publicKeys: [publicKey], anchor })
}

/** Moves the numbers of all events from one on. */
function shift(db: Db, from: number, by: number): void {
  db.exec(`UPDATE events SET seq = -(seq + ${by}) WHERE seq >= ${from}`)
  db.exec('UPDATE events SET seq = -seq WHERE seq < 0')
}

const anchored = () => Number(anchor.split('\n')[1])

describe('L1 before an anchor nobody bends the record unseen, whatever keys they have', () => {
  const forgeries: [what: string, change: (db: Db) => void][] = [
    [
      'an event that says something else',
      (db) => rewrite(db, seqOf(db, 'ticket.completed'), (body) => body.replace('done', 'other')),
    ],
    [
      'an event taken out',
      (db) => {
        const seq = seqOf(db, 'evaluation.requested')
        db.exec(`DELETE FROM events WHERE seq = ${seq}`)
        shift(db, seq, -1)
      },
    ],
    [
      'an event put in',
      (db) => {
        const seq = seqOf(db, 'ticket.completed')
        shift(db, seq, 1)
        const actor = { kind: 'system', id: 'hall', deviceId: null } as const
        const made = { type: 'export.made', data: { what: 'audit', rows: 0 } } as const
        const place = { seq, at: 1, businessDay: '2026-03-02', actor }
        const row = toRow({ ...made, ...place }, Buffer.alloc(32))
        db.prepare(
          'INSERT INTO events VALUES (@seq, @at, @businessDay, @type, @actor, @body, @prevHash, @hash)',
        ).run(row)
      },
    ],
    [
      'two events that changed places',
      (db) => {
        const seq = seqOf(db, 'ticket.started')
        db.exec(`UPDATE events SET seq = -1 WHERE seq = ${seq}`)
        db.exec(`UPDATE events SET seq = ${seq} WHERE seq = ${seq + 1}`)
        db.exec(`UPDATE events SET seq = ${seq + 1} WHERE seq = -1`)
      },
    ],
    ['an end cut off', (db) => db.exec(`DELETE FROM events WHERE seq > ${anchored() - 10}`)],
    [
      'another time of one event',
      (db) => db.exec(`UPDATE events SET at = at + 1 WHERE seq = ${seqOf(db, 'ticket.called')}`),
    ],
    [
      'another person behind an act',
      (db) =>
        db.exec(
          `UPDATE events SET actor = replace(actor, 's0317', 's0302') WHERE type = 'ticket.called'`,
        ) &&
        db.exec(`UPDATE events SET actor = actor || ' ' WHERE seq = ${seqOf(db, 'ticket.called')}`),
    ],
  ]

  test.each(forgeries)('%s', (_what, change) => {
    const verdict = forged(change)
    expect(verdict.count('heads')).toBe(0)
    expect(verdict.differences('anchor')).toEqual([
      expect.stringMatching(
        /^The anchor (?:is not that of the event|proves \d+ events; the record)/,
      ),
    ])
  })

  test('the day lived again from a copy, with the right keys: only the anchor tells', async () => {
    const again = await TestServer.start({ dataDir: join(folder, 'at-ten') })
    again.clock.moveTo(again.clock.now() + 10 * minute)
    await serveSome(again, 9)
    await again.close()
    const file = join(folder, 'at-ten', 'halls', hallId, 'record.db')
    expect(verifyRecord(file, { publicKeys: [publicKey] }).differences()).toEqual([])
    const held = verifyRecord(file, { publicKeys: [publicKey], anchor })
    expect(held.differences()).toEqual([
      expect.stringMatching(/^The anchor is not that of the event that stands here/),
    ])
  })

  test('and what is newer than the anchor may go on', () => {
    const verdict = verifyRecord(copied(), { publicKeys: [publicKey], anchor })
    expect(verdict.differences()).toEqual([])
    expect(verdict.events).toBeGreaterThan(anchored())
  })
})

describe('L1 the check needs the file, the public key and an anchor, and nothing else', () => {
  /** On another machine: no server, no data folder, no key that signs. */
  function verify(file: string, handedIn: string, ...more: string[]) {
    const args = ['verify', '--file', file, '--anchor', '-', ...more]
    const child = spawn(process.execPath, ['server/cli/hall.ts', ...args], {
      env: { ...process.env, DATA_DIR: join(folder, 'nowhere') },
    })
    child.stdin.end(handedIn)
    return heard(child)
  }

  test('clean, with the key in a file', { timeout: 30_000 }, async () => {
    const key = join(folder, 'record.pem.pub')
    writeFileSync(key, readFileSync(join(dataDir, 'keys', 'record.pem.pub')))
    const { code, out } = await verify(copied(), anchor, '--public-key', key)
    expect([code, out]).toEqual([0, expect.stringContaining('is of this record')])
  })

  test('not clean, and what is wrong is said', { timeout: 30_000 }, async () => {
    const copy = copied()
    tamper(copy, (db) => {
      rewrite(db, seqOf(db, 'ticket.completed'), (body) => `${body} `)
      rechain(db)
      resign(db)
    })
    const { code, out } = await verify(copy, anchor, '--public-key', publicKey)
    expect([code, out]).toEqual([1, expect.stringContaining('it was rewritten')])
  })

  test('refused without a key', { timeout: 30_000 }, async () => {
    const { code, err } = await verify(copied(), anchor)
    expect([code, err]).toEqual([1, expect.stringContaining('There is no key')])
  })
})
