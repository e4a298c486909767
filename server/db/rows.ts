import type Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './open.ts'

type Row = Record<string, unknown>
type Statement = Database.Statement<unknown[]>

/** A column of a table: the field of the thing in memory, and how its value is written. */
type Cell = { field: string; name: string; encode: ((value: unknown) => unknown) | null }

/**
 * Prepared writes of one table, made from its definition: the names and types of the schema are
 * written once. Rows carry the same field names as the things in memory.
 */
export class TableWriter<R extends object> {
  readonly #cells: Cell[]
  /** All but the key's, in the order of the update. */
  readonly #rest: Cell[]
  readonly #keys: Cell[]
  readonly #insert: Statement
  readonly #upsert: Statement
  readonly #update: Statement | null
  readonly #table: string

  /** `keys`: fields of the primary key. Tables with `version` are updated by compare and set. */
  constructor(db: Db, table: SQLiteTable, keys: string[]) {
    this.#table = getTableName(table)
    this.#cells = Object.entries(getTableColumns(table)).map(toCell)
    this.#keys = this.#cells.filter(({ field }) => keys.includes(field))
    this.#rest = this.#cells.filter(({ field }) => !keys.includes(field))
    const names = (cells: Cell[]) => cells.map(({ name }) => name).join(', ')
    const equals = (cells: Cell[], glue: string) =>
      cells.map(({ name }) => `${name} = ?`).join(glue)
    const taken = this.#rest.map(({ name }) => `${name} = excluded.${name}`).join(', ')
    const places = this.#cells.map(() => '?').join(', ')
    const insert = `INSERT INTO ${this.#table} (${names(this.#cells)}) VALUES (${places})`
    this.#insert = db.prepare(insert)
    this.#upsert = db.prepare(`${insert} ON CONFLICT (${names(this.#keys)}) DO UPDATE SET ${taken}`)
    this.#update = this.#rest.some(({ field }) => field === 'version')
      ? db.prepare(
          `UPDATE ${this.#table} SET ${equals(this.#rest, ', ')} WHERE ${equals(this.#keys, ' AND ')} AND version = ?`,
        )
      : null
  }

  insert(row: R): void {
    this.#insert.run(...valuesOf(row, this.#cells))
  }

  /** Writes the row whatever stood there. */
  put(row: R): void {
    this.#upsert.run(...valuesOf(row, this.#cells))
  }

  /**
   * Writes the row over that of the version it had before; version 0 had none yet. Another version
   * in the table means that memory and record have come apart: a fault, never to be written over.
   */
  set(row: R, versionBefore: number): void {
    if (versionBefore === 0) return this.insert(row)
    const keys = valuesOf(row, this.#keys)
    const done = this.#update?.run(...valuesOf(row, this.#rest), ...keys, versionBefore)
    if (done?.changes !== 1)
      throw new Error(`${this.#table} ${keys.join(' ')} is not at version ${versionBefore}`)
  }
}

/** Text and numbers are written as they are; only JSON and yes/no columns change their form. */
function toCell([field, column]: [string, SQLiteColumn]): Cell {
  const asItIs = ['SQLiteText', 'SQLiteInteger', 'SQLiteBlobBuffer'].includes(column.columnType)
  const encode = asItIs ? null : (value: unknown) => column.mapToDriverValue(value)
  return { field, name: `"${column.name}"`, encode }
}

function valuesOf(row: object, cells: readonly Cell[]): unknown[] {
  return cells.map(({ field, encode }) => {
    const value = (row as Row)[field] ?? null
    return value === null || encode === null ? value : encode(value)
  })
}
