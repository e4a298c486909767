import { describe, expect, test } from 'vitest'
import { hour, minute } from '#domain/time.ts'
import { found, Hall } from '../../support/hall.ts'
import { shift } from '../../support/small-hall.ts'

const session = (hall: Hall, id: string) => found(hall.day.sessions.get(id), `session ${id}`)

describe('signing in', () => {
  test('C13 binds one person to one counter for one shift', () => {
    const hall = new Hall()
    const clerk = hall.at('c1')
    expect(session(hall, clerk.sessionId)).toEqual({
      ...{ id: clerk.sessionId, staffId: 'li', counterId: 'c1', deviceId: 'at c1' },
      ...{ startedAt: hall.now, endsAt: hall.now + shift },
    })
    expect(clerk.counter).toMatchObject({ state: 'closed', staffId: 'li' })
  })

  test('C13 opens no counter by itself', () => {
    const hall = new Hall()
    const clerk = hall.at('c1')
    hall.take('pay')
    expect(hall.whyNot(() => clerk.callNext())).toBe('counter-closed')
  })

  test('C13 only for people of the hall who are active', () => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.at('c1', 'nobody'))).toBe('staff-unknown')
    hall.change('staff', 'li', { active: false })
    expect(hall.whyNot(() => hall.at('c1', 'li'))).toBe('staff-unknown')
  })

  test('C13 only at counters of the hall', () => {
    const hall = new Hall()
    expect(hall.whyNot(() => hall.at('c9', 'li'))).toBe('counter-unknown')
  })

  test('C13 a shift is as long as the hall sets it', () => {
    const hall = new Hall()
    hall.set('staffSessionHours', 4)
    const clerk = hall.at('c1')
    expect(session(hall, clerk.sessionId).endsAt).toBe(hall.now + 4 * hour)
  })
})

describe('signing in a second time', () => {
  test('C6 at the same counter in another browser: the first is over, work goes on', () => {
    const hall = new Hall()
    const first = hall.open('c1')
    const ticket = hall.take('pay')
    first.serveNext()
    const second = hall.at('c1')
    expect(hall.whyNot(() => first.complete())).toBe('session-ended')
    expect(second.counter).toMatchObject({ state: 'serving', staffId: 'li' })
    second.complete(ticket)
    expect(hall.leg(ticket)).toMatchObject({ staffId: 'li', end: 'completed' })
  })

  test('C6 the end of the first is in the record, before the second', () => {
    const hall = new Hall()
    const first = hall.open('c1')
    const second = hall.at('c1')
    expect(hall.record.slice(-2).map(({ type, data }) => ({ type, data }))).toMatchObject([
      { type: 'staff.signed_out', data: { sessionId: first.sessionId, because: 'replaced' } },
      { type: 'staff.signed_in', data: { sessionId: second.sessionId } },
    ])
    expect([...hall.day.sessions.keys()]).toEqual([second.sessionId])
  })

  test.each(['idle', 'paused'] as const)('C6 a counter that was %s stays so', (state) => {
    const hall = new Hall()
    const first = hall.open('c1')
    if (state === 'paused') first.pause('documents')
    const second = hall.at('c1')
    expect(second.counter).toMatchObject({
      ...{ state, staffId: 'li', pauseReason: state === 'paused' ? 'documents' : null },
    })
  })

  test('C6 at another counter: the first one is closed', () => {
    const hall = new Hall()
    const first = hall.open('c1')
    const second = hall.open('c2', 'li')
    expect(first.counter).toMatchObject({ state: 'closed', staffId: null, sessionId: null })
    expect(hall.whyNot(() => first.open())).toBe('session-ended')
    expect(second.counter).toMatchObject({ state: 'idle', staffId: 'li' })
    expect(hall.events('counter.closed').at(-1)?.data.reason).toBe('replaced')
  })

  test('C9 not while a customer is in hand at the other counter', () => {
    const hall = new Hall()
    const first = hall.open('c1')
    hall.take('pay')
    first.callNext()
    expect(hall.whyNot(() => hall.at('c2', 'li'))).toBe('staff-busy-elsewhere')
    expect(hall.lastRefusal?.details).toEqual({ counterNo: '1' })
    first.start()
    first.complete()
    expect(hall.at('c2', 'li').counter.staffId).toBe('li')
  })

  test('C9 not after the shift either, while that customer still sits there', () => {
    const hall = new Hall()
    const first = hall.open('c1')
    hall.take('pay')
    first.serveNext()
    hall.pass(shift)
    hall.endShifts()
    expect(hall.whyNot(() => hall.at('c2', 'li'))).toBe('staff-busy-elsewhere')
    hall.at('c1').complete()
    expect(hall.at('c2', 'li').counter.staffId).toBe('li')
  })
})

describe('taking a counter from somebody else', () => {
  test('C8 not while that person has a customer in hand', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.serveNext()
    expect(hall.whyNot(() => hall.at('c1', 'zhao'))).toBe('counter-held')
    expect(hall.lastRefusal?.details).toEqual({ staffName: 'li' })
  })

  test('C8 a free one is taken over as it is, and the other person is signed out', () => {
    const hall = new Hall()
    const before = hall.open('c1')
    const after = hall.at('c1', 'zhao')
    expect(hall.whyNot(() => before.callNext())).toBe('session-ended')
    const ticket = hall.take('pay')
    after.serveNext()
    expect(hall.leg(ticket).staffId).toBe('zhao')
  })

  test('C8 both the person there and the counter left behind are settled in one act', () => {
    const hall = new Hall()
    hall.open('c1')
    const second = hall.open('c2')
    const moved = hall.at('c2', 'li')
    expect(hall.day.sessions.size).toBe(1)
    expect(hall.at('c1', 'wang').counter).toMatchObject({ state: 'closed', staffId: 'wang' })
    expect(hall.whyNot(() => second.pause())).toBe('session-ended')
    expect(moved.counter).toMatchObject({ state: 'idle', staffId: 'li' })
  })
})

