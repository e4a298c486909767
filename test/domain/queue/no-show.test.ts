import { describe, expect, test } from 'vitest'
import { noShowAllowed } from '#domain/queue/call.ts'
import { graceLeft } from '#domain/queue/transfer.ts'
import { minute, second } from '#domain/time.ts'
import type { Clerk } from '../../support/clerk.ts'
import { Hall } from '../../support/hall.ts'

/** A number has just been called for the first time. */
function called() {
  const hall = new Hall()
  const clerk = hall.open('c1')
  const ticket = hall.take('pay')
  clerk.callNext()
  return { hall, clerk, ticket }
}

/** Somebody was missed a moment ago. */
function missed() {
  const scene = called()
  scene.clerk.giveUp()
  return scene
}

/** Calls so many further numbers of the letter A and serves them. */
function callMore(hall: Hall, clerk: Clerk, count: number): void {
  for (let made = 0; made < count; made++) {
    hall.take('pay')
    clerk.serveNext()
    clerk.complete()
  }
}

describe('marking a number as missed', () => {
  test('Q12 needs two calls', () => {
    const { hall, clerk } = called()
    hall.pass(10 * minute)
    expect(hall.whyNot(() => clerk.markNoShow())).toBe('no-show-too-early')
    expect(hall.lastRefusal?.details).toEqual({ calls: 1, waitS: 0 })
    clerk.recall()
    clerk.markNoShow()
    expect(clerk.counter.state).toBe('idle')
  })

  test('Q12 needs 90 seconds from the first call', () => {
    const { hall, clerk, ticket } = called()
    hall.pass(89 * second + 1)
    clerk.recall()
    expect(hall.whyNot(() => clerk.markNoShow())).toBe('no-show-too-early')
    expect(hall.lastRefusal?.details).toEqual({ calls: 0, waitS: 1 })
    hall.pass(second - 1)
    clerk.markNoShow()
    expect(ticket.state).toBe('no_show')
  })

  test('Q12 needs 180 seconds where the phone page of the ticket is open', () => {
    const { hall, clerk, ticket } = called()
    clerk.recall()
    hall.pass(90 * second)
    expect(hall.whyNot(() => clerk.markNoShow(ticket, true))).toBe('no-show-too-early')
    expect(hall.lastRefusal?.details).toEqual({ calls: 0, waitS: 90 })
    hall.pass(90 * second)
    clerk.markNoShow(ticket, true)
    expect(ticket.state).toBe('no_show')
  })

  test('Q12 calls and times are the settings of the hall', () => {
    const { hall, clerk, ticket } = called()
    hall.set('callsBeforeNoShow', 3)
    hall.set('noShowAfterS', 20)
    clerk.recall()
    hall.pass(20 * second)
    expect(hall.whyNot(() => clerk.markNoShow())).toBe('no-show-too-early')
    expect(hall.lastRefusal?.details).toEqual({ calls: 1, waitS: 0 })
    clerk.recall()
    clerk.markNoShow()
    expect(ticket.state).toBe('no_show')
  })

  test('Q12 the screen is told how many calls and until when', () => {
    const { hall, clerk, ticket } = called()
    const firstCall = hall.now
    expect(noShowAllowed(hall.day, ticket, false)).toEqual({
      ...{ calls: 1, at: firstCall + 90 * second },
    })
    hall.pass(minute)
    clerk.recall()
    clerk.recall()
    expect(noShowAllowed(hall.day, ticket, true)).toEqual({
      ...{ calls: 0, at: firstCall + 180 * second },
    })
  })

  test('Q12 who comes back is called and waited for as before', () => {
    const { hall, clerk, ticket } = missed()
    clerk.requeue(ticket)
    clerk.callNext()
    expect(noShowAllowed(hall.day, ticket, false)).toEqual({
      ...{ calls: 1, at: hall.now + 90 * second },
    })
  })

  test('Q13 ends the leg unserved, frees the counter and asks for no rating', () => {
    const { hall, clerk, ticket } = missed()
    expect(ticket).toMatchObject({ state: 'no_show', missedAt: hall.now, endedAt: hall.now })
    expect(ticket).toMatchObject({ counterId: null, staffId: null })
    expect(hall.leg(ticket)).toMatchObject({ end: 'no_show', startedAt: null, staffId: 'li' })
    expect(clerk.counter).toMatchObject({ state: 'idle', ticketId: null })
    expect(hall.day.evaluations.size).toBe(0)
  })

  test('Q13, E6 who does not come back from a hold was served, and may rate that', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    hall.pass(minute)
    clerk.park()
    hall.pass(10 * minute)
    clerk.resume(ticket)
    clerk.giveUp()
    expect(hall.leg(ticket)).toMatchObject({ end: 'closed', parkedMs: 11 * minute + 30 * second })
    expect(hall.day.evaluations.get(`${ticket.id}.1`)).toMatchObject({
      ...{ staffId: 'li', evaluatorCounterId: null },
    })
  })
})

