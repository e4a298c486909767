import type { Head, Rule } from '../site.ts'
import { gaugeOf } from './gauge.ts'
import type { Gauge } from './gauge.ts'
import type { Because, CallingRule } from './rule.ts'

/** What a rule has to know of the hall beyond those who wait. */
export type RuleContext = {
  /** The wait that is promised for a service, to customers of a class. */
  targetS: (serviceId: string, priority: number) => number
  /** Its usual handling time. */
  meanS: (serviceId: string) => number
  /** That of all services together. */
  meanAllS: number
}

/** What one of the heads weighed when it was chosen, or was not. */
export type Weighed = {
  serviceId: string
  priority: number
  waitedS: number
  order: number
  passed: number
  targetS: number
  /** Of its class, and for its quickness: factors of the score. */
  weight: number
  quick: number
  score: number
  because: Because
}

/** A choice with its reasons: the chosen one, and the two that would have come after it. */
export type Choice<H extends Head = Head> = { head: H; chosen: Weighed; others: Weighed[] }

const othersTold = 2

/**
 * Whom a free counter calls of the heads it may call, and why. Looks at heads alone, so it costs
 * the number of lines; the same heads, rule and turn give the same choice. Null: nobody waits.
 */
export function choose<H extends Head>(
  rule: CallingRule,
  context: RuleContext,
  heads: readonly H[],
  turn: number,
): Choice<H> | null {
  const gauge = gaugeOf(rule, context)
  const head = first(gauge, heads, turn)
  if (!head) return null
  const weighed = (one: Head) => weigh(gauge, context, one, turn)
  const others: Weighed[] = []
  let left = heads.filter((one) => one !== head)
  while (others.length < othersTold) {
    const next = first(gauge, left, turn)
    if (!next) break
    others.push(weighed(next))
    left = left.filter((one) => one !== next)
  }
  return { head, chosen: weighed(head), others }
}

/** The same rule in the form that a simulation asks many times; it allocates nothing per call. */
export function ruleOf(rule: CallingRule, context: RuleContext): Rule {
  const gauge = gaugeOf(rule, context)
  return (heads, turn) => first(gauge, heads, turn)
}

function first<H extends Head>(gauge: Gauge, heads: readonly H[], turn: number): H | null {
  let best: H | null = null
  let bestStep = 0
  let bestScore = 0
  for (const head of heads) {
    const step = gauge.step(head, turn)
    if (best && step > bestStep) continue
    const score = gauge.score(head, step)
    if (best && step === bestStep) {
      if (score < bestScore || (score === bestScore && head.order > best.order)) continue
    }
    best = head
    bestStep = step
    bestScore = score
  }
  return best
}

function weigh(gauge: Gauge, context: RuleContext, head: Head, turn: number): Weighed {
  const { serviceId, priority, waitedS, order, passed } = head
  const step = gauge.step(head, turn)
  return {
    ...{ serviceId, priority, waitedS, order, passed },
    targetS: context.targetS(serviceId, priority),
    ...gauge.parts(head),
    score: gauge.score(head, step),
    because: gauge.because(step),
  }
}
