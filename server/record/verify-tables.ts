import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from '../db/open.ts'
import * as schema from '../db/schema.ts'
import type { Verdict } from './verdict.ts'

/** Tables that are made from the events, each with the columns that name a row. */
const made: [table: SQLiteTable, keys: string[]][] = [
  [schema.setupItems, ['kind', 'id']],
  [schema.settings, ['position']],
  [schema.apiKeys, ['id']],
  [schema.businessDays, ['business_day']],
  [schema.series, ['business_day', 'prefix']],
  [schema.staffSessions, ['id']],
  [schema.counters, ['id']],
  [schema.tickets, ['id']],
  [schema.legs, ['id']],
  [schema.evaluations, ['leg_id']],
  [schema.devices, ['id']],
  [schema.staffRoles, ['staff_id', 'role']],
  [schema.passkeys, ['id']],
  [schema.consoleSessions, ['id']],
  [schema.proposals, ['id']],
  [schema.annulments, ['leg_id']],
  [schema.evaluationFlags, ['leg_id', 'flag']],
]

type Row = Record<string, unknown>

/** Compares every table with the one made again from the events, row by row; rows of each. */
export function compareTables(wanted: Db, found: Db, verdict: Verdict): Record<string, number> {
  const rows: Record<string, number> = {}
  for (const [table, keys] of made) {
    const name = getTableName(table)
    rows[name] = compare(
      name,
      keys,
      select(table, keys, wanted),
      select(table, keys, found),
      verdict,
    )
  }
  return rows
}

function select(table: SQLiteTable, keys: string[], db: Db): IterableIterator<Row> {
  const columns = Object.values(getTableColumns(table)).map(({ name }) => `"${name}"`)
  const order = keys.map((key) => `"${key}"`).join(', ')
  return db
    .prepare<[], Row>(`SELECT ${columns.join(', ')} FROM ${getTableName(table)} ORDER BY ${order}`)
    .iterate()
}

/** Walks both sides in the order of their keys, like merging two sorted piles. */
function compare(
  name: string,
  keys: string[],
  wanted: IterableIterator<Row>,
  found: IterableIterator<Row>,
  verdict: Verdict,
): number {
  const label = (row: Row) => `${name} ${keys.map((key) => String(row[key])).join(' ')}`
  let count = 0
  let left = next(wanted)
  let right = next(found)
  while (left || right) {
    const order = compareKeys(keys, left, right)
    if (left && order < 0)
      verdict.differ('tables', `${label(left)}: the events make this row, and it is not there`)
    else if (right && order > 0) verdict.differ('tables', `${label(right)}: no event made this row`)
    else if (left && right)
      for (const what of cellsApart(left, right))
        verdict.differ('tables', `${label(right)}: ${what}`)
    count += right && order >= 0 ? 1 : 0
    if (order <= 0) left = next(wanted)
    if (order >= 0) right = next(found)
  }
  return count
}

function next(rows: IterableIterator<Row>): Row | null {
  const step = rows.next()
  return step.done ? null : step.value
}

function compareKeys(keys: string[], left: Row | null, right: Row | null): number {
  if (!left || !right) return left ? -1 : 1
  for (const key of keys) {
    const order = compareCells(left[key], right[key])
    if (order !== 0) return order
  }
  return 0
}

/** As SQLite orders them: numbers as such, text by its bytes. */
function compareCells(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
}

function cellsApart(wanted: Row, found: Row): string[] {
  return Object.entries(wanted)
    .filter(([column, value]) => value !== found[column])
    .map(([column, value]) => `${column} is ${show(found[column])}, the events make ${show(value)}`)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
