import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterOf, emptyHallDay } from '#domain/hall/hall-day.ts'
import { evolve } from '#domain/hall/evolve.ts'
import { Touched } from '#domain/hall/touched.ts'
import { chooseNext } from '#domain/queue/calling.ts'
import { endStates, ticketStates } from '#domain/queue/ticket.ts'
import type { TicketState } from '#domain/queue/ticket.ts'
import { minute } from '#domain/time.ts'
import { Hall, picture } from '../../support/hall.ts'
import { hallId } from '../../support/small-hall.ts'
import { seed } from '../seed.ts'
import { kinds, someSteps, take } from './commands.ts'
import type { Step } from './commands.ts'
import { whatIsWrong } from './invariants.ts'
import { DoubtfulHall, World } from './world.ts'

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100)

/** Lives through the steps and looks at the hall after each. */
function live(hall: Hall, steps: readonly Step[], look: (hall: Hall) => void = () => {}): World {
  return goOn(new World(hall), steps, look)
}

function goOn(world: World, steps: readonly Step[], look: (hall: Hall) => void = () => {}): World {
  for (const step of steps) {
    take(world, step)
    look(world.hall)
  }
  return world
}

/** Opens all counters with people for everything, and serves until nobody is left. */
function serveEverybody(hall: Hall): void {
  for (const [counterId, staffId] of [
    ['c1', 'li'],
    ['c2', 'wang'],
    ['c3', 'zhao'],
  ] as const) {
    hall.change('staff', staffId, { serviceIds: null })
    if (counterOf(hall.day, counterId).state !== 'closed') hall.forceClose(counterId)
  }
  const clerk = hall.open('c2')
  for (const ticket of hall.day.tickets.values()) {
    if (ticket.state !== 'parked') continue
    clerk.resume(ticket)
    clerk.start()
    clerk.complete()
  }
  const waits = () => [...hall.day.tickets.values()].some(({ state }) => state === 'waiting')
  // A number with several services comes back; an appointment may not have come yet.
  for (let turns = 0; waits() && turns < 1000; turns++) {
    hall.pass(minute)
    if (!chooseNext(hall.day, 'c2', hall.now)) continue
    clerk.serveNext()
    clerk.complete()
  }
}

describe('whatever happens in a hall', () => {
  test('T2, T3, T6, C1, C3, E6, Q10 what always holds holds after every command', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        live(new Hall(), steps, ({ day }) => expect(whatIsWrong(day)).toEqual([]))
      }),
      { seed, numRuns },
    )
  })

  test('L4, L5, L6 decisions are the same every time, and only what is noted changes', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        live(new DoubtfulHall(), steps)
      }),
      { seed: seed + 1, numRuns: numRuns / 4 },
    )
  })

  test('L3 the record makes the same hall again, at every length', () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), (steps, where) => {
        const half = where % steps.length
        const world = live(new Hall(), steps.slice(0, half))
        const { hall } = world
        expect(rebuilt(hall)).toEqual(picture(hall.day))
        goOn(world, steps.slice(half))
        expect(rebuilt(hall)).toEqual(picture(hall.day))
      }),
      { seed: seed + 2, numRuns },
    )
  })

  test('D7, T6 nobody is lost: everybody who is left at closing can be served', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const hall = new Hall()
        live(hall, steps)
        hall.clock(hall.day.businessDay ?? '', 17, 30)
        serveEverybody(hall)
        const left = [...hall.day.tickets.values()].filter((one) => one.endedAt === null)
        expect(left.map((one) => `${one.ticketNo} ${one.state}`)).toEqual([])
        expect(whatIsWrong(hall.day)).toEqual([])
      }),
      { seed: seed + 3, numRuns },
    )
  })

  test('T6 the counts of a day that closes sum to the numbers it gave out', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const { record } = live(new Hall(), steps).hall
        const closed = record.filter((one) => one.type === 'day.closed')
        for (const { businessDay, data, seq } of closed) {
          const issued = record.filter(
            (one) =>
              one.type === 'ticket.issued' && one.businessDay === businessDay && one.seq < seq,
          )
          const counted = Object.values(data.counts).reduce((sum, count) => sum + count, 0)
          expect(counted).toBe(issued.length)
          expect(Object.keys(data.counts)).toEqual([...ticketStates])
        }
      }),
      { seed: seed + 4, numRuns: numRuns / 2 },
    )
  })

  test('T6 a ticket that has ended stays ended, unless it was missed', () => {
    const over: readonly TicketState[] = endStates.filter((state) => state !== 'no_show')
    fc.assert(
      fc.property(someSteps, (steps) => {
        const ended = new Map<string, TicketState>()
        live(new Hall(), steps, ({ day }) => {
          for (const [id, state] of ended) expect(day.tickets.get(id)?.state ?? state).toBe(state)
          for (const { id, state } of day.tickets.values())
            if (over.includes(state)) ended.set(id, state)
        })
      }),
      { seed: seed + 5, numRuns: numRuns / 2 },
    )
  })

  test('T5 the business day never goes back, and the numbers of the record have no gap', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const { record } = live(new Hall(), steps).hall
        const days = record.map((one) => one.businessDay)
        expect(days).toEqual(days.toSorted())
        expect(record.map((one) => one.seq)).toEqual(record.map((_, at) => at + 1))
      }),
      { seed: seed + 6, numRuns: numRuns / 2 },
    )
  })

  test('E1, E5 a leg is rated once, and every correction is by the same channel', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const { hall } = live(new Hall(), steps)
        const rated = new Map<string, string>()
        for (const { type, data } of hall.record) {
          if (type === 'evaluation.submitted') {
            expect(rated.has(data.legId)).toBe(false)
            rated.set(data.legId, data.channel)
          }
          if (type === 'evaluation.corrected') expect(rated.get(data.legId)).toBe(data.channel)
        }
      }),
      { seed: seed + 7, numRuns: numRuns / 2 },
    )
  })
})

test('the properties see every kind of command accepted, so that they hold for each', () => {
  const accepted = new Map<string, number>()
  fc.assert(
    fc.property(someSteps, (steps) => {
      for (const [kind, times] of live(new Hall(), steps).accepted)
        accepted.set(kind, (accepted.get(kind) ?? 0) + times)
    }),
    { seed, numRuns: Math.max(numRuns, 100) },
  )
  // A number taken twice and one missed too early are there to be refused.
  const mostlyRefused: readonly string[] = ['takeTwice', 'markNoShow']
  const seldom = kinds.filter((kind) => (accepted.get(kind) ?? 0) < 5)
  expect(seldom.filter((kind) => !mostlyRefused.includes(kind))).toEqual([])
})

/** The hall made from its record alone. */
function rebuilt(hall: Hall): ReturnType<typeof picture> {
  const day = emptyHallDay(hallId)
  const touched = new Touched()
  for (const event of hall.record) evolve(day, event, touched)
  return picture(day)
}
