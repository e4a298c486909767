import { describe, expect, test } from 'vitest'
import { chooseNext } from '#domain/queue/calling.ts'
import { priorityReasons } from '#domain/queue/priority.ts'
import type { PriorityReason } from '#domain/queue/priority.ts'
import { prioritise } from '#domain/queue/prioritise.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { hour, minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

/** Classes count in it: the rule that every hall starts with. */
function hallByIndex(): Hall {
  const hall = new Hall()
  hall.change('rule', 'first', null)
  return hall
}

const prefer = (hall: Hall, ticket: Ticket, priorityReason: PriorityReason | null) =>
  hall.run((day) => prioritise(day, { ticketId: ticket.id, priorityReason }))

describe('a preference', () => {
  test.each(priorityReasons)('Q40 has a reason with a name: %s', (priorityReason) => {
    const hall = hallByIndex()
    const ticket = hall.take('pay', { priorityReason })
    expect(ticket).toMatchObject({ priority: 1, priorityReason })
    expect(hall.line('pay')).toEqual([ticket.ticketNo])
  })

  test('Q40 goes before others who came at about the same time, not before all', () => {
    const hall = hallByIndex()
    const longAgo = hall.take('pay')
    hall.pass(20 * minute)
    hall.take('pay')
    const elder = hall.take('pay', { priorityReason: 'elderly' })
    const clerk = hall.open('c1')
    expect(clerk.serveNext()).toBe(longAgo)
    clerk.complete()
    expect(clerk.serveNext()).toBe(elder)
  })

  test('Q40 is given and taken back while somebody waits; the seniority stays', () => {
    const hall = hallByIndex()
    const first = hall.take('pay')
    hall.pass(minute / 12)
    const second = hall.take('pay')
    prefer(hall, second, 'pregnant')
    expect(second).toMatchObject({ priority: 1, lineAt: second.issuedAt })
    expect(chooseNext(hall.day, 'c1', hall.now)?.ticket).toBe(second)
    prefer(hall, second, null)
    expect(second).toMatchObject({ priority: 0, priorityReason: null })
    expect(chooseNext(hall.day, 'c1', hall.now)?.ticket).toBe(first)
  })

  test('Q40 of somebody who does not wait is refused', () => {
    const hall = hallByIndex()
    const ticket = hall.take('pay')
    hall.open('c1').callNext()
    expect(hall.whyNot(() => prefer(hall, ticket, 'elderly'))).toBe('ticket-state')
  })
})

describe('an appointment', () => {
  const booked = (hall: Hall, minutes: number) =>
    hall.take('pay', { bookedAt: hall.now + minutes * minute })

  test('Q41 joins by its booked time, before those without', () => {
    const hall = hallByIndex()
    const ticket = booked(hall, 5)
    expect(ticket).toMatchObject({ priority: 2, lineAt: hall.now + 5 * minute })
    hall.pass(4 * minute)
    hall.take('pay')
    hall.pass(3 * minute)
    expect(chooseNext(hall.day, 'c1', hall.now)?.ticket).toBe(ticket)
  })

  test('Q41 stands by booked times, whoever checked in first', () => {
    const hall = hallByIndex()
    const later = booked(hall, 9)
    const sooner = booked(hall, 4)
    expect(hall.line('pay')).toEqual([sooner.ticketNo, later.ticketNo])
  })

  test('Q41 is not called before its window, even when nobody else waits', () => {
    const hall = hallByIndex()
    booked(hall, 30)
    const clerk = hall.open('c1')
    expect(hall.whyNot(() => clerk.callNext())).toBe('no-one-waiting')
    hall.pass(20 * minute)
    expect(clerk.callNext().bookedAt).toBe(hall.now + 10 * minute)
  })

  test('Q41 that comes after its window is as any other number', () => {
    const hall = hallByIndex()
    hall.pass(hour)
    const late = booked(hall, -16)
    expect(late).toMatchObject({ priority: 0, lineAt: hall.now })
    expect(booked(hall, -15)).toMatchObject({ priority: 2, lineAt: hall.now })
  })

  test('Q41 has waited from the later of check-in and booked time', () => {
    const hall = hallByIndex()
    const ticket = booked(hall, 5)
    hall.pass(8 * minute)
    hall.open('c1').callNext()
    expect(hall.leg(ticket).queuedAt).toBe(hall.now - 3 * minute)
  })

  test('Q41 of another day is no number of today', () => {
    const hall = hallByIndex()
    expect(hall.whyNot(() => booked(hall, 25 * 60))).toBe('bad-request')
  })

  test('Q41 given up before its time leaves no negative wait behind', () => {
    const hall = hallByIndex()
    const ticket = booked(hall, 9)
    hall.cancel(ticket)
    expect(hall.leg(ticket).suspect).toBe(false)
  })
})

describe('several services on one number', () => {
  test('Q44 goes on to the next here, first of all, where this counter may', () => {
    const hall = hallByIndex()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay', { furtherServiceIds: ['invoice'] })
    const other = hall.take('pay')
    clerk.serveNext()
    clerk.complete()
    expect(ticket).toMatchObject({ state: 'waiting', serviceId: 'invoice', further: [], leg: 2 })
    expect(hall.leg(ticket, 1)).toMatchObject({ end: 'completed', serviceId: 'pay' })
    expect(hall.line('@c1')).toEqual([ticket.ticketNo])
    expect(clerk.serveNext()).toBe(ticket)
    clerk.complete()
    expect(ticket.state).toBe('completed')
    expect(clerk.serveNext()).toBe(other)
  })

  test('Q44 goes on elsewhere with the seniority of its issue where this counter may not', () => {
    const hall = hallByIndex()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay', { furtherServiceIds: ['fault'] })
    hall.pass(minute)
    hall.take('fault')
    clerk.serveNext()
    clerk.complete()
    expect(ticket).toMatchObject({ state: 'waiting', serviceId: 'fault', lineAt: ticket.issuedAt })
    expect(hall.line('fault')[0]).toBe(ticket.ticketNo)
    expect(hall.open('c3').callNext()).toBe(ticket)
  })

  test('Q44 asks for a rating of each service', () => {
    const hall = hallByIndex()
    const clerk = hall.open('c1')
    hall.take('pay', { furtherServiceIds: ['invoice'] })
    for (let leg = 0; leg < 2; leg++) {
      clerk.serveNext()
      clerk.complete()
    }
    expect(hall.events('evaluation.requested')).toHaveLength(2)
  })

  test('Q44 names services of the hall', () => {
    const hall = hallByIndex()
    const taking = () => hall.take('pay', { furtherServiceIds: ['tea'] })
    expect(hall.whyNot(taking)).toBe('service-unknown')
  })
})
