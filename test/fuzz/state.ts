import { hash } from 'node:crypto'
import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { openReadOnly } from '#server/db/open.ts'
import type { Db } from '#server/db/open.ts'
import { recordFile } from '#server/hall/hall.ts'

/**
 * Tables that a refusal may write: the answer kept for its key (H6), the counts of tries that the
 * limits live from (H19), when somebody last used their sign-in, and when the server last saw its
 * clock.
 */
const countingTables = [
  ...['idempotency', 'pin_failures', 'limit_counts', 'console_uses', 'facts', 'checkpoints'],
]

/** Counts of tries that stand in a table with more. */
const countingColumns = ['enrolments.tries']

/** Events that a refusal may leave: that it was refused is told to the auditor. */
const tellingEvents = ['access.denied']

/** What a hall held at one moment. */
type Held = { seq: number; tables: Map<string, string> }

/**
 * Looks at the record of every hall from outside, read-only, beside the server that writes it, and
 * says what has happened since it last looked.
 */
export class RecordWatch {
  readonly #dataDir: string
  readonly #halls = new Map<string, { db: Db; version: number; held: Held; tables: string[] }>()

  constructor(dataDir: string) {
    this.#dataDir = dataDir
    this.changes()
  }

  /** What was changed by anybody but the hall itself since the last look; empty: nothing. */
  changes(): string[] {
    const found: string[] = []
    for (const id of readdirSync(join(this.#dataDir, 'halls'))) {
      const hall = this.#halls.get(id)
      if (!hall) {
        this.#follow(id)
        found.push(`hall ${id} is new`)
        continue
      }
      const version = versionOf(hall.db)
      if (version === hall.version) continue
      hall.version = version
      const before = hall.held
      hall.held = heldBy(hall.db, hall.tables)
      found.push(...changesOf(hall.db, before, hall.held))
    }
    return found
  }

  close(): void {
    for (const { db } of this.#halls.values()) db.close()
    this.#halls.clear()
  }

  #follow(id: string): void {
    const db = openReadOnly(recordFile(this.#dataDir, id))
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
      .filter((name) => name !== 'events' && !countingTables.includes(name))
    this.#halls.set(id, { db, tables, version: versionOf(db), held: heldBy(db, tables) })
  }
}

/** SQLite's own count of what other connections have committed. */
function versionOf(db: Db): number {
  return db.pragma('data_version', { simple: true }) as number
}

function heldBy(db: Db, tables: readonly string[]): Held {
  const seq = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM events').pluck().get() ?? 0
  const hashes = tables.map((table): [string, string] => {
    const rows = db
      .prepare(`SELECT ${columnsOf(db, table)} FROM "${table}"`)
      .raw()
      .all()
    return [table, hash('sha1', JSON.stringify(rows))]
  })
  return { seq, tables: new Map(hashes) }
}

function columnsOf(db: Db, table: string): string {
  return db
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table)
    .filter((name) => !countingColumns.includes(`${table}.${name}`))
    .map((name) => `"${name}"`)
    .join(', ')
}

function changesOf(db: Db, before: Held, now: Held): string[] {
  const events = db
    .prepare<[number], { type: string; actor: string }>(
      'SELECT type, actor FROM events WHERE seq > ? ORDER BY seq',
    )
    .all(before.seq)
  // What the hall does by its own clock happens whatever is asked of it at that moment.
  const own = events.filter(
    ({ actor }) => (JSON.parse(actor) as { kind: string }).kind === 'system',
  )
  const wanted = events.filter((one) => !own.includes(one) && !tellingEvents.includes(one.type))
  if (wanted.length > 0) return wanted.map(({ type }) => type)
  const tables = [...now.tables].filter(([name, rows]) => before.tables.get(name) !== rows)
  return own.length > 0 ? [] : tables.map(([name]) => `${name}, without an event`)
}
