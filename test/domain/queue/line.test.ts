import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareInLine, Line } from '#domain/queue/line.ts'
import type { LineKey } from '#domain/queue/line.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { seed } from '../seed.ts'

const key = (rank: number, lineAt: number, order: number): LineKey => ({ rank, lineAt, order })

/** Only its place matters to a line. */
const standing = (place: LineKey): Ticket => ({ ...place, id: `t${place.order}` }) as Ticket

/** Places with many ties, each with its own order, as the record gives it. */
const places = fc
  .array(
    fc.record({ rank: fc.integer({ min: 0, max: 1 }), lineAt: fc.integer({ max: 9, min: 0 }) }),
  )
  .map((drawn) => drawn.map((place, order) => ({ ...place, order })))

describe('who stands before whom', () => {
  test.each([
    ['one placed first', key(0, 900, 9), 'one who came long before', key(1, 100, 1)],
    ['the one who came earlier', key(1, 100, 9), 'the one who came later', key(1, 200, 1)],
    ['of two at the same moment the older number', key(1, 100, 1), 'the younger', key(1, 100, 2)],
    ['of two placed first the one placed earlier', key(0, 100, 9), 'the later', key(0, 200, 1)],
  ])('Q2 %s stands before %s', (_first, before, _second, after) => {
    expect(compareInLine(before, after)).toBeLessThan(0)
    expect(compareInLine(after, before)).toBeGreaterThan(0)
  })

  test('Q2 the order is one order: no circle, and nobody stands before themselves', () => {
    fc.assert(
      fc.property(places, (drawn) => {
        const sorted = drawn.toSorted(compareInLine)
        sorted.forEach((place, at) => {
          for (const later of sorted.slice(at + 1))
            expect(compareInLine(place, later)).toBeLessThan(0)
          expect(compareInLine(place, place)).toBe(0)
        })
      }),
      { seed },
    )
  })
})

describe('a line', () => {
  test('Q2 is in order whatever order people join it in', () => {
    fc.assert(
      fc.property(places, (drawn) => {
        const line = new Line()
        for (const place of drawn) line.add(standing(place))
        expect(line.tickets).toEqual(drawn.map(standing).toSorted(compareInLine))
        expect(line.length).toBe(drawn.length)
        expect(line.head).toBe(line.tickets[0])
      }),
      { seed },
    )
  })

  test('Q2 stays in order when people leave it', () => {
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.boolean()), (drawn, leaves) => {
        const line = new Line()
        const tickets = drawn.map(standing)
        for (const ticket of tickets) line.add(ticket)
        const stay = tickets.filter((ticket) => {
          const goes = leaves.next().value === true
          if (goes) line.remove(ticket)
          return !goes
        })
        expect(line.tickets).toEqual(stay.toSorted(compareInLine))
      }),
      { seed },
    )
  })

  test('Q2 counts those before somebody who stands in it, or would', () => {
    const line = new Line()
    const tickets = [10, 20, 30].map((lineAt) => standing(key(1, lineAt, lineAt)))
    for (const ticket of tickets) line.add(ticket)
    expect(tickets.map((ticket) => line.countBefore(ticket))).toEqual([0, 1, 2])
    expect(line.countBefore(key(1, 25, 99))).toBe(2)
    expect(line.countBefore(key(0, 99, 99))).toBe(0)
    expect(line.countBefore(key(1, 99, 99))).toBe(3)
  })

  test('Q2 lets go only of who stands in it', () => {
    const line = new Line()
    const here = standing(key(1, 10, 1))
    line.add(here)
    line.remove(standing(key(1, 10, 2)))
    line.remove({ ...here, id: 'another' })
    expect(line.tickets).toEqual([here])
    line.remove(here)
    expect(line.head).toBeUndefined()
    line.remove(here)
    expect(line.length).toBe(0)
  })
})
