import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastAll } from '#domain/queue/forecast/everybody.ts'
import type { Question } from '#domain/queue/forecast/forecast.ts'
import { forecastWait, forecastWaits } from '#domain/queue/forecast/forecast.ts'
import type { Site } from '#domain/queue/forecast/snapshot.ts'
import { seed } from '../../seed.ts'
import { anySite, experienced, nowS } from './a-site.ts'

const waitingOf = (site: Site): Question[] =>
  site.lines.flatMap(({ waiting }, line) =>
    waiting.map((_, position) => ({ line, position, asked: 'later' as const })),
  )

describe('the waits of everybody', () => {
  test('Y9 come from one living through, the same for the same hall, experience and seed', () => {
    fc.assert(
      fc.property(anySite, ({ site }) => {
        const all = forecastAll(site, experienced(), { seed: 5 })
        expect(forecastAll(site, experienced(), { seed: 5 })).toEqual(all)
        expect([...all.waiting.keys()]).toEqual(
          site.lines.flatMap(({ waiting }) => waiting.map(({ id }) => id)),
        )
        const normal = site.lines.filter(({ priority }) => priority === 0)
        expect(all.newcomers.size).toBe(normal.length)
      }),
      { seed, numRuns: 30 },
    )
  })

  test('Y9 whoever would only come now takes the place of nobody who waits', () => {
    fc.assert(
      fc.property(anySite, ({ site }) => {
        const all = forecastAll(site, experienced(), { seed: 5 })
        const alone = forecastWaits(site, experienced(), waitingOf(site), { seed: 5 })
        const told = [...all.waiting.values()]
        expect(told.map(({ simulated }) => simulated?.sample)).toEqual(
          alone.map(({ simulated }) => simulated?.sample),
        )
      }),
      { seed, numRuns: 30 },
    )
  })

  test('Y9 are those that each would be told alone, but for chance', () => {
    const site = longSite(4)
    const all = forecastAll(site, experienced(), { seed: 1 })
    const alone = forecastWait(site, experienced(), { line: 0, position: 30 }, { seed: 2 })
    const told = all.newcomers.get('pay|0')
    expect(told?.medianS).toBeGreaterThan(alone.medianS * 0.85)
    expect(told?.medianS).toBeLessThan(alone.medianS * 1.15)
  })

  test('Y9 are the longer, the more of a line stand before', () => {
    const { waiting, newcomers } = forecastAll(longSite(4), experienced(), { seed: 1 })
    const medians = [...waiting.values()].map(({ medianS }) => medianS)
    for (const [at, median] of medians.entries())
      expect(median).toBeGreaterThanOrEqual(medians[at - 1] ?? 0)
    expect(newcomers.get('pay|0')?.medianS).toBeGreaterThanOrEqual(medians.at(-1) ?? 0)
  })
})

describe('who is called before', () => {
  test('Y10 whoever was placed first is called before all who were not', () => {
    const site = longSite(2)
    const [line] = site.lines
    const last = line?.waiting.at(-1)
    if (!line || !last) throw new Error('Nobody waits')
    const placed = { ...last, placed: true }
    const lines = [{ ...line, waiting: [placed, ...line.waiting.slice(0, -1)] }]
    const before = forecastAll(site, experienced(), { seed: 1 }).waiting.get(last.id)
    const after = forecastAll({ ...site, lines }, experienced(), { seed: 1 }).waiting.get(last.id)
    expect(after?.simulated?.medianS).toBeLessThan((before?.simulated?.medianS ?? 0) / 5)
  })

  test('Y10 an appointment is not called before its window', () => {
    const site = longSite(2, 0)
    const booked = {
      ...{ id: 'booked', joinedS: nowS + 1800, order: 0, placed: false },
      fromS: nowS + 1200,
    }
    const lines = [{ serviceId: 'pay', priority: 2, forCounterId: null, waiting: [booked] }]
    const told = forecastAll({ ...site, lines }, experienced(), { seed: 1 }).waiting.get('booked')
    expect(Math.min(...(told?.simulated?.sample ?? []))).toBeGreaterThanOrEqual(1200)
  })

  test('Y10 whoever was sent to a counter waits for that one alone', () => {
    const site = longSite(4, 0)
    const one = { id: 'sent', joinedS: nowS, order: 1, placed: false, fromS: 0 }
    const sentTo = (forCounterId: string | null) => ({
      ...site,
      counters: site.counters.map((counter, at) => ({ ...counter, sinceS: nowS - 60 * at })),
      lines: [{ serviceId: 'pay', priority: 0, forCounterId, waiting: [one] }],
    })
    const told = (forCounterId: string | null) =>
      forecastAll(sentTo(forCounterId), experienced(), { seed: 1 }).waiting.get('sent')?.simulated
        ?.medianS ?? 0
    expect(told('c0')).toBeGreaterThan(told(null))
  })
})

/** One service at busy counters, so many of its customers waiting. */
function longSite(counters: number, waiting = 30): Site {
  return {
    ...{ nowS, turn: 0, rule: (heads) => heads[0] ?? null },
    counters: Array.from({ length: counters }, (_, at) => ({
      ...{ id: `c${at}`, serviceIds: new Set(['pay']), open: true, changedS: 30_600 },
      ...{ serving: 'pay', waitedS: 0, sinceS: nowS - 60, hasCome: true },
    })),
    lines: [
      {
        ...{ serviceId: 'pay', priority: 0, forCounterId: null },
        waiting: Array.from({ length: waiting }, (_, at) => ({
          ...{ id: `t${at}`, joinedS: nowS - 60 * (waiting - at), order: at },
          ...{ placed: false, fromS: 0 },
        })),
      },
    ],
  }
}
