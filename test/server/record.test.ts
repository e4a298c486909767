import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HandClock } from '#server/clock.ts'
import { lockOwner, openDb, openReadOnly } from '#server/db/open.ts'
import type { Db } from '#server/db/open.ts'
import { Halls } from '#server/hall/halls.ts'
import { hallFolder, recordFile } from '#server/hall/hall.ts'
import { openNote } from '#server/record/signer.ts'
import { checkRecord } from '../support/record.ts'
import { TestServer, mondayAtNine } from '../support/server.ts'

let server: TestServer
let db: Db

beforeAll(async () => {
  server = await TestServer.start()
  db = server.hall.db
  const kiosk = await server.kiosk()
  for (let n = 0; n < 5; n++) await kiosk.take('bills-pay')
  await (await server.counter('c1')).begin().then((c1) => c1.serveOne())
})
afterAll(() => server.stop())

test('R4 the record is opened so that what was told survives a power cut', () => {
  const read = (name: string) => db.pragma(name, { simple: true })
  expect(read('journal_mode')).toBe('wal')
  expect(read('synchronous')).toBe(2)
  expect(read('foreign_keys')).toBe(1)
  expect(read('recursive_triggers')).toBe(1)
  expect(read('trusted_schema')).toBe(0)
  expect(read('cell_size_check')).toBe(1)
  const tables = db.pragma('table_list') as { name: string; schema: string; strict: number }[]
  const own = tables.filter((table) => !table.name.startsWith('sqlite_'))
  expect(own.length).toBeGreaterThan(10)
  expect(own.filter(({ strict }) => strict !== 1)).toEqual([])
})

describe('an event', () => {
  const attempts: [how: string, sql: string][] = [
    ['changed', `UPDATE events SET type = 'ticket.lost' WHERE seq = 3`],
    ['deleted', 'DELETE FROM events WHERE seq = 3'],
    [
      'replaced',
      `REPLACE INTO events SELECT seq, at, business_day, 'ticket.lost', actor, body, prev_hash, hash FROM events WHERE seq = 3`,
    ],
    [
      'written over',
      `INSERT INTO events SELECT * FROM events WHERE seq = 3 ON CONFLICT DO UPDATE SET type = 'ticket.lost'`,
    ],
  ]
  test.each(attempts)('R3 cannot be %s', (_how, sql) => {
    const before = db.prepare('SELECT * FROM events').all()
    expect(() => db.exec(sql)).toThrow(/events are added, never/)
    expect(db.prepare('SELECT * FROM events').all()).toEqual(before)
  })

  test('R3 neither can a checkpoint', () => {
    server.hall.checkpoints.write(server.hall.seq, server.clock.now())
    expect(() => db.exec('DELETE FROM checkpoints')).toThrow(/checkpoints are added, never/)
    expect(() => db.exec('UPDATE checkpoints SET note = note')).toThrow(
      /checkpoints are added, never/,
    )
  })

  test('R3 cannot be changed unseen by one who takes the triggers off', () => {
    const copy = openDb(':memory:'.replace(':memory:', join(server.dataDir, 'tampered.db')))
    copy.exec(`ATTACH '${recordFile(server.dataDir, server.hall.id)}' AS live`)
    copy.exec('CREATE TABLE events AS SELECT * FROM live.events')
    copy.exec('CREATE TABLE tickets AS SELECT * FROM live.tickets')
    copy.exec('DETACH live')
    expect(checkRecord(copy)).toEqual([])
    copy.exec(`UPDATE events SET at = at - 60000 WHERE type = 'ticket.called'`)
    expect(checkRecord(copy)).toEqual([expect.stringMatching(/^event \d+ was changed$/)])
    copy.exec('DELETE FROM events WHERE seq = 4')
    expect(checkRecord(copy)).toContain('event 5 stands where 4 should')
    copy.close()
  })
})

test('R2 events follow each other without a gap, each hashed with the one before', () => {
  expect(checkRecord(db)).toEqual([])
  const seqs = db.prepare<[], number>('SELECT seq FROM events ORDER BY seq').pluck().all()
  expect(seqs).toEqual(Array.from({ length: server.hall.seq }, (_, at) => at + 1))
})

