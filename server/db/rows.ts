import type Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './open.ts'

type Row = Record<string, unknown>
type Statement = Database.Statement<unknown[]>

/**
 * Prepared writes of one table, made from its definition: the names and types of the schema are
 * written once. Rows carry the same field names as the things in memory.
 */
export class TableWriter<R extends object> {
  readonly #columns: [string, SQLiteColumn][]
  readonly #insert: Statement
  readonly #upsert: Statement
  readonly #update: Statement | null
  readonly #keys: string[]
  readonly #name: string

  /** `keys`: fields of the primary key. Tables with `version` are updated by compare and set. */
  constructor(db: Db, table: SQLiteTable, keys: string[]) {
    this.#columns = Object.entries(getTableColumns(table))
    this.#keys = keys
    this.#name = getTableName(table)
    const name = this.#name
    const quoted = (column: SQLiteColumn) => `"${column.name}"`
    const all = this.#columns.map(([, column]) => quoted(column))
    const rest = this.#columns.filter(([field]) => !keys.includes(field))
    const insert = `INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`
    const keyColumns = this.#of(keys).map(quoted).join(', ')
    const sets = rest.map(([, column]) => `${quoted(column)} = excluded.${quoted(column)}`)
    this.#insert = db.prepare(insert)
    this.#upsert = db.prepare(
      `${insert} ON CONFLICT (${keyColumns}) DO UPDATE SET ${sets.join(', ')}`,
    )
    this.#update = this.#columns.some(([field]) => field === 'version')
      ? db.prepare(
          `UPDATE ${name} SET ${rest.map(([, c]) => `${quoted(c)} = ?`).join(', ')} WHERE ${this.#of(
            keys,
          )
            .map((c) => `${quoted(c)} = ?`)
            .join(' AND ')} AND version = ?`,
        )
      : null
  }

  #of(fields: string[]): SQLiteColumn[] {
    return fields.map((field) => {
      const found = this.#columns.find(([name]) => name === field)
      if (!found) throw new Error(`Table ${this.#name} has no field ${field}`)
      return found[1]
    })
  }

  #values(row: R, fields: [string, SQLiteColumn][]): unknown[] {
    return fields.map(([field, column]) => {
      const value = (row as Row)[field]
      return value === null || value === undefined ? null : column.mapToDriverValue(value)
    })
  }

  insert(row: R): void {
    this.#insert.run(...this.#values(row, this.#columns))
  }

  /** Writes the row whatever stood there. */
  put(row: R): void {
    this.#upsert.run(...this.#values(row, this.#columns))
  }

  /**
   * Writes the row over that of the version it had before; version 0 had none yet. Another version
   * in the table means that memory and record have come apart: a fault, never to be written over.
   */
  set(row: R, versionBefore: number): void {
    if (versionBefore === 0) return this.insert(row)
    const keys = this.#keys.map((key) => (row as Row)[key])
    const rest = this.#columns.filter(([field]) => !this.#keys.includes(field))
    const done = this.#update?.run(...this.#values(row, rest), ...keys, versionBefore)
    if (done?.changes !== 1)
      throw new Error(`${this.#name} ${keys.join(' ')} is not at version ${versionBefore}`)
  }
}
