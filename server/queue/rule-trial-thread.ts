import { parentPort, workerData } from 'node:worker_threads'
import type { Static } from 'typebox'
import type { TrialFigures } from '#contract/rules.ts'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import { openReadOnly } from '../db/open.ts'
import { trialDayOf, trialDays } from './rule-trial-days.ts'
import type { TrialHall } from './rule-trial-days.ts'
import { figuresOf, tryRule } from './rule-trial-figures.ts'

export type TrialOrder = {
  /** The hall's record. */
  file: string
  days: number
  from?: string | undefined
  until?: string | undefined
  hall: TrialHall
  /** Target wait of each service. */
  targetS: Record<string, number>
  rules: CallingRule[]
}

/** Days oldest first, and for each rule how their customers fared. */
export type TrialReport = {
  days: string[]
  customers: number
  figures: Static<typeof TrialFigures>[]
}

/** Where a service has no target any more. */
const usualTargetS = 1200

/** Runs in a worker thread: many days take seconds, and a hall that is served does not wait. */
function liveThrough({ file, hall, rules, ...order }: TrialOrder): TrialReport {
  const db = openReadOnly(file)
  try {
    const names = trialDays(db, order).toReversed()
    const days = names.map((name) => trialDayOf(db, hall, name))
    const targetS = (serviceId: string) => order.targetS[serviceId] ?? usualTargetS
    return {
      days: names,
      customers: days.reduce((sum, { visits }) => sum + visits.length, 0),
      figures: rules.map((rule) => figuresOf(tryRule(rule, days, targetS), targetS)),
    }
  } finally {
    db.close()
  }
}

parentPort?.postMessage(liveThrough(workerData as TrialOrder))
