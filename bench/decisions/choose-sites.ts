import type { TrialDay } from '#domain/queue/choice/trial.ts'
import type { Targets } from './choose.ts'
import { scoresOf, tryRules } from './choose.ts'
import { chooseTable } from './choose-table.ts'
import type { RecordedSite } from './sites.ts'
import { trialDaysOf, withClasses } from './trial-days.ts'

const minute = 60
/** A service that takes longer on average is promised later. */
const shortS = 6 * minute

/** Closed loop on the days of a site: the product's rule beside others, for each set of targets. */
export async function chooseTables(site: RecordedSite, load: number): Promise<string[]> {
  const recorded = trialDaysOf(site.recording, load)
  const isClassed = recorded.some(({ visits }) => visits.some(({ priority }) => priority > 0))
  const days = isClassed ? recorded : withClasses(recorded)
  const tables: string[] = []
  for (const [name, targets] of Object.entries(targetsFor(site, days))) {
    const trials = await tryRules(days, targets)
    const title = `${site.name}: ${name}`
    tables.push(chooseTable(title, scoresOf(trials, targets)))
    if (site.name === 'generated') continue
    const second = trials.filter((_, at) => at % 2 === 1)
    tables.push(chooseTable(`${title}, every second day`, scoresOf(second, targets)))
  }
  return tables
}

/** Callers are promised a minute; a hall is tried with what halls promise. */
function targetsFor({ name }: RecordedSite, days: readonly TrialDay[]): Record<string, Targets> {
  const services = servicesOf(days)
  const named = (targetOf: (isShort: boolean) => Targets[string]): Targets =>
    Object.fromEntries([...services].map(([id, isShort]) => [id, targetOf(isShort)]))
  if (name.startsWith('bank')) return { 'a minute': named(() => minute) }
  return {
    '15 minutes': named(() => 15 * minute),
    '15 minutes for short services, 30 for others': named(
      (isShort) => (isShort ? 15 : 30) * minute,
    ),
    '20 and 30 minutes, half of it for the preferred, a third for appointments': named((isShort) =>
      [1, 1 / 2, 1 / 3].map((part) => part * (isShort ? 20 : 30) * minute),
    ),
  }
}

/** Each service, and whether it is short. */
function servicesOf(days: readonly TrialDay[]): Map<string, boolean> {
  const took = new Map<string, { count: number; sumS: number }>()
  for (const { serviceId, tookS } of days.flatMap(({ visits }) => visits)) {
    const { count, sumS } = took.get(serviceId) ?? { count: 0, sumS: 0 }
    took.set(serviceId, { count: count + 1, sumS: sumS + tookS })
  }
  return new Map([...took].map(([id, { count, sumS }]) => [id, sumS / count < shortS]))
}
