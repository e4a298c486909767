import { priorityClasses } from '../priority.ts'
import type { RuleContext } from './choose.ts'
import type { TrialOutcome } from './trial.ts'

/** What a rule did to the people of its days; shares are of 1, null where there was nobody. */
export type TrialScore = {
  customers: number
  /** Mean of how long each waited beyond the target, in seconds; who came within it counts as none. */
  latenessS: number
  meanWaitS: number
  onTarget: number | null
  /** By class: normal, preferred, appointment. */
  onTargetOf: (number | null)[]
  /** Of a hundred normal customers, 99 waited no longer. */
  normalP99S: number
  /** The most often that somebody was passed by later ones. */
  mostPassed: number
}

/** Measures the days of a trial. Who left without being called counts with the wait until then. */
export function scoreTrial(
  outcomes: readonly TrialOutcome[],
  targetS: RuleContext['targetS'],
): TrialScore {
  const over = ({ visit, waitS }: TrialOutcome) =>
    Math.max(0, waitS - targetS(visit.serviceId, visit.priority))
  const onTarget = (some: readonly TrialOutcome[]) =>
    mean(some.map((one) => Number(over(one) === 0)))
  const classes = priorityClasses.map((priority) =>
    outcomes.filter(({ visit }) => visit.priority === priority),
  )
  return {
    customers: outcomes.length,
    latenessS: mean(outcomes.map(over)) ?? 0,
    meanWaitS: mean(outcomes.map(({ waitS }) => waitS)) ?? 0,
    onTarget: onTarget(outcomes),
    onTargetOf: classes.map(onTarget),
    normalP99S: quantile(classes[0]?.map(({ waitS }) => waitS) ?? [], 0.99),
    mostPassed: outcomes.reduce((most, { passed }) => Math.max(most, passed), 0),
  }
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function quantile(values: readonly number[], level: number): number {
  const ascending = values.toSorted((a, b) => a - b)
  return ascending[Math.min(ascending.length - 1, Math.floor(level * ascending.length))] ?? 0
}