describe('coming back', () => {
  test('Q14 a missed ticket keeps its place within the grace time', () => {
    const { hall, clerk, ticket } = missed()
    const later = [hall.take('pay'), hall.take('pay')]
    clerk.requeue(ticket)
    expect(ticket).toMatchObject({ state: 'waiting', leg: 2, missedAt: null, endedAt: null })
    expect(hall.line('pay')).toEqual([ticket, ...later].map((one) => one.ticketNo))
    expect(clerk.callNext()).toBe(ticket)
  })

  test('Q14 one who was placed first is first again', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    const other = hall.take('invoice')
    clerk.serveNext()
    clerk.transfer({ toServiceId: 'invoice', place: 'first' })
    clerk.callNext()
    clerk.giveUp()
    clerk.requeue(ticket)
    expect(hall.line('invoice')).toEqual([ticket.ticketNo, other.ticketNo])
  })

  test.each([
    ['to the last moment of', 30 * minute, true],
    ['not after', 30 * minute + 1, false],
  ])('Q14 by time: %s 30 minutes, when its letter was called often', (_when, ms, allowed) => {
    const { hall, clerk, ticket } = missed()
    callMore(hall, clerk, 10)
    hall.pass(ms)
    expect(graceLeft(hall.day, ticket, hall.now)).toEqual({
      ...{ within: allowed, until: (ticket.missedAt ?? 0) + 30 * minute },
    })
    if (allowed) clerk.requeue(ticket)
    else expect(hall.whyNot(() => clerk.requeue(ticket))).toBe('grace-over')
    expect(ticket.state).toBe(allowed ? 'waiting' : 'no_show')
  })

  test.each([
    ['while fewer than', 9, true],
    ['not when', 10, false],
  ])('Q14 by calls: %s 10 numbers of its letter were called since', (_when, calls, allowed) => {
    const { hall, clerk, ticket } = missed()
    callMore(hall, clerk, calls)
    hall.pass(3 * 60 * minute)
    if (allowed) clerk.requeue(ticket)
    else expect(hall.whyNot(() => clerk.requeue(ticket))).toBe('grace-over')
    expect(ticket.state).toBe(allowed ? 'waiting' : 'no_show')
  })

  test('Q14 calls of other letters do not count', () => {
    const { hall, clerk, ticket } = missed()
    const meters = hall.open('c3')
    for (let calls = 0; calls < 20; calls++) {
      hall.take('fault')
      meters.serveNext()
      meters.complete()
    }
    hall.pass(2 * 60 * minute)
    clerk.requeue(ticket)
    expect(ticket.state).toBe('waiting')
  })

  test('Q14 by calls only within its own business day', () => {
    const { hall, ticket } = missed()
    hall.clock('2026-03-03', 9)
    const clerk = hall.open('c2')
    expect(graceLeft(hall.day, ticket, hall.now).within).toBe(true)
    hall.rollOver()
    expect(hall.day.callsOf.size).toBe(0)
    expect(hall.whyNot(() => clerk.requeue(ticket))).toBe('grace-over')
  })

  test('Q14 the times are the settings of the hall', () => {
    const { hall, clerk, ticket } = missed()
    hall.set('graceMinutes', 0)
    hall.set('graceCalls', 0)
    expect(graceLeft(hall.day, ticket, hall.now).within).toBe(true)
    hall.pass(1)
    expect(hall.whyNot(() => clerk.requeue(ticket))).toBe('grace-over')
    hall.set('graceCalls', 1)
    clerk.requeue(ticket)
    expect(ticket.state).toBe('waiting')
  })

  test('Q15 twice, and then a new number has to be taken', () => {
    const { hall, clerk, ticket } = missed()
    for (const time of [1, 2]) {
      clerk.requeue(ticket)
      expect(ticket.requeues).toBe(time)
      clerk.callNext()
      clerk.giveUp()
    }
    expect(hall.whyNot(() => clerk.requeue(ticket))).toBe('requeue-limit')
    expect(hall.lastRefusal?.details).toEqual({ ticketNo: 'A001' })
  })

  test('Q15 never, where the hall allows it not once', () => {
    const { hall, clerk, ticket } = missed()
    hall.set('requeueMax', 0)
    expect(hall.whyNot(() => clerk.requeue(ticket))).toBe('requeue-limit')
  })

  test('Q14 any counter may let somebody back, and the record names it', () => {
    const { hall, ticket } = missed()
    hall.open('c3').requeue(ticket)
    expect(hall.events('ticket.requeued').at(-1)?.data).toEqual({
      ...{ ticketId: ticket.id, byCounterId: 'c3' },
    })
    expect(ticket.serviceId).toBe('pay')
  })

  test('Q14 it is a new leg with a wait of its own', () => {
    const { hall, clerk, ticket } = missed()
    hall.pass(3 * minute)
    clerk.requeue(ticket)
    expect(hall.leg(ticket, 1)).toMatchObject({ end: 'no_show' })
    expect(hall.leg(ticket, 2)).toMatchObject({ queuedAt: hall.now, callCount: 0, end: null })
    expect(ticket).toMatchObject({ callCount: 0, firstCalledAt: null, missedAtCall: null })
  })
})
