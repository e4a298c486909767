import { expect, test } from 'vitest'
import * as format from '#ui-kit/format.ts'

const zone = 'Asia/Shanghai'
const minute = 60_000
/** Tuesday 17 March 2026, 10:21 at the hall. */
const at = Date.UTC(2026, 2, 17, 2, 21)

test("instants are read on the hall's clock, wherever the browser stands", () => {
  expect(format.clockTime(at, zone)).toBe('10:21')
  expect(format.clockTime(Date.UTC(2026, 2, 16, 16, 5), zone)).toBe('00:05')
  expect(format.clockRange(at + 10 * minute, at + 15 * minute, zone)).toBe('10:31–10:36')
  expect(format.isoDate(Date.UTC(2026, 2, 16, 16, 5), zone)).toBe('2026-03-17')
  expect(format.clockOfMinutes(510)).toBe('08:30')
})

test('dates are written as each language writes them', () => {
  expect(format.dateLine('zh', at, zone)).toBe('2026年3月17日 星期二')
  expect(format.dateLine('en', at, zone)).toBe('Tuesday 17 March 2026')
  expect(format.dateShort('zh', at, zone)).toBe('3月17日 周二')
  expect(format.weekdayOf('zh', '2026-03-18')).toBe('周三')
  expect(format.weekdayOf('en', '2026-03-18')).toBe('Wednesday')
})

test.each([
  [0, '00:00'],
  [272_999, '04:32'],
  [3_872_000, '1:04:32'],
  [-5, '00:00'],
])('%i ms runs as %s', (ms, text) => {
  expect(format.timer(ms)).toBe(text)
})

test('staff read short durations, customers read words', () => {
  const ms = 5 * minute + 48_000
  expect(format.durationStaff(ms)).toBe('5′48″')
  expect(format.durationStaff(65 * minute)).toBe('65′00″')
  expect(format.durationCustomer('zh', ms)).toBe('5 分 48 秒')
  expect(format.durationCustomer('en', ms)).toBe('5 min 48 s')
  expect(format.durationCustomer('zh', 16 * minute)).toBe('16 分钟')
  expect(format.durationCustomer('zh', 9_000)).toBe('9 秒')
  expect(format.durationCustomer('zh', 65 * minute)).toBe('1 小时 5 分')
  expect(format.minutesOnly('zh', 16 * minute + 59_000)).toBe('16 分钟')
})

test('a wait is a range, never one minute', () => {
  const range = (fromMinutes: number, untilMinutes: number, over = false) =>
    format.minutesRange('zh', { fromMinutes, untilMinutes, over })
  expect(range(10, 15)).toBe('10–15 分钟')
  expect(range(0, 5)).toBe('5 分钟以内')
  expect(range(60, 90, true)).toBe('一个小时以上')
})

test('a number is read out sign by sign', () => {
  expect(format.spokenNumber('zh', 'A025')).toBe('A 零 二 五 号')
  expect(format.spokenNumber('en', 'A025')).toBe('Number A 0 2 5')
})
