import { settingDefinitions } from '#domain/hall/settings.ts'
import type { SetupItems, SetupKind } from '#domain/hall/setup.ts'
import type { SetupRow } from '#domain/hall/touched.ts'
import { hour, minute } from '#domain/time.ts'

export const hallId = 'h1'

/** Monday 2 March 2026, 09:00 in Shanghai: the doors have been open for half an hour. */
export const mondayAtNine = Date.UTC(2026, 2, 2, 1, 0)

const same = (words: string) => ({ zh: words, en: words })
const opening = { from: 8.5 * 60, until: 17 * 60 }

/** Open from 08:30 to 17:00, Monday to Saturday. */
const hall: SetupItems['hall'] = {
  id: hallId,
  name: same('Small Hall'),
  shortName: same('Small'),
  timeZone: 'Asia/Shanghai',
  hours: [...Array.from({ length: 6 }, () => [opening]), []],
  specialHours: {},
  hotline: '',
  purpose: 'hall',
}

function group(id: string, prefix: string): SetupItems['group'] {
  const words = { name: same(id), shortName: same(id), examples: same('') }
  return { id, prefix, ...words, icon: 'bolt', position: 0 }
}

function service(id: string, groupId: string, normS: number): SetupItems['service'] {
  return {
    ...{ id, groupId, name: same(id), plain: same(''), materials: same(''), normS },
    ...{ waitNormS: 900, dailyLimit: null, hours: null, offered: true, position: 0 },
  }
}

function counter(id: string, no: string, serviceIds: string[]): SetupItems['counter'] {
  return { id, no, serviceIds, label: same('Counter'), position: Number(no) }
}

function person(id: string, staffNo: string): SetupItems['staff'] {
  return {
    ...{ id, staffNo, name: same(id), post: same('Clerk'), serviceIds: null },
    ...{ stars: 3, portrait: null, active: true },
  }
}

function row<K extends SetupKind>(kind: K, value: SetupItems[K]): SetupRow {
  return { kind, id: value.id, value } as SetupRow
}

/**
 * Two groups, four services, three counters, three people. Counter 1 handles bills, counter 3
 * meters, counter 2 everything; Li, Wang and Zhao are the usual persons there.
 */
export const smallHall: readonly SetupRow[] = [
  row('hall', hall),
  row('group', group('bills', 'A')),
  row('group', group('meters', 'M')),
  row('service', service('pay', 'bills', (5 * minute) / 1000)),
  row('service', service('invoice', 'bills', (5 * minute) / 1000)),
  row('service', service('fault', 'meters', (20 * minute) / 1000)),
  row('service', service('install', 'meters', (20 * minute) / 1000)),
  row('counter', counter('c1', '1', ['pay', 'invoice'])),
  row('counter', counter('c2', '2', ['pay', 'invoice', 'fault', 'install'])),
  row('counter', counter('c3', '3', ['fault', 'install'])),
  row('staff', person('li', '1001')),
  row('staff', person('wang', '1002')),
  row('staff', person('zhao', '1003')),
  // The plainest rule: who comes first. What another rule does is told where it is asked.
  row('rule', { id: 'first', name: same('First come'), from: 0, rule: { kind: 'first-come' } }),
]

/** Who is usually at a counter. */
export const usually: Record<string, string> = { c1: 'li', c2: 'wang', c3: 'zhao' }

/** How long a sign-in lasts where the hall has set nothing else. */
export const shift = settingDefinitions.staffSessionHours.start * hour
