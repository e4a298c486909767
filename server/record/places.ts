import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/open.ts'

/** Events that one question looks at: a rare one is found over several, and none stalls a call. */
export const lookedAt = 20_000

/**
 * Where the events of business days begin and end in the record, by halving: days never go back along
 * it, so no table needs to know. Both ends inclusive; `from > to`: there are none.
 */
export function placesOf(
  db: Db,
  head: number,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): { from: number; to: number } {
  return {
    from: from === undefined ? 1 : firstWhere(db, head, (businessDay) => businessDay >= from),
    to: to === undefined ? head : firstWhere(db, head, (businessDay) => businessDay > to) - 1,
  }
}

function firstWhere(db: Db, head: number, isThere: (businessDay: string) => boolean): number {
  let [low, high] = [1, head + 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isThere(businessDayAt(db, middle))) high = middle
    else low = middle + 1
  }
  return low
}

function businessDayAt(db: Db, seq: number): string {
  const row = prepared<[number], { businessDay: string }>(
    db,
    'SELECT business_day AS businessDay FROM events WHERE seq = ?',
  ).get(seq)
  return row?.businessDay ?? ''
}
