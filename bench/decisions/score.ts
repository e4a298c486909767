import type { BaselineName } from './baselines.ts'
import { baselines, mean } from './baselines.ts'
import type { Estimate, Outcome } from './forecast.ts'

/** So many customers in a row make a group in which the range has to be true as well. */
const groupSize = 300

/** What is told of a site: errors in seconds of those who waited, shares of 1, times in ms. */
export type Score = {
  customers: number
  waited: number
  errorS: number
  baselineS: Record<BaselineName, number>
  /** Share whose wait ended within the range: of those who waited, and of everybody. */
  inRange: number
  inRangeOfAll: number
  /** The least and the greatest share in groups of customers who waited; null: no whole group. */
  groups: { lowest: number; highest: number; within: number } | null
  probe: { looked: number; errorS: number; countedDownS: number; inRange: number } | null
  medianMs: number
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const waited = outcomes.filter(({ waitS }) => waitS > 0)
  const times = outcomes.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b)
  const error = (guess: (one: Outcome) => number) =>
    mean(waited.map((one) => Math.abs(guess(one) - one.waitS)))
  return {
    customers: outcomes.length,
    waited: waited.length,
    errorS: error(({ told }) => told.p50),
    baselineS: Object.fromEntries(
      baselines.map((name) => [name, error(({ guesses }) => guesses[name])]),
    ) as Record<BaselineName, number>,
    inRange: shareInRange(waited),
    inRangeOfAll: shareInRange(outcomes),
    groups: groupsOf(waited),
    probe: probeOf(outcomes),
    medianMs: times[times.length >> 1] ?? 0,
  }
}

const isIn = ({ lo, hi }: Estimate, waitS: number) => waitS >= lo && waitS <= hi

function shareInRange(outcomes: readonly Outcome[]): number {
  return mean(outcomes.map(({ told, waitS }) => Number(isIn(told, waitS))))
}

function groupsOf(waited: readonly Outcome[]): Score['groups'] {
  const shares: number[] = []
  for (let from = 0; from + groupSize <= waited.length; from += groupSize)
    shares.push(shareInRange(waited.slice(from, from + groupSize)))
  if (shares.length === 0) return null
  const within = mean(shares.map((share) => Number(share >= 0.78 && share <= 0.82)))
  return { lowest: Math.min(...shares), highest: Math.max(...shares), within }
}

/** Looked at later: the new estimate, beside the first one less the time that has passed. */
function probeOf(outcomes: readonly Outcome[]): Score['probe'] {
  const looked = outcomes.flatMap(({ probe, told }) => (probe ? [{ ...probe, first: told }] : []))
  if (looked.length === 0) return null
  return {
    looked: looked.length,
    errorS: mean(looked.map(({ told, leftS }) => Math.abs(told.p50 - leftS))),
    countedDownS: mean(
      looked.map(({ first, elapsedS, leftS }) =>
        Math.abs(Math.max(0, first.p50 - elapsedS) - leftS),
      ),
    ),
    inRange: mean(looked.map(({ told, leftS }) => Number(isIn(told, leftS)))),
  }
}
