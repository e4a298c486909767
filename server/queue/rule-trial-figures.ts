import type { Static } from 'typebox'
import type { TrialFigures } from '#contract/rules.ts'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import { tryDayWith } from '#domain/queue/choice/trial.ts'
import type { TrialDay, TrialOutcome } from '#domain/queue/choice/trial.ts'
import { CallingWatch } from '#domain/queue/choice/watch.ts'
import { priorityClasses } from '#domain/queue/priority.ts'
import { spread } from '../record/measures.ts'

type Figures = Static<typeof TrialFigures>
type TargetS = (serviceId: string) => number

/** Lives days through by one rule, oldest first, and says how their customers fared (Q50). */
export function tryRule(
  rule: CallingRule,
  days: readonly TrialDay[],
  targetS: TargetS,
): TrialOutcome[] {
  const watch = new CallingWatch(rule, targetS)
  return days.flatMap((day) => tryDayWith(day, watch))
}

/** How customers fared in numbers: all, by class, by service. */
export function figuresOf(outcomes: readonly TrialOutcome[], targetS: TargetS): Figures {
  const of = (some: readonly TrialOutcome[]) => figuresOfSome(some, targetS)
  const byService = Map.groupBy(outcomes, ({ visit }) => visit.serviceId)
  return {
    all: of(outcomes),
    byClass: priorityClasses.flatMap((priority) => {
      const some = outcomes.filter(({ visit }) => visit.priority === priority)
      return some.length > 0 ? [{ priority, ...of(some) }] : []
    }),
    byService: [...byService]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([serviceId, some]) => ({ serviceId, ...of(some) })),
  }
}

function figuresOfSome(outcomes: readonly TrialOutcome[], targetS: TargetS): Figures['all'] {
  const called = outcomes.filter((one) => one.called)
  const { count, meanS, p90S } = spread(called.map(({ waitS }) => waitS))
  const lateS = ({ visit, waitS }: TrialOutcome) => Math.max(0, waitS - targetS(visit.serviceId))
  const late = called.map(lateS)
  const onTarget = late.filter((its) => its === 0).length / count
  return {
    ...{ customers: count, meanS, p90S },
    onTarget: count === 0 ? null : Math.round(onTarget * 1000) / 1000,
    latenessS: spread(late).meanS,
    passedMost: Math.max(0, ...outcomes.map(({ passed }) => passed)),
    left: outcomes.length - count,
  }
}
