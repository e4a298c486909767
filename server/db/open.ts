import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

export type Db = Database.Database

/** What every connection must run with; read back, for SQLite takes what it does not know silently. */
const pragmas = {
  journal_mode: 'wal',
  // better-sqlite3 runs NORMAL in WAL unless told: power cuts would lose acknowledged numbers (T1).
  synchronous: 2,
  foreign_keys: 1,
  // Without it, REPLACE deletes rows past the triggers that keep events unchanged.
  recursive_triggers: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 5000,
  // 16 MB: pages that many numbers touch are copied back once, not every few commits.
  wal_autocheckpoint: 4000,
  journal_size_limit: 67_108_864,
} as const

/** Opens the writing connection of a hall's record, with durable settings proved. */
export function openDb(file: string): Db {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const db = new Database(file)
  for (const [name, value] of Object.entries(pragmas)) {
    db.pragma(`${name} = ${value}`)
    const read = db.pragma(name, { simple: true })
    // mmap_size answers nothing where the build leaves memory mapping out: that is as good as 0.
    if (read !== value && !(name === 'mmap_size' && read === undefined)) {
      db.close()
      throw new Error(`SQLite refuses ${name} = ${value}: it says ${String(read)}`)
    }
  }
  return db
}

/** A connection that cannot write: for reports, `verify` and copies. */
export function openReadOnly(file: string): Db {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  db.pragma('busy_timeout = 5000')
  db.pragma('trusted_schema = 0')
  return db
}

/**
 * Takes the hall for this process: an exclusive transaction on a small database beside the record,
 * held for life. A second server, or a writing command, is refused at once; a crash lets go by itself.
 */
export function lockOwner(file: string): Db {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const owner = new Database(file)
  owner.pragma('busy_timeout = 0')
  owner.pragma('locking_mode = EXCLUSIVE')
  try {
    owner.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    owner.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new OwnedElsewhere(file)
    throw error
  }
  return owner
}

/** Another process serves this hall. */
export class OwnedElsewhere extends Error {
  override readonly name = 'OwnedElsewhere'

  constructor(file: string) {
    super(`Another process is writing this hall (${dirname(file)}). Stop it first, or use it`)
  }
}
