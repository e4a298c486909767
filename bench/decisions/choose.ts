import type { CallingRule } from '#domain/queue/choice/rule.ts'
import type { TrialScore } from '#domain/queue/choice/trial-score.ts'
import { scoreTrial } from '#domain/queue/choice/trial-score.ts'
import type { TrialDay, TrialOutcome } from '#domain/queue/choice/trial.ts'
import { tryDay, tryDayWith } from '#domain/queue/choice/trial.ts'
import { CallingWatch } from '#domain/queue/choice/watch.ts'
import { targetsOf } from '#server/cli/targets.ts'
import { talkTo } from './talk.ts'

/** Rules of others that the product's own is measured against. */
const rivals: Record<string, CallingRule> = {
  'first come, first served': { kind: 'first-come' },
  'strict priority': { kind: 'strict', order: [2, 1, 0] },
  'wait ÷ target': {
    ...{ kind: 'index', weights: [1, 1, 1], headStartS: 0, quick: 0 },
    ...{ ceiling: Infinity, passLimit: Infinity },
  },
}

export type TrialOf = { rule: string; outcomes: TrialOutcome[] }

/** Target waits in seconds by service: one for everybody, or one for each class. */
export type Targets = Record<string, number | readonly number[]>

/** Lives the days through with each rule, the product's own by its command and in lock-step. */
export async function tryRules(days: readonly TrialDay[], targets: Targets): Promise<TrialOf[][]> {
  const targetS = targetsOf(targets)
  const trials: TrialOf[][] = days.map(() => [])
  const product = await outcomesByCommand(days, targets)
  for (const [at, outcomes] of product.entries())
    trials[at]?.push({ rule: 'this product', outcomes })
  for (const [rule, its] of Object.entries(rivals)) {
    const watch = new CallingWatch(its, targetS)
    for (const [at, day] of days.entries())
      trials[at]?.push({ rule, outcomes: tryDayWith(day, watch) })
  }
  return trials
}

/** Scores by rule, over these days together. */
export function scoresOf(
  trials: readonly TrialOf[][],
  targets: Targets,
): { rule: string; score: TrialScore }[] {
  const rules = trials[0]?.map(({ rule }) => rule) ?? []
  return rules.map((rule) => {
    const outcomes = trials.flatMap((day) =>
      day.flatMap((trial) => (trial.rule === rule ? trial.outcomes : [])),
    )
    return { rule, score: scoreTrial(outcomes, targetsOf(targets)) }
  })
}

async function outcomesByCommand(
  days: readonly TrialDay[],
  targets: Targets,
): Promise<TrialOutcome[][]> {
  const talk = talkTo('choose')
  talk.tell({ type: 'config', set: 'closed loop', targets })
  const found: TrialOutcome[][] = []
  for (const [at, day] of days.entries()) {
    talk.tell({ type: 'day', day: String(at + 1) })
    const trial = tryDay(day)
    let step = trial.next()
    while (!step.done) {
      const line = step.value
      if (line.type === 'next') step = trial.next((await talk.ask<{ id: string | null }>(line)).id)
      else {
        talk.tell(line)
        step = trial.next(null)
      }
    }
    found.push(step.value)
  }
  await talk.end()
  return found
}