describe('signing out', () => {
  test('C10 closes the counter that is left behind', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    clerk.signOut()
    expect(clerk.counter).toMatchObject({ state: 'closed', staffId: null, sessionId: null })
    expect(hall.events('counter.closed').at(-1)?.data.reason).toBe('signed-out')
    expect(hall.whyNot(() => clerk.signOut())).toBe('session-ended')
  })

  test('C10 of a counter that never opened closes nothing', () => {
    const hall = new Hall()
    const clerk = hall.at('c1')
    clerk.signOut()
    expect(hall.events('counter.closed')).toEqual([])
    expect(clerk.counter.staffId).toBeNull()
  })

  test('C10 not with a customer in hand', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.callNext()
    expect(hall.whyNot(() => clerk.signOut())).toBe('counter-busy')
    expect(hall.lastRefusal?.details).toEqual({ ticketId: ticket.id })
  })

  test('C10 with one on hold it is possible: anybody may call them back', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    clerk.park()
    clerk.signOut()
    hall.open('c2').resume(ticket)
    expect(ticket.staffId).toBe('wang')
  })
})

describe('the end of a shift', () => {
  test('C11 ends at its very moment, whether or not the hall has noticed', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    hall.pass(shift - 1)
    clerk.pause()
    hall.pass(1)
    expect(hall.whyNot(() => clerk.goOn())).toBe('session-ended')
  })

  test("C11 the hall's clock ends the sign-in and closes the counter", () => {
    const hall = new Hall()
    const early = hall.open('c1')
    hall.pass(hour)
    const late = hall.open('c2')
    hall.pass(shift - hour)
    hall.endShifts()
    expect(early.counter).toMatchObject({ state: 'closed', sessionId: null, staffId: null })
    expect(late.counter.state).toBe('idle')
    expect(hall.events('staff.signed_out').map(({ data }) => data)).toEqual([
      ...[{ sessionId: early.sessionId, because: 'shift-over' }],
    ])
  })

  test('C11 a customer in hand stays, and so does the name of who served them', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    hall.pass(shift)
    hall.endShifts()
    expect(clerk.counter).toMatchObject({
      ...{ state: 'serving', sessionId: null, staffId: 'li', ticketId: ticket.id },
    })
    expect(hall.whyNot(() => hall.at('c1', 'zhao'))).toBe('counter-held')
    const again = hall.at('c1', 'li')
    again.complete()
    expect(hall.leg(ticket)).toMatchObject({ staffId: 'li', end: 'completed' })
  })

  test('C11 a sign-in that was replaced is not ended twice', () => {
    const hall = new Hall()
    hall.open('c1')
    hall.pass(hour)
    const again = hall.at('c1')
    hall.pass(shift - hour)
    hall.endShifts()
    expect([...hall.day.sessions.keys()]).toEqual([again.sessionId])
  })

  test('C18 a terminal nobody touches closes a free counter, not one with a customer', () => {
    const hall = new Hall()
    const free = hall.open('c1')
    const busy = hall.open('c2')
    hall.take('fault')
    busy.serveNext()
    hall.pass(15 * minute - 1)
    hall.endShifts(hall.now - (15 * minute - 1))
    expect(hall.day.sessions.size).toBe(2)
    hall.pass(1)
    hall.endShifts(hall.now - 15 * minute)
    const ends = hall.events('staff.signed_out').map(({ data }) => data.because)
    expect(ends).toEqual(['idle', 'idle'])
    expect(free.counter.state).toBe('closed')
    expect(busy.counter).toMatchObject({ state: 'serving', staffId: 'wang', sessionId: null })
    // The ticket stays in hand: with the PIN its person goes on.
    expect(hall.whyNot(() => hall.at('c2', 'zhao'))).toBe('counter-held')
    hall.at('c2', 'wang').complete()
  })

  test('C18 where somebody acts nobody is asked for a PIN, and a hall may wait longer', () => {
    const hall = new Hall()
    hall.open('c1')
    hall.pass(hour)
    hall.endShifts(hall.now - 14 * minute)
    expect(hall.day.sessions.size).toBe(1)
    hall.set('staffIdleMinutes', 60)
    hall.endShifts(hall.now - 59 * minute)
    expect(hall.day.sessions.size).toBe(1)
  })

  test('C19 the cut-over ends sign-ins at closed counters, and no other', () => {
    const hall = new Hall({}, Date.UTC(2026, 2, 2, 19, 0))
    const absent = hall.at('c1')
    const serving = hall.open('c2')
    hall.pass(hour)
    hall.rollOver()
    expect([...hall.day.sessions.keys()]).toEqual([serving.sessionId])
    expect(hall.events('staff.signed_out').at(-1)?.data).toEqual({
      sessionId: absent.sessionId,
      because: 'shift-over',
    })
  })
})
