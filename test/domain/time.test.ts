import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  businessDayAt,
  daysBetween,
  dayStep,
  hour,
  instantOf,
  isOpenAt,
  isTimeZone,
  localTime,
  minute,
  nextOpening,
  weekdayOf,
} from '#domain/time.ts'
import { seed } from './seed.ts'

const utc = (iso: string): number => Date.parse(`${iso}Z`)
const zones = ['Asia/Shanghai', 'Pacific/Auckland', 'America/New_York', 'UTC', 'Asia/Kathmandu']

/** Any minute of some years around a hall's life. */
const anyMinute = fc
  .integer({ min: utc('2024-01-01T00:00') / minute, max: utc('2028-01-01T00:00') / minute })
  .map((minutes) => minutes * minute)
const anyZone = fc.constantFrom(...zones)

describe('the clock of a hall', () => {
  test.each([
    ['Asia/Shanghai', '2026-03-02T16:30', '2026-03-03', 30, 1],
    ['Pacific/Auckland', '2026-03-02T11:00', '2026-03-03', 0, 1],
    ['America/New_York', '2026-03-02T04:59', '2026-03-01', 23 * 60 + 59, 6],
    ['UTC', '2026-03-02T00:00', '2026-03-02', 0, 0],
    ['Asia/Kathmandu', '2026-03-02T18:14', '2026-03-02', 23 * 60 + 59, 0],
  ])('D1 in %s at %s UTC', (zone, at, date, minutes, weekday) => {
    expect(localTime(utc(at), zone)).toEqual({ date, minutes, weekday })
  })

  test('D1 leaves seconds out', () => {
    expect(localTime(utc('2026-03-02T01:00') + 59_999, 'Asia/Shanghai').minutes).toBe(540)
  })

  test('D1 knows what a zone is', () => {
    expect(zones.every(isTimeZone)).toBe(true)
    expect(['Asia/Atlantis', '', 'Shanghai time'].some(isTimeZone)).toBe(false)
  })

  test('D1 an instant and its local time are one and the same', () => {
    fc.assert(
      fc.property(anyMinute, anyZone, (at, zone) => {
        const shown = localTime(at, zone)
        const back = instantOf(shown.date, shown.minutes, zone)
        // At the end of summer an hour is shown twice: the clock reads the same, at least.
        expect(localTime(back, zone)).toEqual(shown)
        expect(Math.abs(back - at)).toBeLessThanOrEqual(hour)
      }),
      { seed },
    )
  })
})

describe('dates', () => {
  test('D1 0 is Monday and 6 is Sunday', () => {
    expect(['2026-03-02', '2026-03-08', '2024-02-29'].map(weekdayOf)).toEqual([0, 6, 3])
  })

  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-02', 0, '2026-03-02'],
    ['2026-12-31', 31, '2027-01-31'],
  ])('D1 %s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
    expect(daysBetween(from, to)).toBe(days)
  })
})

describe('the business day of an instant', () => {
  const four = 4 * 60

  test('D2 before the cut-over it is still that of yesterday', () => {
    const at = (iso: string) => businessDayAt(utc(iso), 'Asia/Shanghai', four)
    expect(at('2026-03-02T19:59')).toBe('2026-03-02')
    expect(at('2026-03-02T20:00')).toBe('2026-03-03')
  })

  test('D2 midnight of UTC means nothing to it', () => {
    // 08:00 in Shanghai, 13:00 in Auckland, 19:00 of the day before in New York.
    for (const ms of [-1, 0, 1]) {
      const at = utc('2026-03-02T00:00') + ms
      expect(businessDayAt(at, 'Asia/Shanghai', four)).toBe('2026-03-02')
      expect(businessDayAt(at, 'Pacific/Auckland', four)).toBe('2026-03-02')
      expect(businessDayAt(at, 'America/New_York', four)).toBe('2026-03-01')
    }
  })

  test.each([
    ['New York, spring: 02:00 becomes 03:00', 'America/New_York', '2026-03-08'],
    ['New York, autumn: 02:00 becomes 01:00', 'America/New_York', '2026-11-01'],
    ['Auckland, spring', 'Pacific/Auckland', '2026-09-27'],
    ['Auckland, autumn', 'Pacific/Auckland', '2026-04-05'],
    ['Shanghai, which has none', 'Asia/Shanghai', '2026-03-08'],
  ])('D2 it begins at 04:00 by the clock on the wall: %s', (_what, zone, date) => {
    const cutover = instantOf(date, four, zone)
    expect(localTime(cutover, zone)).toMatchObject({ date, minutes: four })
    expect(businessDayAt(cutover - 1, zone, four)).toBe(addDays(date, -1))
    expect(businessDayAt(cutover, zone, four)).toBe(date)
  })

  test.each([
    ['a cut-over in the hour that spring leaves out', 'America/New_York', '2026-03-08', 150],
    ['a cut-over in the hour that autumn shows twice', 'America/New_York', '2026-11-01', 90],
  ])('D2 %s comes once', (_what, zone, date, cutover) => {
    const from = instantOf(date, 0, zone)
    const days = Array.from({ length: 24 * 12 }, (_, step) =>
      businessDayAt(from + step * 5 * minute, zone, cutover),
    )
    expect(days[0]).toBe(addDays(date, -1))
    expect(days.at(-1)).toBe(date)
    expect(days).toEqual(days.toSorted())
  })

  test('T5 it never goes back while time goes on', () => {
    const cutovers = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(anyMinute, fc.nat(3 * 24 * 60), anyZone, cutovers, (at, more, zone, cutover) => {
        const earlier = businessDayAt(at, zone, cutover)
        const later = businessDayAt(at + more * minute, zone, cutover)
        expect(daysBetween(earlier, later)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(earlier, later)).toBeLessThanOrEqual(4)
      }),
      { seed },
    )
  })
})

