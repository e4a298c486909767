import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from './open.ts'

const folder = join(import.meta.dirname, '../../migrations')

export type Migration = { version: number; name: string; statements: string[] }

/** The released steps in order. Their files are frozen: one that was edited stops the start. */
export function readMigrations(from: string = folder): Migration[] {
  const sums = JSON.parse(readFileSync(join(from, 'checksums.json'), 'utf8')) as Record<
    string,
    string
  >
  return readdirSync(from)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(from, name), 'utf8')
      if (sums[name] !== checksum(text))
        throw new Error(`Migration ${name} is not the released one: its checksum differs`)
      const statements = text.split('--> statement-breakpoint').map((s) => s.trim())
      return { version: Number(name.slice(0, 4)), name, statements: statements.filter(Boolean) }
    })
}

/** The schema that a record is of, and the one of this program. */
export function schemaOf(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number
}
export function newestSchema(migrations: Migration[] = readMigrations()): number {
  return migrations.at(-1)?.version ?? 0
}

export function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Brings a record to the newest schema. Foreign keys are off outside the transaction (a rebuilt
 * table would otherwise empty those that point to it), and checked before the commit. A record of a
 * newer program is refused: an older one must not write what it does not understand.
 */
export function migrate(db: Db, migrations: Migration[] = readMigrations()): number {
  const newest = newestSchema(migrations)
  const current = schemaOf(db)
  if (current > newest)
    throw new Error(`This record is of schema ${current}; this program knows ${newest}`)
  const missing = migrations.filter((migration) => migration.version > current)
  if (missing.length === 0) return current
  db.pragma('foreign_keys = OFF')
  try {
    db.exec('BEGIN EXCLUSIVE')
    for (const { statements } of missing) for (const statement of statements) db.exec(statement)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`Migration breaks ${broken.length} references`)
    db.pragma(`user_version = ${newest}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  } finally {
    db.pragma('foreign_keys = ON')
  }
  return newest
}
