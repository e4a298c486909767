import type { Static } from 'typebox'
import type { MeasureReply } from '#contract/record.ts'
import { columns } from '../cli/operator.ts'
import { spread } from '../record/measures.ts'
import type { Waited } from './forecasts.ts'

export type Measures = Static<typeof MeasureReply>

const dayHeads = ['day', 'issued', 'served', 'no-show', 'left', 'wait mean', 'P90', 'rated', 'good']

/** A line for each day and one for all: what came of the numbers, and of the questions asked. */
export function tellDays(days: readonly Measures[], waits: readonly Waited[]): string {
  const of = (day: string) => waits.filter(({ businessDay }) => businessDay === day)
  const rows = days.map((day) => dayRow(day.businessDay, [day], of(day.businessDay)))
  if (days.length > 1) rows.push(dayRow('in all', days, waits))
  return columns([dayHeads, ...rows])
}

function dayRow(name: string, days: readonly Measures[], waits: readonly Waited[]): string[] {
  const sum = (value: (day: Measures) => number) => days.reduce((n, day) => n + value(day), 0)
  const { meanS, p90S } = spread(waitedOf(waits))
  const rated = sum(({ ratings }) => ratings.rated)
  return [
    name,
    String(sum(({ issued }) => issued)),
    String(sum(({ states }) => states['completed'] ?? 0)),
    String(sum(({ states }) => states['no_show'] ?? 0)),
    String(sum(({ states }) => states['cancelled'] ?? 0)),
    clock(meanS),
    clock(p90S),
    `${rated} of ${sum(({ ratings }) => ratings.requested)}`,
    share(sum(({ ratings }) => ratings.satisfied) / rated),
  ]
}

const serviceHeads = ['service', 'issued', 'called', 'mean', 'P90', 'forecast off', 'within range']

/** A line for each service: waits, and how the forecasts told at issue held. */
export function tellServices(waits: readonly Waited[]): string {
  const services = [...Map.groupBy(waits, ({ service }) => service)]
  const rows = services
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([service, own]) => serviceRow(service, own))
  return columns([serviceHeads, ...rows, serviceRow('in all', waits)])
}

function serviceRow(name: string, waits: readonly Waited[]): string[] {
  const { count, meanS, p90S } = spread(waitedOf(waits))
  const told = waits.flatMap(({ forecast, waitedS }) =>
    forecast === null || waitedS === null ? [] : [{ ...forecast, waitedS }],
  )
  const { meanS: errorS } = spread(told.map(({ medianS, waitedS }) => Math.abs(waitedS - medianS)))
  const held = told.filter(({ lowS, highS, waitedS }) => lowS <= waitedS && waitedS <= highS)
  return [
    name,
    String(waits.length),
    String(count),
    clock(meanS),
    clock(p90S),
    clock(errorS),
    share(held.length / told.length),
  ]
}

function waitedOf(waits: readonly Waited[]): number[] {
  return waits.flatMap(({ waitedS }) => (waitedS === null ? [] : [waitedS]))
}

/** Minutes and seconds; a dash where there is nothing to tell. */
function clock(seconds: number | null): string {
  if (seconds === null) return '–'
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function share(part: number): string {
  return Number.isFinite(part) ? `${Math.round(part * 100)} %` : '–'
}
