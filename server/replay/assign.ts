import type { Adapted } from './adapted.ts'
import { coversInstant, overlap } from './spans.ts'
import type { Span } from './spans.ts'
import type { PlannedSpell, PlannedVisit, Skills } from './timetable.ts'

/** Counters that are opened for a call that no other can take. */
export const reliefPrefix = 'relief-'

type Called = PlannedVisit & { calledAt: number }

/**
 * Finds a counter for every call that has none, or whose own is still busy with another (a counter
 * holds one ticket, C1): one that is open, free for the whole service and able to serve, the one that
 * has been free the longest; else a counter opened for it.
 */
export function assignCounters(
  visits: readonly PlannedVisit[],
  spells: readonly PlannedSpell[],
  skills: Skills,
  adapted: Adapted,
): void {
  const called = visits.filter((visit): visit is Called => visit.calledAt !== null)
  const busy = new Map<string, Span[]>()
  const homeless: Called[] = []
  // Those that ended first keep the counter: so the fewest have to go elsewhere.
  for (const visit of called.toSorted((a, b) => a.finishedAt - b.finishedAt || order(a, b))) {
    const { counterId } = visit
    const last = counterId === null ? undefined : busy.get(counterId)?.at(-1)
    const isFree = !last || visit.calledAt >= last.until
    if (counterId !== null && isFree) take(busy, counterId, visit)
    else homeless.push(visit)
    if (counterId === null) adapted.withoutCounter++
    else if (!isFree) adapted.busyCounter++
  }
  const open = Map.groupBy(spells, ({ counterId }) => counterId)
  for (const visit of homeless.toSorted(order)) {
    const found = freeCounter(visit, open, busy, skills)
    visit.counterId = found ?? freeRelief(visit, busy)
    if (found === null) adapted.relief++
    take(busy, visit.counterId, visit)
  }
}

function order(a: Called, b: Called): number {
  return a.calledAt - b.calledAt
}

function spanOf({ calledAt, finishedAt }: Called): Span {
  return { from: calledAt, until: finishedAt }
}

function take(busy: Map<string, Span[]>, counterId: string, visit: Called): void {
  const spans = busy.get(counterId) ?? []
  busy.set(counterId, spans)
  spans.push(spanOf(visit))
}

function freeCounter(
  visit: Called,
  open: ReadonlyMap<string, readonly Span[]>,
  busy: ReadonlyMap<string, readonly Span[]>,
  skills: Skills,
): string | null {
  let best: { counterId: string; freeSince: number } | null = null
  for (const [counterId, spells] of open) {
    const spell = spells.find((one) => coversInstant(one, visit.calledAt))
    if (!spell || !skills.get(counterId)?.has(visit.service)) continue
    const spans = busy.get(counterId) ?? []
    if (spans.some((span) => overlap(span, spanOf(visit)))) continue
    const ended = spans.filter(({ until }) => until <= visit.calledAt).map(({ until }) => until)
    const freeSince = Math.max(spell.from, ...ended)
    if (!best || freeSince < best.freeSince) best = { counterId, freeSince }
  }
  return best?.counterId ?? null
}

function freeRelief(visit: Called, busy: ReadonlyMap<string, readonly Span[]>): string {
  for (let number = 1; ; number++) {
    const counterId = `${reliefPrefix}${number}`
    const spans = busy.get(counterId) ?? []
    if (!spans.some((span) => overlap(span, spanOf(visit)))) return counterId
  }
}
