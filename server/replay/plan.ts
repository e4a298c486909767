import { instantOf, minute, second } from '#domain/time.ts'
import { settingDefinitions } from '#domain/hall/settings.ts'
import { intentOf } from './raters.ts'
import type { Intent } from './raters.ts'
import type { PlannedVisit, Shift, Timetable } from './timetable.ts'

/** One thing that somebody does at an instant; `counterId`: where it happens, if at a counter. */
export type Step = { at: number; counterId: string | null } & (
  | { kind: 'new-day'; day: string }
  | { kind: 'finish' | 'leave' | 'issue' | 'call'; visit: PlannedVisit }
  | { kind: 'rate'; visit: PlannedVisit; intent: Intent }
  | { kind: 'open' | 'resume' | 'pause' | 'close'; shift: Shift }
)

/** What comes first of the things of one instant, where nothing else decides it. */
const order: readonly Step['kind'][] = [
  ...['new-day', 'finish', 'leave', 'rate', 'open', 'resume', 'issue', 'call'],
  ...['pause', 'close'],
] as Step['kind'][]

/** Everything that happens on the days of a timetable, in order. */
export function planOf(timetable: Timetable, cutoverMinutes: number, timeZone: string): Step[] {
  const steps: Step[] = [
    ...timetable.days.map((day): Step => {
      return { kind: 'new-day', at: instantOf(day, cutoverMinutes, timeZone), counterId: null, day }
    }),
    ...timetable.visits.flatMap(stepsOfVisit),
    ...timetable.shifts.flatMap(stepsOfShift),
  ]
  // Of two calls of one instant at a counter, the shorter one was first: the longer one goes on.
  const end = (step: Step) => ('visit' in step ? step.visit.finishedAt : 0)
  return steps.toSorted(
    (a, b) => a.at - b.at || order.indexOf(a.kind) - order.indexOf(b.kind) || end(a) - end(b),
  )
}

function stepsOfVisit(visit: PlannedVisit): Step[] {
  const { arrivedAt, calledAt, finishedAt, counterId, outcome } = visit
  const issue: Step = { kind: 'issue', at: arrivedAt, counterId: null, visit }
  if (calledAt === null || counterId === null)
    return [issue, { kind: 'leave', at: finishedAt, counterId: null, visit }]
  const call: Step = { kind: 'call', at: calledAt, counterId, visit }
  const finish: Step = { kind: 'finish', at: finishedAt, counterId, visit }
  if (outcome !== 'served') return [issue, call, finish]
  const promptMs = settingDefinitions.ratingPromptS.start * second
  const intent = intentOf(visit, (calledAt - arrivedAt) / second, promptMs)
  // A rater leaves no trace at the counter: the next customer may be called meanwhile.
  const rate: Step = {
    kind: 'rate',
    at: finishedAt + intent.afterMs,
    counterId: null,
    visit,
    intent,
  }
  return [issue, call, finish, rate]
}

function stepsOfShift(shift: Shift): Step[] {
  const { counterId, spells } = shift
  return spells.flatMap(({ from, until }, index): Step[] => {
    const isLast = index === spells.length - 1
    return [
      { kind: index === 0 ? 'open' : 'resume', at: from, counterId, shift },
      { kind: isLast ? 'close' : 'pause', at: until, counterId, shift },
    ]
  })
}

/**
 * The local minute at which the business days of these records part: the usual one where the hall
 * is empty then, else one before the first arrival of any day. Who is still served at that time is
 * served on; the number stays one of the day before.
 */
export function cutoverFor(timetable: Timetable, timeZone: string): number {
  const usual = settingDefinitions.cutoverMinutes.start
  let [first, lastArrival, lastEnd] = [24 * 60, 0, 0]
  for (const { day, arrivedAt, finishedAt } of timetable.visits) {
    const minutesAfter = (at: number) => (at - instantOf(day, 0, timeZone)) / minute
    first = Math.min(first, minutesAfter(arrivedAt))
    lastArrival = Math.max(lastArrival, minutesAfter(arrivedAt) - 24 * 60)
    lastEnd = Math.max(lastEnd, minutesAfter(finishedAt) - 24 * 60)
  }
  if (lastEnd < usual && usual <= first) return usual
  const earliest = Math.ceil(Math.max(0, lastEnd <= first ? lastEnd : lastArrival))
  return Math.min(earliest, 24 * 60 - 1)
}
