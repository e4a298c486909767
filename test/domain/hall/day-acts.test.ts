import { describe, expect, test } from 'vitest'
import { rollOver } from '#domain/hall/day-acts.ts'
import { addDays, day, hour, instantOf, minute } from '#domain/time.ts'
import { Hall, picture } from '../../support/hall.ts'
import { mondayAtNine } from '../../support/small-hall.ts'

const monday = '2026-03-02'
const tuesday = '2026-03-03'

/** What the hall's clock would do at this instant: the new day, or why none. */
function atInstant(hall: Hall, now: number): string {
  hall.now = now
  try {
    return hall.rollOver()
  } catch {
    return hall.whyNot(() => hall.rollOver())
  }
}

describe('the first day of a hall', () => {
  test('D2 is opened by its clock, in its own zone', () => {
    const zones = ['Asia/Shanghai', 'Pacific/Auckland', 'America/New_York', 'UTC']
    const days = zones.map((timeZone) => new Hall({ timeZone }, mondayAtNine).day.businessDay)
    expect(days).toEqual([monday, monday, '2026-03-01', '2026-03-01'])
  })

  test('D2 stands in the record with its reason', () => {
    const hall = new Hall()
    expect(hall.events('day.opened')).toMatchObject([
      { data: { businessDay: monday, because: 'first', reason: '' }, businessDay: monday },
    ])
  })
})

describe('the cut-over', () => {
  test.each([
    ['Asia/Shanghai', monday],
    ['Pacific/Auckland', monday],
    ['America/New_York', monday],
    ['Pacific/Auckland', '2026-04-04'],
    ['Pacific/Auckland', '2026-09-26'],
    ['America/New_York', '2026-03-07'],
    ['America/New_York', '2026-10-31'],
  ])('D2 in %s after %s comes at 04:00 of its own clock', (timeZone, date) => {
    const hall = new Hall({ timeZone }, instantOf(date, 9 * 60, timeZone))
    expect(hall.day.businessDay).toBe(date)
    const cutover = instantOf(addDays(date, 1), 4 * 60, timeZone)
    expect(atInstant(hall, cutover - 1)).toBe('day-not-later')
    expect(atInstant(hall, cutover)).toBe(addDays(date, 1))
    expect(atInstant(hall, cutover)).toBe('day-not-later')
  })

  test('D2 never comes at midnight of UTC', () => {
    // 08:00 in Shanghai: a hall in the middle of its morning.
    const hall = new Hall({}, instantOf(monday, 7 * 60, 'Asia/Shanghai'))
    expect(atInstant(hall, Date.UTC(2026, 2, 2))).toBe('day-not-later')
    expect(atInstant(hall, Date.UTC(2026, 2, 2) + hour)).toBe('day-not-later')
    // 16:00 on the same day in New York is the next day in UTC three hours later.
    const newYork = new Hall({ timeZone: 'America/New_York' }, Date.UTC(2026, 2, 2, 21))
    expect(newYork.take('pay').ticketNo).toBe('A001')
    expect(atInstant(newYork, Date.UTC(2026, 2, 3, 1))).toBe('day-not-later')
    newYork.now = Date.UTC(2026, 2, 2, 21, 30)
    expect(newYork.take('pay')).toMatchObject({ ticketNo: 'A002', businessDay: monday })
  })

  test('D2 comes at the time the hall has set', () => {
    const hall = new Hall()
    hall.set('cutoverMinutes', 0)
    hall.clock(tuesday, 0)
    expect(hall.rollOver()).toBe(tuesday)
  })

  test('D2 skips the days on which nobody was there', () => {
    const hall = new Hall()
    hall.clock('2026-03-09', 9)
    expect(hall.rollOver()).toBe('2026-03-09')
    expect(hall.events('day.opened').at(-1)?.data.because).toBe('cutover')
  })

  test('D2 closes the day before it opens the next, each event on its own day', () => {
    const hall = new Hall()
    hall.take('pay')
    hall.clock(tuesday, 4)
    hall.rollOver()
    expect(hall.record.slice(-3).map((one) => [one.type, one.businessDay])).toEqual([
      ['ticket.expired', monday],
      ['day.closed', monday],
      ['day.opened', tuesday],
    ])
  })
})

