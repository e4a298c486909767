import { describe, expect, test } from 'vitest'
import { accuracyOf, driftOf } from '#domain/queue/forecast/accuracy.ts'
import type { CameTrue } from '#domain/queue/forecast/accuracy.ts'

/** Told five to fifteen minutes with ten in the middle. */
const told = { ahead: 4, medianS: 600, lowS: 300, highS: 900 }
const one = (waitS: number, more: Partial<CameTrue> = {}): CameTrue => ({
  ...{ serviceId: 'pay', hour: 9, told, waitS },
  ...more,
})
const many = (count: number, waitS: number) => Array.from({ length: count }, () => one(waitS))

describe('the accuracy of what was told', () => {
  test('Y14 is the share of ranges that came true and the mean error of medians', () => {
    const { all } = accuracyOf([one(300), one(600), one(900), one(901)])
    expect(all).toEqual({ count: 4, inRange: 0.75, meanErrorS: 225, meanWaitS: 675 })
  })

  test('Y14 is told by service and by hour, with counts', () => {
    const outcomes = [one(600), one(600, { serviceId: 'ask', hour: 14 }), one(1200, { hour: 14 })]
    const { byService, byHour } = accuracyOf(outcomes)
    expect(byService.map(({ serviceId, count }) => [serviceId, count])).toEqual([
      ['pay', 2],
      ['ask', 1],
    ])
    expect(byHour.map(({ hour, count, inRange }) => [hour, count, inRange])).toEqual([
      [9, 1, 1],
      [14, 2, 0.5],
    ])
  })

  test('Y14 counts apart whoever was told that there is no wait', () => {
    const none = { ahead: 0, medianS: 0, lowS: 0, highS: 20 }
    const { all, noWait } = accuracyOf([one(10, { told: none }), one(300, { told: none })])
    expect(all).toEqual({ count: 0, inRange: null, meanErrorS: null, meanWaitS: null })
    expect(noWait).toEqual({ count: 2, kept: 1 })
  })
})

describe('an alarm', () => {
  test('Y15 is raised when the latest 300 ranges are missed too often, or hardly ever', () => {
    const right = [...many(240, 600), ...many(60, 1200)]
    expect(driftOf(right)).toMatchObject({ latest: { inRange: 0.8 }, alarms: [] })
    expect(driftOf([...right, ...many(200, 600), ...many(100, 1200)]).alarms).toEqual([
      'range-missed',
    ])
    expect(driftOf([...right, ...many(300, 600)]).alarms).toEqual(['range-too-wide'])
  })

  test('Y15 is raised when errors are twice those of the weeks before', () => {
    const before = [...many(240, 700), ...many(60, 1000)]
    const after = [...many(240, 890), ...many(60, 1400)]
    const { latest, before: weeks, alarms } = driftOf([...before, ...after])
    expect(latest.meanErrorS).toBeGreaterThan(2 * (weeks.meanErrorS ?? 0))
    expect(alarms).toEqual(['error-doubled'])
  })

  test('Y15 is not raised before there are 300', () => {
    expect(driftOf(many(299, 5000)).alarms).toEqual([])
    expect(driftOf([...many(100, 600), ...many(299, 600)]).alarms).toEqual(['range-too-wide'])
  })
})
