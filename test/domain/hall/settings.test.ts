import { describe, expect, test } from 'vitest'
import { daysInMemory, setting } from '#domain/hall/hall-day.ts'
import {
  isSettingKey,
  isSettingValue,
  settingDefinitions,
  settingKeys,
  settingOn,
} from '#domain/hall/settings.ts'
import type { Setting } from '#domain/hall/settings.ts'
import { Hall } from '../../support/hall.ts'

const dated = (value: number, validFrom: string): Setting => ({
  ...{ key: 'graceMinutes', value, validFrom, source: 'test' },
})

describe('a setting', () => {
  test.each(settingKeys)(
    'D13 %s starts from a value it may have, and says on what ground',
    (key) => {
      const { start, ground } = settingDefinitions[key]
      expect(isSettingValue(key, start)).toBe(true)
      expect(ground.length).toBeGreaterThan(10)
    },
  )

  test.each(settingKeys)('D13 %s refuses what is out of its bounds', (key) => {
    const hall = new Hall()
    const { kind, allowed } = settingDefinitions[key]
    const [lowest, highest] = kind === 'choice' ? ['a', 'b'] : (allowed as readonly number[])
    const wrong =
      kind === 'choice' ? ['sometimes', 1] : [Number(lowest) - 1, Number(highest) + 1, 1.5, '5']
    for (const value of wrong) {
      expect(hall.whyNot(() => hall.set(key, value))).toBe('setting-invalid')
      expect(hall.lastRefusal?.details).toEqual({ key })
    }
    const right = kind === 'choice' ? (allowed as readonly string[]) : [lowest, highest]
    for (const value of right) expect(isSettingValue(key, value ?? '')).toBe(true)
  })

  test('D13 one that does not exist is refused', () => {
    const hall = new Hall()
    expect(isSettingKey('teaTemperature')).toBe(false)
    expect(isSettingKey('toString')).toBe(false)
    expect(hall.whyNot(() => hall.set('teaTemperature' as 'readings', 90))).toBe('setting-unknown')
  })

  test('D13 the time for a rating from home is never longer than its ticket is at hand', () => {
    const [, highest] = settingDefinitions.ratingRemoteDays.allowed
    expect(highest).toBeLessThan(daysInMemory)
  })
})

describe('the value in force', () => {
  test('D12 is what the hall starts from until the first dated one begins', () => {
    expect(settingOn([], 'graceMinutes', '2026-03-02')).toBe(30)
    expect(settingOn([dated(10, '2026-03-03')], 'graceMinutes', '2026-03-02')).toBe(30)
  })

  test('D12 is the latest dated one that has begun', () => {
    const settings = [dated(10, '2026-03-03'), dated(20, '2026-03-10'), dated(5, '2026-03-01')]
    const on = (day: string) => settingOn(settings, 'graceMinutes', day)
    expect([on('2026-03-01'), on('2026-03-02'), on('2026-03-03')]).toEqual([5, 5, 10])
    expect([on('2026-03-09'), on('2026-03-10'), on('2027-01-01')]).toEqual([10, 20, 20])
  })

  test('D12 of two from the same day is the one set later', () => {
    const settings = [dated(10, '2026-03-03'), dated(20, '2026-03-03')]
    expect(settingOn(settings, 'graceMinutes', '2026-03-04')).toBe(20)
  })

  test('D12 of one key does not touch another', () => {
    expect(settingOn([dated(10, '2026-03-03')], 'graceCalls', '2026-03-04')).toBe(10)
    expect(settingOn([dated(10, '2026-03-03')], 'requeueMax', '2026-03-04')).toBe(2)
  })

  test('D12 changes with the business day, and the record keeps what held before', () => {
    const hall = new Hall()
    hall.set('graceMinutes', 5, '2026-03-03')
    expect(setting(hall.day, 'graceMinutes')).toBe(30)
    hall.clock('2026-03-03', 9)
    expect(setting(hall.day, 'graceMinutes')).toBe(30)
    hall.rollOver()
    expect(setting(hall.day, 'graceMinutes')).toBe(5)
    expect(hall.events('setting.changed').map(({ data }) => data)).toEqual([dated(5, '2026-03-03')])
  })
})
