import { describe, expect, test } from 'vitest'
import { day } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

describe('D15 a day opened by hand', () => {
  test.each(['2062-03-03', '2027-03-02', '2026-04-03'])('is not as far as %s', (date) => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.openDay(date))).toBe('day-too-far')
    expect(hall.lastRefusal?.details).toEqual({ businessDay: date })
    expect(hall.day).toMatchObject({ businessDay: '2026-03-02', dayOpen: true })
  })

  test.each(['2026-03-03', '2026-04-02'])('may be %s', (date) => {
    const hall = new Hall()
    hall.openDay(date)
    expect(hall.day.businessDay).toBe(date)
  })

  test.each(['2026-03-32', '7719-28-93', '2026-04-31'])('is in the calendar: not %s', (date) => {
    const hall = new Hall()
    hall.pass(30 * day)
    expect(hall.whyNot(() => hall.openDay(date))).toBe('day-too-far')
  })

  test('is about the day of the clock, however long the hall was shut', () => {
    const hall = new Hall()
    hall.pass(400 * day)
    expect(hall.whyNot(() => hall.openDay('2026-09-01'))).toBe('day-too-far')
    hall.openDay('2027-04-06')
    expect(hall.day.businessDay).toBe('2027-04-06')
  })

  test('follows the present one, however wrong the clock is', () => {
    const hall = new Hall()
    hall.pass(-2000 * day)
    hall.openDay('2026-03-03')
    expect(hall.day.businessDay).toBe('2026-03-03')
  })
})
