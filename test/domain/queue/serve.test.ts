import { describe, expect, test } from 'vitest'
import { complete } from '#domain/queue/serve.ts'
import { handlingMs, outcomes } from '#domain/queue/ticket.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

/** Somebody was called and came; their service has lasted ten minutes. */
function inService() {
  const hall = new Hall()
  const clerk = hall.open('c1')
  const ticket = hall.take('pay')
  hall.pass(7 * minute)
  clerk.callNext()
  hall.pass(minute)
  clerk.start()
  const startedAt = hall.now
  hall.pass(10 * minute)
  /** Completes as a counter does that had no line at that time. */
  const completeLate = (completedAt: number) => {
    const request = { ticketId: ticket.id, outcome: 'done', completedAt } as const
    hall.run((day, moment) => complete(day, request, moment), clerk.sessionId)
  }
  return { hall, clerk, ticket, startedAt, completeLate }
}

describe('a service', () => {
  test('Q16 runs from its start, the wait from the issue to the first call', () => {
    const { hall, clerk, ticket, startedAt } = inService()
    expect(clerk.counter).toMatchObject({ state: 'serving', since: startedAt })
    clerk.complete()
    const leg = hall.leg(ticket)
    expect((leg.firstCalledAt ?? 0) - leg.queuedAt).toBe(7 * minute)
    expect(handlingMs(leg)).toBe(10 * minute)
    expect(leg).toMatchObject({ startedAt, endedAt: hall.now, end: 'completed', suspect: false })
  })

  test.each(outcomes)('Q32 ends with what came of it: %s', (outcome) => {
    const { hall, clerk, ticket } = inService()
    clerk.complete(ticket, outcome)
    expect(ticket).toMatchObject({ state: 'completed', outcome, endedAt: hall.now })
    expect(hall.leg(ticket).outcome).toBe(outcome)
  })

  test('Q32 frees the counter for the next', () => {
    const { hall, clerk } = inService()
    const next = hall.take('pay')
    clerk.complete()
    expect(clerk.counter).toMatchObject({ state: 'idle', ticketId: null, since: hall.now })
    expect(clerk.callNext()).toBe(next)
  })

  test('Q32 that is over stays with who did it and where', () => {
    const { clerk, ticket } = inService()
    clerk.complete()
    expect(ticket).toMatchObject({ counterId: 'c1', staffId: 'li' })
  })
})

describe('a completion that a counter without a line tells later', () => {
  test('Q33 counts from when it was done', () => {
    const { hall, ticket, startedAt, completeLate } = inService()
    completeLate(startedAt + 4 * minute)
    expect(ticket.endedAt).toBe(startedAt + 4 * minute)
    expect(handlingMs(hall.leg(ticket))).toBe(4 * minute)
    expect(hall.leg(ticket).suspect).toBe(false)
    expect(hall.day.handling.get('pay')).toEqual([4 * minute])
  })

  test.each([
    ['before the start', -minute, 0],
    ['in the future', 60 * minute, 10 * minute],
  ])('Q33 with a device clock %s is put where it can be', (_how, off, took) => {
    const { hall, ticket, startedAt, completeLate } = inService()
    completeLate(startedAt + off)
    expect(handlingMs(hall.leg(ticket))).toBe(took)
    expect(hall.leg(ticket).suspect).toBe(false)
  })

  test('Q33 the record holds both when it was done and when it was told', () => {
    const { hall, startedAt, completeLate } = inService()
    completeLate(startedAt + minute)
    const told = hall.events('ticket.completed').at(-1)
    expect([told?.data.doneAt, told?.at]).toEqual([startedAt + minute, hall.now])
  })

  test('Q33 its rating is asked for when it is told', () => {
    const { hall, ticket, startedAt, completeLate } = inService()
    completeLate(startedAt + minute)
    expect(hall.day.evaluations.get(`${ticket.id}.1`)?.requestedAt).toBe(hall.now)
  })

  test('Q33 no part of a hold is cut off by it', () => {
    const { hall, clerk, ticket, startedAt, completeLate } = inService()
    clerk.park()
    hall.pass(20 * minute)
    clerk.resume(ticket)
    clerk.start()
    hall.pass(5 * minute)
    completeLate(startedAt + minute)
    expect(handlingMs(hall.leg(ticket))).toBe(10 * minute)
  })
})
