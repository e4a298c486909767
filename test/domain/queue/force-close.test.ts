import { describe, expect, test } from 'vitest'
import { minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

describe('a manager closes a counter that nobody closes', () => {
  test('C12 with a begun service: rated, and the customer first in the line', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    const other = hall.take('pay')
    clerk.serveNext()
    hall.pass(minute)
    hall.forceClose('c1')
    expect(ticket).toMatchObject({ state: 'waiting', leg: 2, rank: 0, counterId: null })
    expect(hall.leg(ticket, 1)).toMatchObject({ end: 'closed', staffId: 'li', endedAt: hall.now })
    expect(hall.line('pay')).toEqual([ticket.ticketNo, other.ticketNo])
    expect(hall.day.evaluations.get(`${ticket.id}.1`)).toMatchObject({
      ...{ staffId: 'li', counterId: 'c1', evaluatorCounterId: null },
    })
  })

  test('C12 with one only called: first in the line, and nothing to rate', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.callNext()
    hall.forceClose('c1')
    expect(hall.leg(ticket, 1).end).toBe('withdrawn')
    expect(hall.line('pay')).toEqual([ticket.ticketNo])
    expect(hall.day.evaluations.size).toBe(0)
  })

  test('C12 first means before all who were not placed first earlier', () => {
    const hall = new Hall()
    const clerk = hall.open('c2')
    hall.take('pay')
    hall.take('pay')
    clerk.serveNext()
    clerk.transfer({ toServiceId: 'fault', place: 'first' })
    hall.pass(minute)
    const later = clerk.walkIn('fault')
    hall.take('fault')
    hall.forceClose('c2')
    expect(hall.line('fault')).toEqual(['A001', later.ticketNo, 'M002'])
  })

  test('C12 the counter is closed and nobody is signed in there any more', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.serveNext()
    hall.forceClose('c1')
    expect(clerk.counter).toMatchObject({
      ...{ state: 'closed', ticketId: null, sessionId: null, staffId: null },
    })
    expect(hall.day.sessions.size).toBe(0)
    expect(hall.whyNot(() => clerk.open())).toBe('session-ended')
    expect(hall.events('staff.signed_out').at(-1)?.data.because).toBe('forced')
    expect(hall.events('counter.closed').at(-1)?.data.reason).toBe('unattended')
  })

  test.each([
    ['idle', (): void => {}],
    ['paused', (clerk) => clerk.pause()],
    ['closed, with somebody signed in', (clerk) => clerk.close()],
  ] as [string, (clerk: ReturnType<Hall['open']>) => void][])(
    'C12 also one that is %s',
    (_, act) => {
      const hall = new Hall()
      const clerk = hall.open('c1')
      act(clerk)
      hall.forceClose('c1')
      expect(clerk.counter).toMatchObject({ state: 'closed', staffId: null, sessionId: null })
    },
  )

  test('C12 those on hold there stay on hold, and may be called back elsewhere', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    clerk.park()
    hall.forceClose('c1')
    expect(ticket.state).toBe('parked')
    hall.open('c2').resume(ticket)
    expect(ticket).toMatchObject({ state: 'called', counterId: 'c2' })
  })

  test('C12 after the shift of its person, whose customer nobody has', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    hall.pass(13 * 60 * minute)
    hall.endShifts()
    expect(clerk.counter).toMatchObject({ state: 'serving', sessionId: null, staffId: 'li' })
    hall.forceClose('c1')
    expect(clerk.counter).toMatchObject({ state: 'closed', staffId: null, ticketId: null })
    expect(hall.day.evaluations.get(`${ticket.id}.1`)?.staffId).toBe('li')
  })

  test('C12 not one where nobody is, and not one that is not there', () => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.forceClose('c1'))).toBe('counter-closed')
    expect(hall.whyNot(() => hall.forceClose('c9'))).toBe('counter-unknown')
  })
})
