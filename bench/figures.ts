/** The value that so many of the hundred stay below. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0
}

/** The middle one: a round that met bad weather does not move it. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** A line of a table: the first cell to the left, the others to the right under their heads. */
export function line(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    .join('  ')
}
