import { describe, expect, test } from 'vitest'
import { chooseNext, inCallingOrder } from '#domain/queue/calling.ts'
import { lineKeysFor } from '#domain/queue/routing.ts'
import { directCallReasons } from '#domain/queue/ticket.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

const numbers = (tickets: { ticketNo: string }[]) => tickets.map((ticket) => ticket.ticketNo)

describe('call next', () => {
  test('Q1 calls the one who came first of all this counter may call', () => {
    const hall = new Hall()
    const clerk = hall.open('c2')
    const order = ['fault', 'pay', 'install', 'invoice'].map((service) => {
      hall.pass(minute)
      return hall.take(service)
    })
    for (const ticket of order) {
      expect(clerk.callNext()).toBe(ticket)
      clerk.start()
      clerk.complete()
    }
  })

  test('Q1 passes by services it does not handle, though they came first', () => {
    const hall = new Hall()
    const fault = hall.take('fault')
    hall.pass(minute)
    const pay = hall.take('pay')
    expect(hall.open('c1').callNext()).toBe(pay)
    expect(hall.open('c3').callNext()).toBe(fault)
  })

  test('Q2 ties are oldest first, also between services', () => {
    const hall = new Hall()
    const clerk = hall.open('c2')
    const sameMoment = ['invoice', 'fault', 'pay', 'fault'].map((service) => hall.take(service))
    const called = sameMoment.map(() => {
      const ticket = clerk.serveNext()
      clerk.complete()
      return ticket
    })
    expect(called).toEqual(sameMoment)
  })

  test('Q1 two counters never call the same one (C1)', () => {
    const hall = new Hall()
    const [first, second] = [hall.take('pay'), hall.take('pay')]
    expect(hall.open('c1').callNext()).toBe(first)
    expect(hall.open('c2').callNext()).toBe(second)
  })

  test('Q1 with nobody waiting says so', () => {
    const hall = new Hall()
    hall.take('fault')
    const clerk = hall.open('c1')
    expect(hall.whyNot(() => clerk.callNext())).toBe('no-one-waiting')
  })

  test('C3 is for the own counter only', () => {
    const hall = new Hall()
    hall.take('pay')
    hall.open('c2')
    const clerk = hall.open('c1')
    expect(hall.whyNot(() => clerk.callNext('c2'))).toBe('counter-wrong')
    expect(hall.lastRefusal?.details).toEqual({ counterNo: '1' })
  })

  test('Q1 names ticket, leg, counter and person in the record (C3)', () => {
    const hall = new Hall()
    const ticket = hall.take('pay')
    hall.open('c1').callNext()
    expect(hall.events('ticket.called').at(-1)?.data).toEqual({
      ...{ ticketId: ticket.id, legId: `${ticket.id}.1`, counterId: 'c1', staffId: 'li' },
      ...{ direct: null, silent: false, told: null, why: expect.any(Object) },
    })
    expect(ticket).toMatchObject({ counterId: 'c1', staffId: 'li', callCount: 1 })
    expect(ticket.firstCalledAt).toBe(hall.now)
  })

  test('Q1 the screen lists those waiting as they will be called', () => {
    const hall = new Hall()
    const clerk = hall.open('c2')
    for (const service of ['fault', 'pay', 'invoice', 'install', 'pay']) hall.take(service)
    const inOrder = (count: number) =>
      inCallingOrder(hall.day, lineKeysFor(hall.day, 'c2'), count, hall.now)
    const listed = numbers(inOrder(9).map(({ ticket }) => ticket))
    const called = listed.map(() => {
      expect(chooseNext(hall.day, 'c2', hall.now)).toEqual(inOrder(1)[0])
      const ticket = clerk.serveNext()
      clerk.complete()
      return ticket.ticketNo
    })
    expect(called).toEqual(listed)
    expect(listed).toEqual(['M001', 'A001', 'A002', 'M002', 'A003'])
  })
})

describe('call by number', () => {
  test.each(directCallReasons)('C2 out of order carries the reason %s and who did it', (reason) => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    const later = hall.take('pay')
    clerk.callByNumber(later, reason)
    expect(clerk.hand).toBe(later)
    const called = hall.events('ticket.called').at(-1)?.data
    expect(called).toMatchObject({ direct: reason, staffId: 'li', counterId: 'c1', silent: false })
  })

  test('Q5 those passed by keep their places', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    for (const _ of [1, 2, 3]) hall.take('pay')
    clerk.callByNumber(hall.take('pay'))
    expect(hall.line('pay')).toEqual(['A001', 'A002', 'A003'])
  })

  test('Q5 of a service that is not handled here is refused', () => {
    const hall = new Hall()
    const fault = hall.take('fault')
    const clerk = hall.open('c1')
    expect(hall.whyNot(() => clerk.callByNumber(fault))).toBe('ticket-not-served-here')
    expect(hall.lastRefusal?.details).toEqual({ ticketNo: 'M001' })
  })

  test('Q5 may fetch one who was sent to another counter', () => {
    const hall = new Hall()
    const first = hall.open('c1')
    const second = hall.open('c2')
    hall.open('c3')
    const ticket = hall.take('pay')
    second.serveNext()
    second.transfer({ toCounterId: 'c3' })
    first.callByNumber(ticket, 'mistake')
    expect(ticket).toMatchObject({ state: 'called', counterId: 'c1', forCounterId: null })
    expect(hall.line('@c3')).toEqual([])
  })

  test('Q7 one called elsewhere is refused with the counter that has it', () => {
    const hall = new Hall()
    const ticket = hall.take('pay')
    hall.open('c1').callNext()
    const other = hall.open('c2')
    expect(hall.whyNot(() => other.callByNumber(ticket))).toBe('ticket-taken')
    expect(hall.lastRefusal?.details).toEqual({
      ...{ ticketNo: 'A001', state: 'called', counterNo: '1' },
    })
  })
})

describe('recall', () => {
  test('Q6 counts on, and leaves the end of the wait where it was', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    hall.pass(5 * minute)
    clerk.callNext()
    const firstCalledAt = hall.now
    hall.pass(minute)
    clerk.recall()
    hall.pass(minute)
    clerk.recall()
    expect(ticket).toMatchObject({ firstCalledAt, lastCalledAt: hall.now, callCount: 3 })
    expect(hall.leg(ticket)).toMatchObject({ firstCalledAt, lastCalledAt: hall.now, callCount: 3 })
    expect(hall.events('ticket.recalled').map((one) => one.data.callCount)).toEqual([2, 3])
  })

  test('Q6 is no further call of its letter for those who were missed', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.callNext()
    clerk.recall()
    expect(hall.day.callsOf.get('A')).toBe(1)
  })
})

describe('complete and call next', () => {
  test('Q22 does both', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const [first, second] = [hall.take('pay'), hall.take('pay')]
    clerk.serveNext()
    expect(clerk.completeAndCallNext()).toBe(second)
    expect([first.state, second.state]).toEqual(['completed', 'called'])
    expect(clerk.hand).toBe(second)
  })

  test('Q22 the completion stands when nobody waits', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    expect(clerk.completeAndCallNext()).toBeNull()
    expect(ticket.state).toBe('completed')
    expect(clerk.counter.state).toBe('idle')
  })

  test('Q22 nobody is called when there is nothing to complete', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    hall.take('pay')
    clerk.callNext()
    expect(hall.whyNot(() => clerk.completeAndCallNext(ticket))).toBe('ticket-state')
    expect(hall.whyNot(() => clerk.completeAndCallNext(ticket, 'c2'))).toBe('counter-wrong')
  })
})
