import { sql } from 'drizzle-orm'

/** A set of values as a check names it. The sets come from the domain, so all know the same ones. */
export function listed(values: readonly (string | number)[]) {
  return sql.raw(
    values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', '),
  )
}
