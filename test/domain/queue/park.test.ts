import { describe, expect, test } from 'vitest'
import { handlingMs, parkReasons } from '#domain/queue/ticket.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

/** Li at counter 1 has begun with somebody and put them aside after four minutes. */
function aside(serviceId = 'pay') {
  const hall = new Hall()
  const clerk = hall.open('c1')
  const ticket = hall.take(serviceId)
  clerk.serveNext()
  hall.pass(4 * minute)
  clerk.park()
  return { hall, clerk, ticket }
}

describe('putting a customer aside', () => {
  test.each(parkReasons)('Q16 frees the counter for others, for the reason %s', (reason) => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const [first, second] = [hall.take('pay'), hall.take('pay')]
    clerk.serveNext()
    clerk.park(reason)
    expect(first).toMatchObject({ state: 'parked', parkReason: reason, parkedAt: hall.now })
    expect(clerk.counter).toMatchObject({ state: 'idle', ticketId: null })
    expect(clerk.callNext()).toBe(second)
  })

  test('Q16 any number of them, and each still belongs to its person', () => {
    const { hall, clerk, ticket } = aside()
    const more = [hall.take('pay'), hall.take('pay')]
    for (const _ of more) {
      clerk.serveNext()
      clerk.park()
    }
    for (const one of [ticket, ...more])
      expect(one).toMatchObject({ state: 'parked', counterId: 'c1', staffId: 'li' })
  })

  test('Q16 keeps nobody in a line, so nobody is called by mistake', () => {
    const { hall, clerk } = aside()
    expect(hall.line('pay')).toEqual([])
    expect(hall.whyNot(() => clerk.callNext())).toBe('no-one-waiting')
  })

  test('Q16 asks for no rating: the service goes on later', () => {
    expect(aside().hall.day.evaluations.size).toBe(0)
  })
})

describe('calling back, by the same person at the same counter', () => {
  test('Q17 goes on with the same leg, from its first start', () => {
    const { hall, clerk, ticket } = aside()
    const { startedAt } = ticket
    hall.pass(20 * minute)
    clerk.resume(ticket)
    expect(ticket).toMatchObject({ state: 'called', leg: 1, callCount: 1 })
    clerk.start()
    expect(ticket).toMatchObject({ state: 'serving', startedAt, parkedAt: null, parkReason: null })
    hall.pass(minute)
    clerk.complete()
    expect(hall.leg(ticket)).toMatchObject({ startedAt, end: 'completed', leg: 1 })
    expect(hall.day.evaluations.size).toBe(1)
  })

  test('Q16 counts every time aside once', () => {
    const { hall, clerk, ticket } = aside()
    for (const minutes of [10, 5]) {
      hall.pass(minutes * minute)
      clerk.resume(ticket)
      clerk.start()
      hall.pass(2 * minute)
      clerk.park('approval')
    }
    hall.pass(minute)
    hall.cancel(ticket)
    expect(hall.leg(ticket).parkedMs).toBe(16 * minute)
    expect(handlingMs(hall.leg(ticket))).toBe(8 * minute)
  })

  test('Q17 is announced, for the customer sits in the hall', () => {
    const { hall, clerk, ticket } = aside()
    clerk.resume(ticket)
    expect(hall.day.announcements.at(-1)).toMatchObject({
      ...{ kind: 'call', ticketNo: 'A001', counterNo: '1' },
    })
  })

  test('Q17 keeps when the wait ended: the first call of the leg', () => {
    const { hall, clerk, ticket } = aside()
    const { firstCalledAt } = hall.leg(ticket)
    hall.pass(9 * minute)
    clerk.resume(ticket)
    expect(hall.leg(ticket)).toMatchObject({ firstCalledAt, lastCalledAt: hall.now, callCount: 2 })
  })

  test('Q17 works also for a service the counter is not for, since it was begun here', () => {
    const hall = new Hall()
    const bills = hall.open('c1')
    const meters = hall.open('c3')
    const ticket = hall.take('pay')
    bills.serveNext()
    bills.transfer({ toCounterId: 'c3' })
    meters.serveNext()
    meters.park()
    meters.resume(ticket)
    expect(ticket).toMatchObject({ state: 'called', counterId: 'c3', leg: 2 })
  })
})

