import { readMigrations } from '../db/migrate.ts'
import { openReadOnly } from '../db/open.ts'
import type { Db } from '../db/open.ts'
import { eventHash, fromRow, genesisHash } from './chain.ts'
import type { EventRow } from './chain.ts'
import { Rebuilt } from './rebuilt.ts'
import { Verdict } from './verdict.ts'
import { verifyHeads } from './verify-heads.ts'
import { EventRules, verifyRules, verifyWords } from './verify-rules.ts'
import { compareTables } from './verify-tables.ts'

export type VerifyOptions = {
  /** Keys that may have signed heads; without any, only the signatures are not looked at. */
  publicKeys: readonly string[]
  /** A signed head that was kept outside the server. */
  anchor?: string
}

const rowsInOrder = `SELECT seq, at, business_day AS businessDay, type, actor, body,
  prev_hash AS prevHash, hash FROM events ORDER BY seq`

/**
 * Holds a record to itself: the file as a database, the chain of hashes, the signed heads, the tables against what the
 * events make when they are played into an empty database, the rules that must hold over all, and
 * the words beside the record. Reads one moment of the file and changes nothing, so the server may
 * go on writing.
 */
export function verifyRecord(file: string, options: VerifyOptions): Verdict {
  const db = openReadOnly(file)
  try {
    const newest = readMigrations().at(-1)?.version
    const schema = db.pragma('user_version', { simple: true })
    if (schema !== newest)
      throw new Error(
        `This record is of schema ${String(schema)}, this program of ${newest}: start the server once to bring it there`,
      )
    db.exec('BEGIN')
    return verifyOpen(db, options)
  } finally {
    db.close()
  }
}

function verifyOpen(db: Db, options: VerifyOptions): Verdict {
  const verdict = new Verdict()
  verdict.hallId = factOf(db, 'hall')
  verdict.epoch = factOf(db, 'epoch')
  verifyFile(db, verdict)
  // Nothing that is read from a torn file says anything.
  if (verdict.count('file') > 0) return verdict
  const rebuilt = new Rebuilt(verdict.hallId)
  try {
    const rules = new EventRules(verdict)
    verifyEvents(db, verdict, rebuilt, rules)
    verifyHeads(db, verdict, { ...options, restores: rules.restores })
    if (verdict.count('chain') === 0) verdict.rows = compareTables(rebuilt.db, db, verdict)
    verifyRules(db, verdict, rules)
    verifyWords(db, verdict, rules.hashes)
  } finally {
    rebuilt.close()
  }
  return verdict
}

export function factOf(db: Db, name: string): string {
  const row = db
    .prepare<[string], { value: string }>('SELECT value FROM facts WHERE name = ?')
    .get(name)
  return row?.value ?? ''
}

/** Whether SQLite itself finds the file whole: it sees torn pages that no event passes through. */
function verifyFile(db: Db, verdict: Verdict): void {
  for (const { integrity_check: said } of db.pragma('integrity_check') as {
    integrity_check: string
  }[])
    if (said !== 'ok') verdict.differ('file', `SQLite finds it torn: ${said}`)
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    verdict.differ('file', `${broken.length} rows point to rows that are not there`)
}

/** Walks the chain and plays the events, as far as they can be trusted. */
function verifyEvents(db: Db, verdict: Verdict, rebuilt: Rebuilt, rules: EventRules): void {
  let seq = 0
  let head: Buffer = genesisHash
  for (const row of db.prepare<[], EventRow>(rowsInOrder).iterate()) {
    verdict.events += 1
    for (const what of breaksIn(row, seq, head)) verdict.differ('chain', what)
    seq = row.seq
    head = row.hash
    if (verdict.count('chain') > 0) continue
    try {
      const event = fromRow(row)
      rebuilt.apply(event)
      rules.look(event, rebuilt.day)
    } catch (error) {
      verdict.differ('chain', `${named(row)} cannot have happened: ${(error as Error).message}`)
    }
  }
}

/** Why an event is not the one that followed the one before. */
function breaksIn(row: EventRow, before: number, head: Buffer): string[] {
  if (row.seq !== before + 1) {
    const last = row.seq - 1
    const gap = last === before + 1 ? `Event ${last} is` : `Events ${before + 1} to ${last} are`
    return [`${gap} missing`]
  }
  const found: string[] = []
  if (!eventHash(row).equals(row.hash)) found.push(`${named(row)} is not what was recorded`)
  if (!row.prevHash.equals(head))
    found.push(`${named(row)} does not follow event ${before} as it stands here`)
  return found
}

function named({ seq, type }: Pick<EventRow, 'seq' | 'type'>): string {
  return `Event ${seq} (${type})`
}
