/** From an instant until another, in ms; of no length where both are the same. */
export type Span = { from: number; until: number }

export function coversInstant({ from, until }: Span, at: number): boolean {
  return from <= at && at <= until
}

/** Whether two spans share more than an end; one of no length still takes its instant. */
export function overlap(a: Span, b: Span): boolean {
  return a.from < Math.max(b.until, b.from + 1) && b.from < Math.max(a.until, a.from + 1)
}

/** The same times with as few spans as possible, in order; those that touch become one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else merged.push({ from, until })
  }
  return merged
}
