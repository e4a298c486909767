import type { Head } from '../site.ts'
import type { RuleContext } from './choose.ts'
import { evenlyMixed } from './mix.ts'
import type {
  Because,
  CallingRule,
  ConditionsRule,
  IndexRule,
  PatternRule,
  RatioRule,
  StrictRule,
} from './rule.ts'

/**
 * A rule as a measure of heads: the lower step goes first, within a step the larger score, and of
 * equal ones the older number.
 */
export type Gauge = {
  step: (head: Head, turn: number) => number
  score: (head: Head, step: number) => number
  because: (step: number) => Because
  /** Factors of the score. */
  parts: (head: Head) => Parts
}
export type Parts = { weight: number; quick: number }

const plain: Parts = { weight: 1, quick: 1 }

const firstCome: Gauge = {
  step: () => 0,
  score: ({ waitedS }) => waitedS,
  because: () => 'first-come',
  parts: () => plain,
}

export function gaugeOf(rule: CallingRule, context: RuleContext): Gauge {
  switch (rule.kind) {
    case 'index':
      return indexGauge(rule, context)
    case 'first-come':
      return firstCome
    case 'strict':
      return strictGauge(rule)
    case 'ratio':
      return ratioGauge(rule)
    case 'pattern':
      return patternGauge(rule)
    case 'conditions':
      return conditionsGauge(rule, context)
  }
}

const indexBecause: Because[] = ['pass-limit', 'over-target', 'index']

/** Passed too often goes first, then who is far over target, then by the index. */
function indexGauge(rule: IndexRule, context: RuleContext): Gauge {
  const { weights, headStartS, ceiling, passLimit } = rule
  const quicks = new Map<string, number>()
  const quickOf = (serviceId: string) => {
    const known = quicks.get(serviceId)
    if (known !== undefined) return known
    const means = Math.max(1, context.meanAllS) / Math.max(1, context.meanS(serviceId))
    const quickness = means ** rule.quick
    quicks.set(serviceId, quickness)
    return quickness
  }
  const targetOf = ({ serviceId, priority }: Head) =>
    Math.max(1, context.targetS(serviceId, priority))
  const weightOf = (priority: number) => weights[priority] ?? 1
  return {
    step: (head) => {
      if (head.passed >= passLimit) return 0
      return head.waitedS > ceiling * targetOf(head) ? 1 : 2
    },
    score: (head, step) => {
      const { serviceId, priority, waitedS } = head
      if (step === 0) return waitedS
      if (step === 1) return waitedS / targetOf(head)
      return (weightOf(priority) * (waitedS + headStartS) * quickOf(serviceId)) / targetOf(head)
    },
    because: (step) => indexBecause[step] ?? 'index',
    parts: ({ serviceId, priority }) => ({
      weight: weightOf(priority),
      quick: quickOf(serviceId),
    }),
  }
}

function strictGauge({ order }: StrictRule): Gauge {
  return {
    ...firstCome,
    step: ({ priority }) => placeIn(order.indexOf(priority), order.length),
    because: () => 'class',
  }
}

function ratioGauge({ shares }: RatioRule): Gauge {
  const slots = evenlyMixed(shares)
  const stepOf = (priority: number, turn: number) => {
    for (let ahead = 0; ahead < slots.length; ahead++)
      if (slots[(turn + ahead) % slots.length] === priority) return ahead
    return slots.length
  }
  return {
    ...firstCome,
    step: ({ priority }, turn) => stepOf(priority, turn),
    because: (step) => (step < slots.length ? 'turn' : 'first-come'),
  }
}

function patternGauge({ turns }: PatternRule): Gauge {
  const isTurnOf = (at: number, head: Head) => {
    const turn = turns[at % turns.length]
    if (!turn) return false
    return 'serviceId' in turn ? turn.serviceId === head.serviceId : turn.priority === head.priority
  }
  const stepOf = (head: Head, turn: number) => {
    for (let ahead = 0; ahead < turns.length; ahead++)
      if (isTurnOf(turn + ahead, head)) return ahead
    return turns.length
  }
  return {
    ...firstCome,
    step: stepOf,
    because: (step) => (step < turns.length ? 'turn' : 'first-come'),
  }
}

function conditionsGauge({ conditions, otherwise }: ConditionsRule, context: RuleContext): Gauge {
  const rest = gaugeOf(otherwise, context)
  const count = conditions.length
  const metBy = ({ serviceId, priority, waitedS }: Head) =>
    conditions.findIndex(
      (one) =>
        (one.serviceId ?? serviceId) === serviceId &&
        (one.priority ?? priority) === priority &&
        waitedS > one.overMinutes * 60,
    )
  return {
    step: (head, turn) => {
      const met = metBy(head)
      return met < 0 ? count + rest.step(head, turn) : met
    },
    score: (head, step) => (step < count ? head.waitedS : rest.score(head, step - count)),
    because: (step) => (step < count ? 'condition' : rest.because(step - count)),
    parts: rest.parts,
  }
}

const placeIn = (found: number, last: number) => (found < 0 ? last : found)
