import fc from 'fast-check'
import { Experience } from '#domain/queue/forecast/experience.ts'
import type { Place, Site, SiteCounter, SiteLine } from '#domain/queue/forecast/snapshot.ts'
import { headStartRule } from '#domain/queue/site.ts'

/** Now, in seconds since midnight: half past ten. */
export const nowS = 37_800

const services = ['pay', 'move', 'ask']

const counter = fc.record({
  skills: fc.subarray(services, { minLength: 1 }),
  open: fc.boolean(),
  serving: fc.option(fc.constantFrom(...services)),
  sinceS: fc.integer({ min: 0, max: 1500 }),
})

const line = fc.record({
  priority: fc.integer({ min: 0, max: 2 }),
  serviceId: fc.constantFrom(...services),
  waited: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 12 }),
})

/** Any hall with somebody waiting, and the place of one of them. */
export const anySite: fc.Arbitrary<{ site: Site; place: Place }> = fc
  .record({
    counters: fc.array(counter, { minLength: 1, maxLength: 6 }),
    lines: fc.uniqueArray(line, {
      minLength: 1,
      maxLength: 5,
      selector: ({ serviceId, priority }) => `${serviceId}|${priority}`,
    }),
    at: fc.nat(),
    position: fc.nat(),
  })
  .map(({ counters, lines, at, position }) => {
    const site = siteOf(counters.map(counterOf), lines.map(lineOf))
    const chosen = at % site.lines.length
    const waiting = site.lines[chosen]?.waiting.length ?? 1
    return { site, place: { line: chosen, position: position % waiting } }
  })

/** A hall whose rule gives statutory priority ten minutes and appointments a quarter of an hour. */
export function siteOf(counters: SiteCounter[], lines: SiteLine[]): Site {
  const rule = headStartRule(({ priority }) => priority * 450)
  return { nowS, counters, lines, rule, turn: 0 }
}

function counterOf(
  { skills, open, serving, sinceS }: { skills: string[]; open: boolean } & Busy,
  at: number,
): SiteCounter {
  const changedS = open ? 30_600 : nowS - sinceS
  const isServing = open && serving !== null
  return {
    ...{ id: `c${at}`, serviceIds: new Set(skills), open, changedS },
    serving: isServing ? serving : null,
    ...{ waitedS: 0, sinceS: nowS - sinceS, hasCome: false },
  }
}
type Busy = { serving: string | null; sinceS: number }

function lineOf(
  { serviceId, priority, waited }: { serviceId: string; priority: number; waited: number[] },
  line: number,
): SiteLine {
  const joined = waited.map((one) => nowS - one).toSorted((a, b) => a - b)
  const waiting = joined.map((joinedS, at) => {
    const order = joinedS * 100 + line
    return { id: `${line}-${at}`, joinedS, order, placed: false, fromS: 0 }
  })
  return { serviceId, priority, forCounterId: null, waiting }
}

/** What a hall has learned whose services take about five minutes, and whose forecasts held. */
export function experienced(): Experience {
  const experience = new Experience()
  for (let at = 0; at < 60; at++)
    for (const service of services)
      experience.served(service, `c${at % 6}`, 120 + ((at * 37) % 361))
  for (let at = 0; at < 100; at++) {
    experience.evidence.add('at-issue', 10, 30)
    experience.evidence.add('later', 10, 30)
  }
  return experience
}