test('R2 signed heads prove where the record stood', async () => {
  server.hall.checkpoints.write(server.hall.seq, server.clock.now())
  const { publicKey, checkpoints } = await server.operator.ask('GET /api/v1/checkpoints')
  const last = checkpoints.at(-1)
  const hash = db
    .prepare<[number], Buffer>('SELECT hash FROM events WHERE seq = ?')
    .pluck()
    .get(last?.seq ?? 0)
  const text = openNote(last?.note ?? '', publicKey)
  expect(text?.split('\n').slice(0, 3)).toEqual([
    `hall-queue/binjiang/${server.hall.epoch}`,
    String(last?.seq),
    hash?.toString('base64'),
  ])
  expect(openNote((last?.note ?? '').replace('binjiang', 'xbinjiang'), publicKey)).toBeNull()
})

test('R2 the database itself holds one ticket to a counter and one label to a day', () => {
  const tries = [
    `UPDATE tickets SET state = 'called', counter_id = 'c1'`,
    `UPDATE tickets SET ticket_no = 'A001'`,
    `UPDATE tickets SET state = 'serving', counter_id = NULL`,
    `UPDATE tickets SET state = 'lost'`,
    `UPDATE counters SET ticket_id = 'x', state = 'idle'`,
    `UPDATE evaluations SET state = 'rated'`,
    `UPDATE evaluations SET attitude = 6, efficiency = 6, state = 'rated'`,
    `DELETE FROM legs`,
  ]
  for (const sql of tries) expect(() => db.exec(sql), sql).toThrow(/constraint failed/)
})

describe('a second server', () => {
  test('R6 on the same data is refused at once', () => {
    expect(() => new Halls(server.dataDir, new HandClock(mondayAtNine)).openAll()).toThrow(
      /Another process is writing this hall/,
    )
  })

  test('R6 may start when the first has stopped', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hall-test-'))
    const first = new Halls(folder, new HandClock(mondayAtNine))
    first.open('one')
    const second = new Halls(folder, new HandClock(mondayAtNine))
    expect(() => second.open('one')).toThrow(/Stop it first/)
    first.close()
    expect(second.open('one').seq).toBe(0)
    second.close()
    rmSync(folder, { recursive: true })
  })

  test('R6 reading is let in, writing is not', () => {
    const reading = openReadOnly(recordFile(server.dataDir, server.hall.id))
    expect(reading.prepare('SELECT count(*) AS n FROM tickets').get()).toEqual({ n: 5 })
    expect(() => reading.exec('DELETE FROM tickets')).toThrow(/readonly/)
    reading.close()
    const owner = join(hallFolder(server.dataDir, server.hall.id), 'owner.db')
    expect(() => lockOwner(owner)).toThrow(/Another process/)
  })
})

describe('words of a person', () => {
  const words = '张三家的表坏了'
  const comment = '李四很耐心'

  test('R9 stand beside the record, which keeps only a salted hash', async () => {
    const c2 = await (await server.counter('c2')).begin()
    const called = await c2.serveNext()
    await c2.act('note', called, { text: words })
    await c2.act('complete', called)
    const evaluator = await server.evaluator('c2')
    const { data } = await evaluator.ask('GET /api/v1/view')
    const { legId, grant } = data['prompt'] as { legId: string; grant: string }
    const body = { grant, attitude: 5, efficiency: 5, comment } as const
    await evaluator.ask('POST /api/v1/evaluations/:legId/rating', { params: { legId }, body })
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .pluck()
      .all()
    for (const table of tables) {
      const text = contentOf(table)
      const holds = [words, comment].filter((one) => text.includes(one))
      expect({ table, holds }).toEqual({
        table,
        holds: table === 'private_texts' ? [words, comment] : [],
      })
    }
    const hashes = db.prepare<[], string>('SELECT hash FROM private_texts').pluck().all()
    const events = JSON.stringify(await server.operator.events())
    for (const hash of hashes) expect(events).toContain(hash)
  })

  test('R9 may be deleted, and the record is as whole as before', () => {
    db.exec('DELETE FROM private_texts')
    expect(checkRecord(db)).toEqual([])
  })
})

/** Everything in a table as text, also what is kept as bytes. */
function contentOf(table: string): string {
  const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()
  return rows
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value)))
    .join('\n')
}
