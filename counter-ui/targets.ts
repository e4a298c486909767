import type { CounterView } from '#contract/live.ts'
import { minutesRange } from '#ui-kit/format.ts'
import { pick, say, type Language } from '#ui-kit/speech.ts'
import type { Target } from './acts.ts'
import type { Item } from './parts/pick-list.ts'
import { matches } from './search.ts'

/** A place a ticket may be sent to, as a row of the list, and what its button says. */
export type TargetRow = Item & { kind: TargetKind; target: Target; name: string }

type Loads = { counters: CounterView['counters']; services: CounterView['services'] }

export type TargetKind = 'counter' | 'queue'

/**
 * Where a ticket may go, with what waits there: one kind, or whatever matches what was typed;
 * counters where nobody sits stand last.
 */
export function targetRows(
  lang: Language,
  { counters, services }: Loads,
  kind: TargetKind,
  query: string,
): TargetRow[] {
  const ofCounters = counters
    .filter(({ no, label, staffName }) =>
      matches(query, no, pick(lang, label), staffName ? pick(lang, staffName) : ''),
    )
    .toSorted((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'))
    .map((counter) => counterRow(lang, counter))
  const ofServices = services
    .filter(({ name }) => matches(query, name.zh, name.en))
    .map((service) => serviceRow(lang, service))
  if (query) return [...ofCounters, ...ofServices]
  return kind === 'counter' ? ofCounters : ofServices
}

function counterRow(lang: Language, counter: CounterView['counters'][number]): TargetRow {
  const { id, no, state, staffName, waiting } = counter
  const load = { label: pick(lang, counter.label), state: say(lang, `state.${state}`) }
  return {
    id: `counter:${id}`,
    icon: 'user',
    over: say(lang, 'ctr.transfer.toCounter'),
    title: staffName
      ? say(lang, 'ctr.transfer.counter', { no, name: pick(lang, staffName) })
      : say(lang, 'ctr.transfer.counterNo', { no }),
    under:
      waiting > 0
        ? say(lang, 'ctr.transfer.counterWaiting', { ...load, n: waiting })
        : say(lang, 'ctr.transfer.counterLoad', load),
    kind: 'counter',
    target: { toCounterId: id },
    name: say(lang, 'ctr.transfer.counterNo', { no }),
  }
}

function serviceRow(lang: Language, service: CounterView['services'][number]): TargetRow {
  const { id, icon } = service
  const name = pick(lang, service.name)
  return {
    id: `service:${id}`,
    icon,
    over: say(lang, 'ctr.transfer.toQueue'),
    title: name,
    under: loadOf(lang, service),
    kind: 'queue',
    target: { toServiceId: id },
    name,
  }
}

/** What waits for a service: `4 人等 · 约 12–18 分钟`. */
export function loadOf(lang: Language, { waiting, wait }: CounterView['services'][number]): string {
  if (waiting === 0) return say(lang, 'ctr.transfer.free')
  if (!wait) return say(lang, 'ctr.transfer.loadOnly', { n: waiting })
  const w = say(lang, 'ctr.about', { w: minutesRange(lang, wait) })
  return say(lang, 'ctr.transfer.load', { n: waiting, w })
}