describe('calling back, by anybody else', () => {
  test('Q18 ends the old leg and begins a new one', () => {
    const { hall, ticket } = aside()
    hall.pass(minute)
    const other = hall.open('c2')
    other.resume(ticket)
    expect(ticket).toMatchObject({ state: 'called', leg: 2, counterId: 'c2', staffId: 'wang' })
    expect(hall.leg(ticket, 1)).toMatchObject({
      end: 'transferred',
      staffId: 'li',
      counterId: 'c1',
    })
    expect(hall.leg(ticket, 2)).toMatchObject({ staffId: 'wang', startedAt: null, parkedMs: 0 })
    expect(hall.leg(ticket, 1).parkedMs).toBe(minute)
  })

  test('Q18, E6 each of the two has its own evaluation, of its own person', () => {
    const { hall, ticket } = aside()
    const other = hall.open('c2')
    other.resume(ticket)
    other.start()
    other.complete()
    const rated = [...hall.day.evaluations.values()]
    expect(rated.map((one) => [one.legId, one.staffId, one.counterId])).toEqual([
      [`${ticket.id}.1`, 'li', 'c1'],
      [`${ticket.id}.2`, 'wang', 'c2'],
    ])
  })

  test('Q18 another person at the same counter counts as somebody else', () => {
    const { hall, clerk, ticket } = aside()
    clerk.signOut()
    hall.open('c1', 'zhao').resume(ticket)
    expect(ticket).toMatchObject({ leg: 2, staffId: 'zhao' })
  })

  test('Q18 so does the same person at another counter', () => {
    const { hall, clerk, ticket } = aside()
    clerk.signOut()
    hall.open('c2', 'li').resume(ticket)
    expect(ticket).toMatchObject({ leg: 2, staffId: 'li', counterId: 'c2' })
  })

  test('Q18 only at a counter that handles the service', () => {
    const { hall, ticket } = aside()
    const meters = hall.open('c3')
    expect(hall.whyNot(() => meters.resume(ticket))).toBe('ticket-not-served-here')
  })

  test('Q18 the record names the new leg, and whether it is the same', () => {
    const { hall, clerk, ticket } = aside()
    clerk.resume(ticket)
    clerk.start()
    clerk.park()
    hall.open('c2').resume(ticket)
    const resumed = hall.events('ticket.resumed').map(({ data }) => [data.legId, data.sameLeg])
    expect(resumed).toEqual([
      [`${ticket.id}.1`, true],
      [`${ticket.id}.2`, false],
    ])
  })
})

describe('giving up a number', () => {
  test.each(['holder', 'manager'] as const)('Q19 one who waits may be let go by the %s', (by) => {
    const hall = new Hall()
    const [first, second] = [hall.take('pay'), hall.take('pay')]
    hall.cancel(first, by)
    expect(first).toMatchObject({ state: 'cancelled', endedAt: hall.now })
    expect(hall.leg(first)).toMatchObject({ end: 'cancelled' })
    expect(hall.line('pay')).toEqual([second.ticketNo])
    expect(hall.events('ticket.cancelled').at(-1)?.data).toEqual({
      ...{ ticketId: first.id, by, reason: 'left' },
    })
    expect(hall.day.evaluations.size).toBe(0)
  })

  test('Q19 one sent to a counter leaves its line too', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.open('c2')
    const ticket = hall.take('pay')
    clerk.serveNext()
    clerk.transfer({ toCounterId: 'c2' })
    hall.cancel(ticket)
    expect(hall.line('@c2')).toEqual([])
  })

  test('Q19, E6 one on hold was served, and may rate that', () => {
    const { hall, ticket } = aside()
    hall.cancel(ticket)
    expect(ticket).toMatchObject({ state: 'cancelled', counterId: null, staffId: null })
    expect(hall.leg(ticket)).toMatchObject({ end: 'closed', staffId: 'li' })
    expect([...hall.day.evaluations.keys()]).toEqual([`${ticket.id}.1`])
  })
})
