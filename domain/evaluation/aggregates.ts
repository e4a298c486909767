import { minute } from '../time.ts'
import { lowLevelMax } from './rating.ts'
import type { RatingLevel } from './rating.ts'

/** Fewer ratings than this are never told as a number of their own (E7). */
export const leastTogether = 5

/**
 * How long a business day must be over before its ratings are told: until then somebody could still
 * correct a slip tapped at its very end, and the difference would tell whose it was.
 */
export const settledAfterMs = 15 * minute

/** A rating on the business day on which it came in, whenever its service was. */
export type CountedRating = {
  businessDay: string
  attitude: RatingLevel
  efficiency: RatingLevel
}

export type RatingBucket = {
  /** First and last business day with a rating in it. */
  from: string
  until: string
  ratings: number
  satisfied: number
  meanAttitude: number
  meanEfficiency: number
}

/**
 * Ratings of one person as whole days, consecutive ones joined until there are at least five (E7).
 * What is left open at the end is not told. Buckets begin anew with each month, so they depend on no
 * question asked; days that are over never change, for a rating counts on the day on which it came.
 * So two answers differ by whole buckets only, and nobody can work out a single rating.
 * `ratings` in any order; `before` is the first day that is not over yet.
 */
export function bucketsOf(ratings: readonly CountedRating[], before: string): RatingBucket[] {
  const days = Map.groupBy(
    ratings.filter(({ businessDay }) => businessDay < before),
    ({ businessDay }) => businessDay,
  )
  const buckets: RatingBucket[] = []
  let open: CountedRating[] = []
  for (const day of [...days.keys()].toSorted()) {
    if (monthOf(day) !== monthOf(open[0]?.businessDay ?? day)) open = []
    open = [...open, ...(days.get(day) ?? [])]
    if (open.length < leastTogether) continue
    buckets.push(bucketOf(open))
    open = []
  }
  return buckets
}

/** How many of `count` ratings may be told of while more are coming in: whole steps of five. */
export function wholeSteps(count: number): number {
  return count - (count % leastTogether)
}

/** Both dimensions at 基本满意 or better. */
export function isSatisfied({ attitude, efficiency }: Omit<CountedRating, 'businessDay'>): boolean {
  return attitude > lowLevelMax && efficiency > lowLevelMax
}

function bucketOf(ratings: readonly CountedRating[]): RatingBucket {
  return {
    from: ratings[0]?.businessDay ?? '',
    until: ratings.at(-1)?.businessDay ?? '',
    ratings: ratings.length,
    satisfied: ratings.filter(isSatisfied).length,
    meanAttitude: mean(ratings.map(({ attitude }) => attitude)),
    meanEfficiency: mean(ratings.map(({ efficiency }) => efficiency)),
  }
}

function mean(levels: readonly number[]): number {
  return Math.round((levels.reduce((sum, level) => sum + level, 0) / levels.length) * 100) / 100
}

function monthOf(businessDay: string): string {
  return businessDay.slice(0, 7)
}
