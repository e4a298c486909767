import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, readMigrations } from '#server/db/migrate.ts'
import type { Migration } from '#server/db/migrate.ts'
import { openDb } from '#server/db/open.ts'
import type { Db } from '#server/db/open.ts'

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))
const firstSchema = readFileSync(new URL('../fixtures/first-schema.sql', import.meta.url), 'utf8')

/** A record of the first release, made without any code of this one. */
function firstRecord(): Db {
  const db = new Database(':memory:')
  db.exec(firstSchema)
  return db
}

/** Everything the database is made of, with its version. */
function shapeOf(db: Db) {
  const parts = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name`,
    )
    .all()
  return { version: db.pragma('user_version', { simple: true }), parts }
}

/** A further step, as a later release would bring it. */
function further(...statements: string[]): Migration[] {
  const released = readMigrations()
  const version = (released.at(-1)?.version ?? 0) + 1
  return [...released, { version, name: `000${version}_next.sql`, statements }]
}

const ticket = `INSERT INTO tickets (id, business_day, ticket_no, prefix, number, service_id, state, language,
  channel, issued_at, "order", token_hash, rank, line_at, leg, queued_at, call_count, requeues, version)
  VALUES ('t', '2026-03-02', 'A001', 'A', 1, 's', 'waiting', 'zh', 'kiosk', 1, 1, 'x', 1, 1, 1, 1, 0, 0, 1)`
const leg = `INSERT INTO legs (id, ticket_id, business_day, leg, service_id, queued_at, call_count, parked_ms, suspect, version)
  VALUES ('t.1', 't', '2026-03-02', 1, 's', 1, 0, 0, 0, 1)`

test('R7 a record of the first release walks up to the very schema of a new one', () => {
  const old = firstRecord()
  expect(old.pragma('user_version', { simple: true })).toBe(1)
  const fresh = new Database(':memory:')
  migrate(old)
  migrate(fresh)
  expect(shapeOf(old)).toEqual(shapeOf(fresh))
})

test('R7 a step keeps what is there, also where a table is made anew', () => {
  const db = firstRecord()
  db.exec(ticket)
  db.exec(leg)
  migrate(db)
  const made = db
    .prepare<[], string>(`SELECT sql FROM sqlite_master WHERE name = 'tickets'`)
    .pluck()
    .get()
  const anew = (made ?? '').replace('`tickets`', '`tickets_new`').replaceAll('"tickets".', '')
  const steps = further(
    ...[anew, 'INSERT INTO tickets_new SELECT * FROM tickets'],
    ...['DROP TABLE tickets', 'ALTER TABLE tickets_new RENAME TO tickets'],
  )
  expect(migrate(db, steps)).toBe(steps.at(-1)?.version)
  expect(db.prepare('SELECT id FROM tickets').all()).toEqual([{ id: 't' }])
  expect(db.prepare('SELECT id FROM legs').all()).toEqual([{ id: 't.1' }])
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('R7 what waits for a second person goes on waiting when more acts take two', () => {
  const db = firstRecord()
  migrate(
    db,
    readMigrations().filter(({ version }) => version < 4),
  )
  const put = (id: string, act: string) =>
    db
      .prepare(
        `INSERT INTO proposals (id, act, subject_id, payload, reason, proposed_by, proposed_at, expires_at, state)
        VALUES (?, ?, 's', '{}', 'r', 'p', 1, 2, 'open')`,
      )
      .run(id, act)
  put('p1', 'role.grant')
  expect(() => put('p2', 'record.restore')).toThrow(/proposal_act/)
  migrate(db)
  put('p2', 'record.restore')
  expect(db.prepare('SELECT id FROM proposals ORDER BY rowid').pluck().all()).toEqual(['p1', 'p2'])
  expect(() => put('p3', 'anything.else')).toThrow(/proposal_act/)
})

test('R7 a step that would leave references into nothing changes nothing', () => {
  const db = firstRecord()
  db.exec(ticket)
  db.exec(leg)
  const before = shapeOf(db)
  expect(() => migrate(db, further('DELETE FROM tickets'))).toThrow(/breaks 1 references/)
  expect(() => migrate(db, further('DROP TABLE facts', 'no statement at all'))).toThrow(/syntax/)
  expect(shapeOf(db)).toEqual(before)
  expect(db.prepare('SELECT count(*) AS n FROM tickets').get()).toEqual({ n: 1 })
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('R7 a released step that was edited stops the start', () => {
  const copy = mkdtempSync(join(tmpdir(), 'hall-test-'))
  cpSync(folder, copy, { recursive: true })
  const [first = ''] = readdirSync(copy).filter((name) => name.endsWith('.sql'))
  writeFileSync(join(copy, first), `${readFileSync(join(copy, first), 'utf8')}\n-- a word\n`)
  expect(() => readMigrations(copy)).toThrow(/is not the released one/)
  writeFileSync(join(copy, '0099_unknown.sql'), 'SELECT 1')
  expect(() => readMigrations(copy)).toThrow(/is not the released one/)
  rmSync(copy, { recursive: true })
})

test('R7 a record of a newer release is left alone', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hall-test-')), 'record.db')
  const db = openDb(file)
  migrate(db)
  db.pragma('user_version = 99')
  const before = shapeOf(db)
  expect(() => migrate(db)).toThrow(/This record is of schema 99; this program knows \d+$/)
  expect(shapeOf(db)).toEqual(before)
  db.close()
  rmSync(join(file, '..'), { recursive: true })
})

test('R7 no step deletes rows behind a reference, and none drops what is only added to', () => {
  const steps = readMigrations()
  expect(steps.length).toBeGreaterThan(0)
  for (const { name, statements } of steps)
    for (const statement of statements) {
      expect(statement, name).not.toMatch(/\bCASCADE\b/i)
      expect(statement, name).not.toMatch(
        /\bDROP\s+TABLE\s+\W?(?:events|evaluations|checkpoints)\b/i,
      )
    }
})
