// Planted defect: with `leastTogether` at 1, or buckets counted from the question's own first day,
// the properties below find a pair of answers that tells a single rating. Shown once, and undone.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketsOf, leastTogether, wholeSteps } from '#domain/evaluation/aggregates.ts'
import type { CountedRating, RatingBucket } from '#domain/evaluation/aggregates.ts'
import type { RatingLevel } from '#domain/evaluation/rating.ts'
import { addDays } from '#domain/time.ts'

const level = fc.constantFrom<RatingLevel[]>(1, 2, 3, 4, 5)

/** Ratings of some ten weeks, in the order in which they came. */
const life = fc
  .array(fc.record({ day: fc.nat(70), attitude: level, efficiency: level }), { maxLength: 120 })
  .map((ratings) =>
    ratings
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, ...levels }): CountedRating => ({
        businessDay: addDays('2026-01-20', day),
        ...levels,
      })),
  )

function on(businessDay: string, count: number, attitude: RatingLevel = 5): CountedRating[] {
  return Array.from({ length: count }, () => ({ businessDay, attitude, efficiency: 5 }))
}

describe('own ratings', () => {
  test('E17 are whole days of at least five, consecutive days joined until there are', () => {
    const ratings = [...on('2026-03-02', 2), ...on('2026-03-03', 4, 1), ...on('2026-03-04', 7)]
    expect(bucketsOf(ratings, '2026-03-05')).toEqual([
      {
        ...{ from: '2026-03-02', until: '2026-03-03', ratings: 6, satisfied: 2 },
        ...{ meanAttitude: 2.33, meanEfficiency: 5 },
      },
      {
        ...{ from: '2026-03-04', until: '2026-03-04', ratings: 7, satisfied: 7 },
        ...{ meanAttitude: 5, meanEfficiency: 5 },
      },
    ])
  })

  test('E17 tell nothing of the day that goes on, nor of what is left over', () => {
    const ratings = [...on('2026-03-02', 5), ...on('2026-03-03', 4), ...on('2026-03-04', 40)]
    const buckets = bucketsOf(ratings, '2026-03-04')
    expect(buckets.map(({ from, ratings: count }) => [from, count])).toEqual([['2026-03-02', 5]])
  })

  test('E17 begin anew with the month, so that they depend on no question', () => {
    const ratings = [...on('2026-02-28', 3), ...on('2026-03-01', 5), ...on('2026-03-02', 5)]
    const days = bucketsOf(ratings, '2026-04-01').map(({ from }) => from)
    expect(days).toEqual(['2026-03-01', '2026-03-02'])
  })
})

const key = ({ from, until, ...rest }: RatingBucket) => JSON.stringify([from, until, rest])

describe('E7 no two answers tell a single rating', () => {
  test('every bucket has at least five, of whole days that belong to it alone', () => {
    fc.assert(
      fc.property(life, fc.nat(80), (ratings, days) => {
        const before = addDays('2026-01-20', days)
        const buckets = bucketsOf(ratings, before)
        for (const { from, until, ratings: count } of buckets) {
          const own = ratings.filter(
            ({ businessDay }) => businessDay >= from && businessDay <= until,
          )
          expect(count).toBe(own.length)
          expect(count).toBeGreaterThanOrEqual(5)
          expect(until < before && from.slice(0, 7) === until.slice(0, 7)).toBe(true)
        }
        buckets
          .slice(1)
          .forEach(({ from }, at) => expect(from > (buckets[at]?.until ?? '')).toBe(true))
      }),
    )
  })

  test('a later answer repeats the earlier one and adds whole buckets', () => {
    fc.assert(
      fc.property(life, fc.nat(80), fc.nat(80), (ratings, one, other) => {
        const [first, then] = [Math.min(one, other), Math.max(one, other)]
        const earlier = bucketsOf(ratings, addDays('2026-01-20', first))
        const later = bucketsOf(ratings, addDays('2026-01-20', then))
        expect(later.slice(0, earlier.length).map(key)).toEqual(earlier.map(key))
        for (const { ratings: count } of later.slice(earlier.length))
          expect(count).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  test('a rating that was not given changes no answer but by its whole bucket', () => {
    fc.assert(
      fc.property(life, fc.nat(200), (ratings, at) => {
        const day = ratings[at % Math.max(1, ratings.length)]?.businessDay ?? ''
        // Until its day is over nobody is told anything that it is part of.
        const without = ratings.filter(({ businessDay }) => businessDay !== day)
        expect(bucketsOf(ratings, day).map(key)).toEqual(bucketsOf(without, day).map(key))
      }),
    )
  })

  test('counts of a day that goes on move by five', () => {
    expect(leastTogether).toBe(5)
    expect([0, 4, 5, 9, 10, 23].map(wholeSteps)).toEqual([0, 0, 5, 5, 10, 20])
  })
})
