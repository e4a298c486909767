import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Experience } from '#domain/queue/forecast/experience.ts'
import { forecastWait, learnFromCall } from '#domain/queue/forecast/forecast.ts'
import type { Site } from '#domain/queue/forecast/snapshot.ts'
import { isCounterFree } from '#domain/queue/forecast/snapshot.ts'
import { seed } from '../../seed.ts'
import { anySite, experienced, nowS, siteOf } from './a-site.ts'

const property = (arbitrary: typeof anySite, holds: (one: AnySite) => void) =>
  fc.assert(fc.property(arbitrary, holds), { seed, numRuns: 60 })
type AnySite = Parameters<Parameters<typeof anySite.map>[0]>[0]

/** One service, `open` busy counters, `ahead` before whoever is asked about. */
function plain(ahead: number, open = 2): Site {
  const counters = Array.from({ length: open }, (_, at) => ({
    ...{ id: `c${at}`, serviceIds: new Set(['pay']), open: true, changedS: 30_600 },
    ...{ serving: 'pay', waitedS: 0, sinceS: nowS - 60, hasCome: false },
  }))
  const waiting = Array.from({ length: ahead + 1 }, (_, at) => ({
    ...{ id: `t${at}`, joinedS: nowS - 60 * (ahead - at), order: at },
    ...{ placed: false, fromS: 0 },
  }))
  return siteOf(counters, [{ serviceId: 'pay', priority: 0, forCounterId: null, waiting }])
}

const told = (site: Site, position: number, experience: Experience, runs = 400) =>
  forecastWait(site, experience, { line: 0, position }, { seed: 1, runs })

describe('a forecast', () => {
  test('Y1 is the same for the same hall, experience and seed, and changes nothing', () => {
    property(anySite, ({ site, place }) => {
      const { rule: _, ...before } = site
      const kept = structuredClone(before)
      const experience = experienced()
      const first = forecastWait(site, experience, place, { seed: 5 })
      expect(forecastWait(site, experience, place, { seed: 5 })).toEqual(first)
      expect(forecastWait(site, experienced(), place, { seed: 5 })).toEqual(first)
      expect(before).toEqual(kept)
    })
  })

  test('Y2 is never negative, and the median lies in the range', () => {
    property(anySite, ({ site, place }) => {
      for (const experience of [new Experience(), experienced()]) {
        const { lowS, medianS, highS } = forecastWait(site, experience, place, { seed: 5 })
        expect(lowS).toBeGreaterThanOrEqual(0)
        expect(medianS).toBeGreaterThanOrEqual(lowS)
        expect(highS).toBeGreaterThanOrEqual(medianS)
        expect([lowS, medianS, highS].every(Number.isInteger)).toBe(true)
      }
    })
  })

  test('Y3 is zero only when a counter is free that may call the customer', () => {
    property(anySite, ({ site, place }) => {
      const line = site.lines[place.line]
      if (!line || isCounterFree(site, line)) return
      for (const experience of [new Experience(), experienced()])
        expect(forecastWait(site, experience, place, { seed: 5 }).medianS).toBeGreaterThan(0)
    })
    const free = plain(0)
    for (const counter of free.counters) counter.serving = null
    expect(told(free, 0, experienced()).medianS).toBe(0)
    expect(told(free, 0, new Experience()).medianS).toBe(0)
  })

  test('Y4 does not grow shorter with more people before', () => {
    for (const experience of [new Experience(), experienced()])
      fc.assert(
        fc.property(fc.nat(20), fc.integer({ min: 1, max: 10 }), (ahead, more) => {
          const shorter = told(plain(ahead), ahead, experience).medianS
          const longer = told(plain(ahead + more), ahead + more, experience).medianS
          // A tenth for chance: two simulations draw other services.
          expect(longer).toBeGreaterThanOrEqual(shorter * 0.9)
        }),
        { seed, numRuns: 25 },
      )
  })

  test('Y4 is shorter with more counters that may call', () => {
    for (const experience of [new Experience(), experienced()])
      expect(told(plain(8, 4), 8, experience).medianS).toBeLessThan(
        told(plain(8, 1), 8, experience).medianS,
      )
  })

  test('Y5 is that of the queue-length formula until the simulation has proven better', () => {
    const fresh = new Experience((serviceId) => (serviceId === 'pay' ? 240 : 600))
    const first = told(plain(4), 4, fresh)
    expect(first.medianS).toBe(Math.round(first.formula.medianS))
    // Five services before, two counters, four minutes each: ten minutes and somewhat more.
    expect(first.medianS).toBeGreaterThan(500)
    expect(first.medianS).toBeLessThan(1000)

    const learned = experienced()
    const { simulated, medianS } = told(plain(4), 4, learned)
    expect(medianS).toBe(Math.round(simulated?.medianS ?? -1))
  })

  test('Y5 goes back to the formula where the simulation errs more', () => {
    const experience = experienced()
    for (let at = 0; at < 600; at++) experience.evidence.add('at-issue', 40, 20)
    const { medianS, formula } = told(plain(4), 4, experience)
    expect(medianS).toBe(Math.round(formula.medianS))
  })

  test('Y6 grows when waits come true longer than told, and narrower when they never differ', () => {
    const experience = experienced()
    const site = plain(4)
    const before = told(site, 4, experience, 80)
    for (let at = 0; at < 300; at++) {
      const now = forecastWait(site, experience, { line: 0, position: 4 }, { seed: at, runs: 80 })
      learnFromCall(experience, now, { waitS: Math.round(before.medianS * 1.5), seed: at })
    }
    const after = told(site, 4, experience, 80)
    expect(after.medianS).toBeGreaterThan(before.medianS * 1.3)
    expect(after.highS - after.lowS).toBeLessThan(before.highS - before.lowS)
  })

  test('Y8 is shorter where many of those before do not come, and only for such waits', () => {
    const learned = experienced()
    const wary = experienced()
    for (let at = 0; at < 100; at++) {
      wary.noShows.add(1900, 60)
      wary.noShows.add(60, null)
    }
    const long = plain(30, 1)
    expect(told(long, 30, wary).medianS).toBeLessThan(told(long, 30, learned).medianS * 0.8)
    const short = plain(1, 1)
    expect(told(short, 1, wary).medianS).toBeGreaterThan(told(short, 1, learned).medianS * 0.9)
  })
})