describe('a clock to be doubted', () => {
  test.each([
    ['a day back', -day],
    ['back over the cut-over', -6 * hour],
    ['a year back', -365 * day],
    ['to 1970', -mondayAtNine],
    ['32 days ahead', 32 * day],
    ['ten years ahead', 3652 * day],
  ])('D4, T5 a jump %s changes nothing', (_jump, ms) => {
    const hall = new Hall()
    const ticket = hall.take('pay')
    hall.pass(ms)
    expect(hall.whyNot(() => hall.rollOver())).toBe('clock-suspect')
    expect(hall.lastRefusal?.details).toEqual({ businessDay: monday })
    expect(ticket.state).toBe('waiting')
  })

  test('T5 a jump back within the day changes nothing', () => {
    const hall = new Hall()
    hall.pass(-2 * hour)
    expect(hall.whyNot(() => hall.rollOver())).toBe('day-not-later')
  })

  test('D4 numbers go on in the present day, where they left off', () => {
    const hall = new Hall()
    hall.take('pay')
    hall.pass(-3 * day)
    hall.whyNot(() => hall.rollOver())
    expect(hall.take('pay')).toMatchObject({ ticketNo: 'A002', businessDay: monday })
  })

  test('D4 a manager who has looked at the clock opens the day by hand', () => {
    const hall = new Hall()
    hall.pass(60 * day)
    hall.whyNot(() => hall.rollOver())
    hall.openDay('2026-05-01', 'closed for building works')
    expect(hall.day).toMatchObject({ businessDay: '2026-05-01', dayOpen: true })
    expect(hall.events('day.opened').at(-1)?.data).toEqual({
      ...{ businessDay: '2026-05-01', because: 'manager', reason: 'closed for building works' },
    })
    expect(hall.whyNot(() => hall.rollOver())).toBe('day-not-later')
  })

  test.each([monday, '2026-03-01', '1970-01-01'])('T5 nobody opens %s after Monday', (date) => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.openDay(date))).toBe('day-not-later')
    expect(hall.lastRefusal?.details).toEqual({ businessDay: monday })
  })

  test('T5 after a day that is past, the wall clock cannot bring it back', () => {
    const hall = new Hall()
    hall.clock(tuesday, 9)
    hall.rollOver()
    hall.clock(monday, 9)
    expect(hall.whyNot(() => hall.rollOver())).toBe('clock-suspect')
    expect(hall.take('pay').businessDay).toBe(tuesday)
  })
})

describe('the cut-over while counters serve', () => {
  function atNight() {
    const hall = new Hall()
    hall.clock(tuesday, 3)
    const one = hall.open('c1')
    hall.open('c2')
    hall.clock(monday, 9)
    const [served, called, waiting, parked] = ['pay', 'pay', 'pay', 'invoice'].map((id) =>
      hall.take(id),
    )
    hall.clock(tuesday, 3, 30)
    return { hall, one, served, called, waiting, parked }
  }

  test('D3 whoever holds a number keeps it, in whatever state', () => {
    const { hall, one, served, called, waiting, parked } = atNight()
    const two = hall.at('c2')
    two.callByNumber(parked ?? hall.take('pay'))
    two.start()
    two.park()
    one.serveNext()
    two.callNext()
    hall.clock(tuesday, 4)
    hall.rollOver()
    expect([served, called, waiting, parked].map((ticket) => ticket?.state)).toEqual([
      ...['serving', 'called', 'waiting', 'parked'],
    ])
    expect(hall.events('ticket.expired')).toEqual([])
  })

  test('D3 the service goes on and ends in the new day, its number being of the old', () => {
    const { hall, one, served } = atNight()
    one.serveNext()
    hall.clock(tuesday, 4)
    hall.rollOver()
    hall.pass(10 * minute)
    one.complete()
    expect(served).toMatchObject({ state: 'completed', businessDay: monday })
    expect(hall.day.evaluations.size).toBe(1)
    expect(hall.events('ticket.completed').at(-1)?.businessDay).toBe(tuesday)
  })

  test('D3 those who wait are called in their order, before all of the new day', () => {
    const { hall, one } = atNight()
    hall.clock(tuesday, 4)
    hall.rollOver()
    const today = hall.openAlways().take('pay')
    expect(today.ticketNo).toBe('A005')
    const order = Array.from({ length: 5 }, () => {
      const { ticketNo } = one.serveNext()
      one.complete()
      return ticketNo
    })
    expect(order).toEqual(['A001', 'A002', 'A003', 'A004', 'A005'])
  })

  test('D3 counters, sign-ins and those on pause stay', () => {
    const { hall, one } = atNight()
    const two = hall.at('c2')
    two.pause()
    hall.clock(tuesday, 4)
    hall.rollOver()
    expect([one.counter.state, two.counter.state]).toEqual(['idle', 'paused'])
    two.goOn()
    expect(hall.day.sessions.size).toBe(2)
  })
})

test('D2 deciding about the cut-over changes nothing by itself', () => {
  const hall = new Hall()
  hall.clock(tuesday, 9)
  const before = picture(hall.day)
  expect(rollOver(hall.day, hall.moment())).toMatchObject({ value: { businessDay: tuesday } })
  expect(picture(hall.day)).toEqual(before)
})
