import { evolve } from '#domain/hall/evolve.ts'
import { emptyHallDay } from '#domain/hall/hall-day.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { EventData, HallEvent } from '#domain/events.ts'
import { event } from '#domain/events.ts'
import { Touched } from '#domain/hall/touched.ts'
import { chooseNext } from '#domain/queue/calling.ts'
import { priorityClasses } from '#domain/queue/priority.ts'
import { sampleHall } from '#server/sample/index.ts'
import { setupEvents } from '#server/sample/seed.ts'

/** Calls timed of each size, after as many that are not. */
const calls = 2000

/** Microseconds that choosing takes at one counter, with so many waiting in the hall. */
export type CallCost = { waiting: number; lines: number; medianUs: number }

/**
 * What “call next” costs by the rule every hall starts with: the sample hall with so many waiting,
 * spread over its services and the three classes. A call looks at the first one of each line, so it
 * must not grow with the tickets.
 */
export function callCosts(sizes: readonly number[] = [10, 1_000, 10_000]): CallCost[] {
  return sizes.map((waiting) => {
    const day = hallWith(waiting)
    const now = waiting * 1000 + 60_000
    const counters = [...day.setup.counters.keys()]
    const times = new Float64Array(calls)
    for (let at = -calls; at < calls; at++) {
      const counterId = counters[(at + calls) % counters.length] ?? ''
      const began = performance.now()
      chooseNext(day, counterId, now)
      if (at >= 0) times[at] = (performance.now() - began) * 1000
    }
    const lines = [...day.lines.values()].filter((line) => line.length > 0).length
    return { waiting, lines, medianUs: times.toSorted()[calls >> 1] ?? 0 }
  })
}

/** The record of a hall with so many waiting, one a second. */
function hallWith(waiting: number): HallDay {
  const day = emptyHallDay(sampleHall.hall.id)
  const touched = new Touched()
  let seq = 0
  const add = (made: HallEvent, at: number) => {
    const actor = { kind: 'system', id: 'bench', deviceId: null } as const
    evolve(day, { ...made, seq: ++seq, at, businessDay: '2026-03-02', actor }, touched)
  }
  for (const made of setupEvents(sampleHall)) add(made, 0)
  add(event('day.opened', { businessDay: '2026-03-02', because: 'first', reason: '' }), 0)
  const services = sampleHall.services
  for (let number = 1; number <= waiting; number++) {
    const service = services[number % services.length]
    if (!service) continue
    const ticket: EventData['ticket.issued'] = {
      ...{ ticketId: `t${number}`, ticketNo: `A${number}`, prefix: 'A', number },
      ...{ serviceId: service.id, language: 'zh', channel: 'program', tokenHash: '' },
      forecast: null,
    }
    const priority = priorityClasses[number % 7 === 0 ? 1 : number % 11 === 0 ? 2 : 0] ?? 0
    add(event('ticket.issued', { ...ticket, priority }), number * 1000)
  }
  return day
}

/** As it stands in docs/decisions-quality.md; the last column is the ratio to the smallest hall. */
export function callCostTable(costs: readonly CallCost[]): string {
  const least = costs[0]?.medianUs ?? 1
  return [
    '### What a call costs',
    '',
    '| waiting in the hall | lines with somebody | choosing, µs (median) | ratio |',
    '| --: | --: | --: | --: |',
    ...costs.map(
      ({ waiting, lines, medianUs }) =>
        `| ${waiting} | ${lines} | ${medianUs.toFixed(1)} | ${(medianUs / least).toFixed(2)} |`,
    ),
    '',
  ].join('\n')
}
