import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { waitRange } from '#domain/queue/wait-estimate.ts'
import { seed } from '../seed.ts'

describe('the range people read', () => {
  const range = (fromS: number, untilS: number) => waitRange({ lowS: fromS, highS: untilS })

  test.each([
    ['nothing is never narrower than two minutes', 0, 0, 0, 2],
    ['both ends to the nearest minute below 10', 89, 200, 1, 3],
    ['half a minute goes up', 90, 210, 2, 4],
    ['at least two minutes apart', 200, 210, 3, 5],
    ['from 10 on in steps of five', 10 * 60, 17 * 60, 10, 15],
    ['to the nearest step, not outward', 12 * 60, 22 * 60, 10, 20],
    ['half a step goes up', 12.5 * 60, 27.5 * 60, 15, 30],
    ['each end by its own size', 7 * 60, 14 * 60, 7, 15],
    ['just below 10 reads 10', 9.6 * 60, 13 * 60, 10, 15],
    ['two minutes from 8', 8 * 60, 8 * 60, 8, 10],
    ['the least width past 10 ends on a step', 9 * 60, 9 * 60, 9, 15],
    ['and from 10 on too', 20 * 60, 21 * 60, 20, 25],
  ])('Q27 %s', (_what, fromS, untilS, fromMinutes, untilMinutes) => {
    expect(range(fromS, untilS)).toEqual({ fromMinutes, untilMinutes, over: false })
  })

  test('Q27 from an hour on it says only that it is over', () => {
    expect(range(59 * 60, 80 * 60).over).toBe(true)
    expect(range(57 * 60, 80 * 60)).toEqual({ fromMinutes: 55, untilMinutes: 80, over: false })
    expect(range(60 * 60, 2 * 60 * 60).over).toBe(true)
  })

  test('Q27 whatever the estimate, the ends are whole minutes, steps of five from 10 on, 2 apart', () => {
    const seconds = fc.integer({ min: 0, max: 4 * 60 * 60 })
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        const { fromMinutes, untilMinutes } = range(Math.min(a, b), Math.max(a, b))
        expect(untilMinutes - fromMinutes).toBeGreaterThanOrEqual(2)
        for (const end of [fromMinutes, untilMinutes]) expect(end >= 10 ? end % 5 : end % 1).toBe(0)
        expect(Math.abs(fromMinutes - Math.min(a, b) / 60)).toBeLessThanOrEqual(2.5)
      }),
      { seed },
    )
  })

  test('Q27 a longer wait never reads shorter', () => {
    const seconds = fc.integer({ min: 0, max: 4 * 60 * 60 })
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 600 }), (from, more) => {
        const sooner = range(from, from * 2)
        const later = range(from + more, (from + more) * 2)
        expect(later.fromMinutes).toBeGreaterThanOrEqual(sooner.fromMinutes)
        expect(later.untilMinutes).toBeGreaterThanOrEqual(sooner.untilMinutes)
      }),
      { seed },
    )
  })
})
