import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleHall } from '#server/sample/index.ts'
import { asCsv, generateHallDay, type GeneratedDay } from '../../bench/hall-day.ts'

const made = (seed: number) => generateHallDay({ seed, day: '2026-03-17', customers: 280 })

/** Looks at days of many seeds; `holds` expects within. */
function everyDay(holds: (day: GeneratedDay) => void) {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => holds(made(seed))),
    { numRuns: 25 },
  )
}

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')

describe('a generated hall day', () => {
  test('is the same for the same seed and another for another', () => {
    expect(made(7)).toEqual(made(7))
    expect(made(7)).not.toEqual(made(8))
  })

  test('is committed as the fixture of seed 1', () => {
    const csv = asCsv(made(1))
    expect(fixture('hall-day.csv')).toBe(csv.customers)
    expect(fixture('hall-day.counters.csv')).toBe(csv.counters)
  })

  test('has every customer once, in the order of arrival, with a service of the sample hall', () => {
    const known = sampleHall.services.map(({ id }) => id)
    everyDay(({ customers }) => {
      expect(customers.map(({ customerId }) => customerId)).toEqual(
        Array.from({ length: 280 }, (_, index) => index + 1),
      )
      const arrivals = customers.map(({ arrivalS }) => arrivalS)
      expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b))
      for (const { service } of customers) expect(known).toContain(service)
    })
  })

  test('never has a counter serve two at once', () => {
    everyDay(({ customers }) => {
      for (const { id } of sampleHall.counters) {
        const served = customers
          .filter(({ counter }) => counter === id)
          .toSorted((a, b) => a.calledS - b.calledS)
        for (const [index, next] of served.slice(1).entries()) {
          expect(next.calledS).toBeGreaterThanOrEqual(served[index]?.finishedS ?? Infinity)
        }
      }
    })
  })

  test('calls only to a counter that is open, takes the service and stays until the end', () => {
    everyDay(({ customers, spells }) => {
      for (const { arrivalS, calledS, finishedS, counter, service } of customers) {
        expect(calledS).toBeGreaterThanOrEqual(arrivalS)
        expect(finishedS).toBeGreaterThan(calledS)
        const spell = spells.find(
          (it) => it.counter === counter && it.openS <= calledS && finishedS <= it.closeS,
        )
        expect(spell?.services).toContain(service)
      }
    })
  })

  test('keeps the spells of a counter apart', () => {
    everyDay(({ spells }) => {
      for (const [index, spell] of spells.entries()) {
        expect(spell.closeS).toBeGreaterThan(spell.openS)
        const next = spells[index + 1]
        if (next?.counter === spell.counter) expect(next.openS).toBeGreaterThan(spell.closeS)
      }
    })
  })

  test('calls the customers of one service first come, first served', () => {
    everyDay(({ customers }) => {
      for (const { id } of sampleHall.services) {
        const calls = customers.filter(({ service }) => service === id).map((it) => it.calledS)
        expect(calls).toEqual(calls.toSorted((a, b) => a - b))
      }
    })
  })

  test('has 4 % of its customers not come when called', () => {
    const { customers } = generateHallDay({ seed: 3, day: '2026-03-17', customers: 20_000 })
    const missed = customers.filter(({ outcome }) => outcome === 'no_show').length
    expect(missed / customers.length).toBeCloseTo(0.04, 2)
  })
})
