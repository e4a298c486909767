import { describe, expect, test } from 'vitest'
import { daysInMemory } from '#domain/hall/hall-day.ts'
import { addDays, minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

const monday = '2026-03-02'
const tuesday = '2026-03-03'

describe('numbers that nobody called', () => {
  test('D5 end with the day when no counter is open any more', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const [aside, waiting] = [hall.take('pay'), hall.take('fault')]
    clerk.serveNext()
    hall.pass(minute)
    clerk.park()
    clerk.signOut()
    hall.clock(tuesday, 4)
    hall.rollOver()
    expect([aside.state, waiting.state]).toEqual(['expired', 'expired'])
    expect([hall.leg(aside).end, hall.leg(waiting).end]).toEqual(['closed', 'expired'])
    expect([hall.line('pay'), hall.line('fault')]).toEqual([[], []])
  })

  test('D5, E6 one of them on hold was served, and may rate that', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const aside = hall.take('pay')
    clerk.serveNext()
    clerk.park()
    clerk.signOut()
    hall.closeDay()
    expect([...hall.day.evaluations.keys()]).toEqual([hall.leg(aside).id])
    expect(hall.day.evaluations.get(hall.leg(aside).id)?.staffId).toBe('li')
  })

  test.each(['idle', 'paused'] as const)('D5 stay while one counter is %s', (state) => {
    const hall = new Hall()
    const clerk = hall.open('c3')
    if (state === 'paused') clerk.pause()
    const ticket = hall.take('pay')
    hall.closeDay()
    expect(ticket.state).toBe('waiting')
  })

  test('D5 which stayed for that end when the next day opens without anybody', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const [first, second] = [hall.take('pay'), hall.take('pay')]
    hall.closeDay()
    clerk.serveNext()
    clerk.complete()
    clerk.signOut()
    hall.clock(tuesday, 4)
    hall.rollOver()
    expect([first.state, second.state]).toEqual(['completed', 'expired'])
    expect(hall.line('pay')).toEqual([])
  })

  test('D6 are kept over the night where the hall wants it so', () => {
    const hall = new Hall()
    hall.set('dayEnd', 'keep')
    const ticket = hall.take('pay')
    hall.clock(tuesday, 9)
    hall.rollOver()
    expect(ticket.state).toBe('waiting')
    expect(hall.take('pay').ticketNo).toBe('A002')
    const clerk = hall.open('c1')
    expect(clerk.callNext()).toBe(ticket)
  })
})

describe('the end of opening hours', () => {
  test('D7 everybody who waits is still called and served', () => {
    const hall = new Hall()
    hall.clock(monday, 16, 59)
    const tickets = ['pay', 'fault', 'pay', 'install'].map((service) => hall.take(service))
    const clerk = hall.open('c2')
    hall.clock(monday, 17, 30)
    expect(hall.whyNot(() => hall.take('pay'))).toBe('hall-closed')
    for (const ticket of tickets) {
      expect(clerk.serveNext()).toBe(ticket)
      hall.pass(20 * minute)
      clerk.complete()
    }
    expect(tickets.map((ticket) => ticket.state)).toEqual(Array.from(tickets, () => 'completed'))
  })

  test('D7 calling, transferring, holding and coming back go on as before', () => {
    const hall = new Hall()
    const [first, second] = [hall.take('pay'), hall.take('pay')]
    const clerk = hall.open('c2')
    hall.clock(monday, 17, 30)
    clerk.serveNext()
    clerk.transfer({ toServiceId: 'fault', place: 'last' })
    clerk.callNext()
    clerk.giveUp()
    clerk.requeue(second)
    clerk.callByNumber(first)
    clerk.start()
    clerk.park()
    clerk.resume(first)
    expect([first.state, second.state]).toEqual(['called', 'waiting'])
  })
})

describe('closing the day by hand', () => {
  test('D8 gives out no more numbers until a day is opened', () => {
    const hall = new Hall()
    hall.closeDay()
    expect(hall.day).toMatchObject({ businessDay: monday, dayOpen: false })
    expect(hall.whyNot(() => hall.take('pay'))).toBe('day-not-open')
    expect(hall.whyNot(() => hall.closeDay())).toBe('day-not-open')
    hall.clock(tuesday, 9)
    hall.rollOver()
    expect(hall.take('pay').ticketNo).toBe('A001')
  })

  test('D8 the next day may be opened by hand, not the same one', () => {
    const hall = new Hall()
    hall.closeDay()
    expect(hall.whyNot(() => hall.openDay(monday))).toBe('day-not-later')
    hall.openDay(tuesday)
    expect(hall.take('pay').businessDay).toBe(tuesday)
  })

  test('D8 a hall that has never opened has no day to close', () => {
    const hall = new Hall()
    hall.day.businessDay = null
    expect(hall.whyNot(() => hall.closeDay())).toBe('day-not-open')
  })

  test('T6 the counts by state of the day sum to its numbers', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    for (const _ of [1, 2, 3, 4, 5]) hall.take('pay')
    hall.cancel(hall.take('fault'))
    clerk.serveNext()
    clerk.complete()
    clerk.callNext()
    clerk.giveUp()
    clerk.serveNext()
    clerk.park()
    hall.take('invoice')
    clerk.signOut()
    hall.closeDay()
    expect(hall.events('day.closed').at(-1)?.data).toEqual({
      businessDay: monday,
      counts: {
        ...{ waiting: 0, called: 0, serving: 0, parked: 0 },
        ...{ completed: 1, no_show: 1, cancelled: 1, expired: 4 },
      },
    })
  })

  test('T6 a number counts on the day it was taken, not on the one it is served', () => {
    const hall = new Hall()
    hall.set('dayEnd', 'keep')
    hall.take('pay')
    hall.clock(tuesday, 9)
    hall.rollOver()
    hall.take('pay')
    hall.closeDay()
    const counts = hall.events('day.closed').map(({ data }) => data.counts['waiting'])
    expect(counts).toEqual([1, 1])
  })
})

describe('what a hall remembers', () => {
  test('D14 a ticket that has ended is at hand for four business days', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    clerk.complete()
    clerk.signOut()
    for (let later = 1; later < daysInMemory; later++) {
      hall.clock(addDays(monday, later), 9)
      hall.rollOver()
      expect(hall.day.tickets.has(ticket.id)).toBe(true)
    }
    hall.clock(addDays(monday, daysInMemory), 9)
    hall.rollOver()
    expect(daysInMemory).toBe(4)
    expect([hall.day.tickets.size, hall.day.legs.size, hall.day.evaluations.size]).toEqual([
      ...[0, 0, 0],
    ])
  })

  test('D14 one that has not ended stays, however old', () => {
    const hall = new Hall()
    hall.set('dayEnd', 'keep')
    const ticket = hall.take('pay')
    hall.clock('2026-03-20', 9)
    hall.rollOver()
    expect(hall.open('c1').callNext()).toBe(ticket)
  })
})
