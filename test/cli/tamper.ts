import Database from 'better-sqlite3'
import { eventHash, genesisHash } from '#server/record/chain.ts'
import type { EventRow } from '#server/record/chain.ts'

export type Db = Database.Database

/** Opens a copy of a record as somebody with root would: nothing stands in the way of changing it. */
export function tamper(file: string, change: (db: Db) => void): void {
  const db = new Database(file)
  try {
    db.pragma('foreign_keys = OFF')
    db.pragma('synchronous = OFF')
    for (const { name } of db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .all())
      db.exec(`DROP TRIGGER ${name}`)
    change(db)
  } finally {
    db.close()
  }
}

/** The number of the first event of a type, from a number on. */
export function seqOf(db: Db, type: string, from = 1): number {
  const row = db
    .prepare<[string, number], { seq: number }>(
      'SELECT min(seq) AS seq FROM events WHERE type = ? AND seq >= ?',
    )
    .get(type, from)
  return row?.seq ?? 0
}

/** Writes other words into an event, leaving its hash as it was. */
export function rewrite(db: Db, seq: number, replace: (body: string) => string): void {
  const row = db
    .prepare<[number], { body: Buffer }>('SELECT body FROM events WHERE seq = ?')
    .get(seq)
  const body = Buffer.from(replace(row?.body.toString() ?? ''))
  db.prepare('UPDATE events SET body = ? WHERE seq = ?').run(body, seq)
}

/** Makes the whole chain consistent again, as a careful forger would. */
export function rechain(db: Db): void {
  const rows = db
    .prepare<[], EventRow>(
      'SELECT seq, at, business_day AS businessDay, type, actor, body FROM events ORDER BY seq',
    )
    .all()
  const put = db.prepare('UPDATE events SET prev_hash = ?, hash = ? WHERE seq = ?')
  let prevHash = genesisHash
  for (const row of rows) {
    const hash = eventHash({ ...row, prevHash })
    put.run(prevHash, hash, row.seq)
    prevHash = hash as typeof genesisHash
  }
}