describe('what the calendar says of the next business day', () => {
  test.each([
    ['the first day of a hall', null, '2026-03-02', 'next'],
    ['the same day', '2026-03-02', '2026-03-02', 'same'],
    ['the day after', '2026-03-02', '2026-03-03', 'next'],
    ['31 days later, after a long holiday', '2026-03-02', '2026-04-02', 'next'],
    ['32 days later', '2026-03-02', '2026-04-03', 'suspect'],
    ['a year later', '2026-03-02', '2027-03-02', 'suspect'],
    ['the day before', '2026-03-02', '2026-03-01', 'suspect'],
    ['long ago', '2026-03-02', '1970-01-01', 'suspect'],
  ] as const)('T5 %s', (_what, current, candidate, step) => {
    expect(dayStep(current, candidate)).toBe(step)
  })
})

describe('opening hours', () => {
  const nine = { from: 9 * 60, until: 17 * 60 }
  const weekdays = {
    hours: [[nine], [nine], [nine], [nine], [nine], [], []],
    special: {} as Record<string, (typeof nine)[]>,
  }
  const on = (date: string, hours: number, minutes = 0) => ({
    ...{ date, minutes: hours * 60 + minutes, weekday: weekdayOf(date) },
  })

  test.each([
    ['Monday 08:59', on('2026-03-02', 8, 59), false],
    ['Monday 09:00', on('2026-03-02', 9), true],
    ['Monday 16:59', on('2026-03-02', 16, 59), true],
    ['Monday 17:00', on('2026-03-02', 17), false],
    ['Saturday 12:00', on('2026-03-07', 12), false],
  ])('D9 %s', (_when, local, open) => {
    expect(isOpenAt(weekdays, local)).toBe(open)
  })

  test('D9 a day may have a break', () => {
    const morning = { from: 9 * 60, until: 12 * 60 }
    const afternoon = { from: 13 * 60, until: 17 * 60 }
    const door = { ...weekdays, hours: [[morning, afternoon], [], [], [], [], [], []] }
    const hours = [11, 12, 13].map((time) => isOpenAt(door, on('2026-03-02', time)))
    expect(hours).toEqual([true, false, true])
    expect(nextOpening(door, on('2026-03-02', 12))).toEqual({ date: '2026-03-02', minutes: 780 })
  })

  test('D9 hours may run past midnight, into a day that is closed', () => {
    const late = { from: 20 * 60, until: 26 * 60 }
    const door = { hours: [[], [], [], [], [late], [], []], special: {} }
    const open = (date: string, hours: number, minutes = 0) =>
      isOpenAt(door, on(date, hours, minutes))
    expect(open('2026-03-06', 19, 59)).toBe(false)
    expect(open('2026-03-06', 20)).toBe(true)
    expect(open('2026-03-07', 1, 59)).toBe(true)
    expect(open('2026-03-07', 2)).toBe(false)
    expect(open('2026-03-06', 1)).toBe(false)
    expect(open('2026-03-08', 1)).toBe(false)
  })

  test('D9 a hall may be open at every hour', () => {
    const always = Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }])
    const door = { hours: always, special: {} }
    expect([0, 12, 23].every((time) => isOpenAt(door, on('2026-03-08', time)))).toBe(true)
  })

  test('D10 a special day has its own hours instead of those of the week', () => {
    const special = { '2026-03-02': [], '2026-03-07': [{ from: 600, until: 720 }] }
    const door = { ...weekdays, special }
    expect(isOpenAt(door, on('2026-03-02', 12))).toBe(false)
    expect(isOpenAt(door, on('2026-03-09', 12))).toBe(true)
    expect(isOpenAt(door, on('2026-03-07', 11))).toBe(true)
    expect(nextOpening(door, on('2026-03-01', 12))).toEqual({ date: '2026-03-03', minutes: 540 })
    expect(nextOpening(door, on('2026-03-06', 17))).toEqual({ date: '2026-03-07', minutes: 600 })
  })

  test('D10 the night after a special day belongs to it', () => {
    const special = { '2026-03-06': [{ from: 20 * 60, until: 25 * 60 }] }
    const door = { ...weekdays, special }
    expect(isOpenAt(door, on('2026-03-07', 0, 30))).toBe(true)
    expect(isOpenAt(door, on('2026-03-07', 1))).toBe(false)
  })

  test.each([
    ['before opening, today', on('2026-03-02', 7), { date: '2026-03-02', minutes: 540 }],
    ['while open, the next one', on('2026-03-02', 9), { date: '2026-03-03', minutes: 540 }],
    ['after closing, tomorrow', on('2026-03-02', 18), { date: '2026-03-03', minutes: 540 }],
    ['on Friday evening, Monday', on('2026-03-06', 18), { date: '2026-03-09', minutes: 540 }],
  ])('D11 the next opening %s', (_when, local, opening) => {
    expect(nextOpening(weekdays, local)).toEqual(opening)
  })

  test('D11 there is none when none is planned for a fortnight', () => {
    expect(nextOpening({ hours: [], special: {} }, on('2026-03-02', 9))).toBeNull()
    const far = { '2026-03-16': [nine], '2026-03-17': [nine] }
    const door = { hours: [], special: far }
    expect(nextOpening(door, on('2026-03-02', 9))).toEqual({ date: '2026-03-16', minutes: 540 })
    expect(nextOpening(door, on('2026-03-01', 9))).toBeNull()
  })
})
