import type { WaitingTicketView } from '#contract/live.ts'
import { say, type Language } from '#ui-kit/speech.ts'

/** How many wait and since when the longest: `13 人 · 最久 16 分`. */
export function queueSum(
  lang: Language,
  rows: readonly WaitingTicketView[],
  total: number,
  now: number,
): string {
  if (rows.length === 0) return say(lang, 'ctr.queue.nobody')
  return say(lang, 'ctr.queue.sum', { n: total, m: longestMinutes(rows, now) })
}

/** Whole minutes that the one who waits longest has waited. */
export function longestMinutes(rows: readonly WaitingTicketView[], now: number): number {
  const oldest = Math.min(...rows.map(({ queuedAt }) => queuedAt))
  return Math.max(0, Math.floor((now - oldest) / 60_000))
}
