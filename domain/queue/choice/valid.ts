import { priorityClasses } from '../priority.ts'
import type { CallingRule } from './rule.ts'

/** Lowest and highest value of each number of a rule. */
export const ruleBounds = {
  weight: [0.1, 100],
  headStartS: [0, 3600],
  quick: [0, 2],
  ceiling: [1, 100],
  passLimit: [1, 1000],
  share: [0, 20],
  overMinutes: [0, 600],
} as const
type Bounded = keyof typeof ruleBounds

/** Places of a pattern, and conditions, at most: what is longer nobody reads. */
export const turnsMax = 60
export const conditionsMax = 20

/** Which field keeps a rule from being set; null: it can be. */
export function whyNotRule(rule: CallingRule): string | null {
  switch (rule.kind) {
    case 'first-come':
      return null
    case 'index': {
      if (!rule.weights.every((weight) => isWithin('weight', weight))) return 'weights'
      if (!Number.isInteger(rule.passLimit)) return 'passLimit'
      const numbers = ['headStartS', 'quick', 'ceiling', 'passLimit'] as const
      return numbers.find((field) => !isWithin(field, rule[field])) ?? null
    }
    case 'strict':
      return isEveryClassOnce(rule.order) ? null : 'order'
    case 'ratio': {
      const { shares } = rule
      const fit = shares.every((share) => Number.isInteger(share) && isWithin('share', share))
      return fit && shares.some((share) => share > 0) ? null : 'shares'
    }
    case 'pattern':
      return isFilled(rule.turns, turnsMax) && rule.turns.every(isTurn) ? null : 'turns'
    case 'conditions': {
      if (!isFilled(rule.conditions, conditionsMax)) return 'conditions'
      const fit = rule.conditions.every(
        ({ priority, overMinutes }) =>
          (priority === null || isClass(priority)) && isWithin('overMinutes', overMinutes),
      )
      return fit ? whyNotRule(rule.otherwise) : 'conditions'
    }
  }
}

function isWithin(field: Bounded, value: number): boolean {
  const [least, most] = ruleBounds[field]
  return value >= least && value <= most
}

const isClass = (priority: number) => priorityClasses.some((known) => known === priority)
const isFilled = (list: readonly object[], most: number) => list.length > 0 && list.length <= most
const isTurn = (turn: object) =>
  'serviceId' in turn || ('priority' in turn && isClass(Number(turn.priority)))

function isEveryClassOnce(order: readonly number[]): boolean {
  return (
    order.length === priorityClasses.length && priorityClasses.every((it) => order.includes(it))
  )
}
