import { Worker } from 'node:worker_threads'
import type { Static } from 'typebox'
import type { TrialBody, TrialReply } from '#contract/rules.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { changeSetup } from '#domain/hall/setup-acts.ts'
import { ruleInForce } from '#domain/queue/calling.ts'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import type { Hall } from '../hall/hall.ts'
import type { TrialHall } from './rule-trial-days.ts'
import type { TrialOrder, TrialReport } from './rule-trial-thread.ts'

const daysUsual = 5

/** What runs in a hall: one trial at a time, for it takes a whole core. */
const running = new WeakMap<Hall, { asked: string; report: Promise<TrialReport> }>()

/**
 * Lives past days of a hall again, by the rule in force and by another one: the same customers, the
 * same counters, the same service times; nothing is recorded (Q50).
 */
export async function tryOnPastDays(
  hall: Hall,
  { rule, days = daysUsual, from, until }: Static<typeof TrialBody>,
): Promise<Static<typeof TrialReply> | Refused> {
  const not = whyNotRule(hall, rule)
  if (not) return not
  const present = ruleInForce(hall.day, hall.now())
  const rules = [present.rule, rule]
  const begun = begin(hall, { ...orderOf(hall), days, from, until, rules })
  if (isRefused(begun)) return begun
  const report = await begun
  const [ofPresent, ofProposed] = report.figures
  if (report.days.length === 0 || !ofPresent || !ofProposed) return refuse('trial-no-days')
  return {
    days: report.days,
    customers: report.customers,
    present: { ...present, figures: ofPresent },
    proposed: { rule, figures: ofProposed },
  }
}

/** Who asks the same while it runs waits for the same answer: lines break, and screens ask again. */
function begin(hall: Hall, order: TrialOrder): Promise<TrialReport> | Refused {
  const asked = JSON.stringify(order)
  const known = running.get(hall)
  if (known) return known.asked === asked ? known.report : refuse('trial-running')
  const report = inThread(order).finally(() => running.delete(hall))
  running.set(hall, { asked, report })
  return report
}

/** The same checks as when it is set. */
function whyNotRule({ day }: Hall, rule: CallingRule): Refused | null {
  const value = { id: 'trial', name: { zh: '', en: '' }, from: 0, rule }
  const change = changeSetup(day, { kind: 'rule', id: 'trial', value })
  return isRefused(change) ? change : null
}

function orderOf({ db, day }: Hall): Pick<TrialOrder, 'file' | 'hall' | 'targetS'> {
  const { hall, services, counters, staff } = day.setup
  const skilled = [...staff.values()].flatMap(({ id, serviceIds }) =>
    serviceIds === null ? [] : [[id, serviceIds] as const],
  )
  const trialHall: TrialHall = {
    timeZone: hall.timeZone,
    counters: Object.fromEntries([...counters].map(([id, one]) => [id, one.serviceIds])),
    skills: Object.fromEntries(skilled),
    normS: Object.fromEntries([...services].map(([id, { normS }]) => [id, normS])),
  }
  const targetS = Object.fromEntries([...services].map(([id, { waitNormS }]) => [id, waitNormS]))
  return { file: db.name, hall: trialHall, targetS }
}

function inThread(order: TrialOrder): Promise<TrialReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./rule-trial-thread.ts', import.meta.url), {
      workerData: order,
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`A trial ended with ${code}`)))
  })
}
