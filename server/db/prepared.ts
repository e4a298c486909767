import type Database from 'better-sqlite3'
import type { Db } from './open.ts'

const kept = new WeakMap<Db, Map<string, Database.Statement>>()

/** A statement of a connection, prepared once: preparing costs more than most questions asked. */
export function prepared<P extends unknown[], R = unknown>(
  db: Db,
  text: string,
): Database.Statement<P, R> {
  const statements = kept.get(db) ?? new Map<string, Database.Statement>()
  kept.set(db, statements)
  const statement = statements.get(text) ?? db.prepare(text)
  statements.set(text, statement)
  return statement as Database.Statement<P, R>
}
