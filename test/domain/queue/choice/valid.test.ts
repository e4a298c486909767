import { describe, expect, test } from 'vitest'
import { defaultRule } from '#domain/queue/choice/rule.ts'
import type { CallingRule, SimpleRule } from '#domain/queue/choice/rule.ts'
import { conditionsMax, turnsMax, whyNotRule } from '#domain/queue/choice/valid.ts'
import { index, kinds } from './some.ts'

const condition = { serviceId: null, priority: null, overMinutes: 10 }
const conditions = (its: object[], otherwise: SimpleRule = { kind: 'first-come' }) =>
  ({ kind: 'conditions', conditions: its, otherwise }) as CallingRule

describe('a rule that is set', () => {
  test.each([...kinds, defaultRule])('Q55 may be of each kind: $kind', (rule) => {
    expect(whyNotRule(rule)).toBeNull()
  })

  test.each<[string, CallingRule]>([
    ['weights', { ...index, weights: [1, 0, 2] }],
    ['headStartS', { ...index, headStartS: -1 }],
    ['quick', { ...index, quick: 2.1 }],
    ['ceiling', { ...index, ceiling: 0.5 }],
    ['passLimit', { ...index, passLimit: 0 }],
    ['passLimit', { ...index, passLimit: 2.5 }],
    ['order', { kind: 'strict', order: [2, 1] }],
    ['order', { kind: 'strict', order: [2, 1, 1] }],
    ['shares', { kind: 'ratio', shares: [0, 0, 0] }],
    ['shares', { kind: 'ratio', shares: [1, 0.5, 1] }],
    ['shares', { kind: 'ratio', shares: [1, 1, 21] }],
    ['turns', { kind: 'pattern', turns: [] }],
    ['turns', { kind: 'pattern', turns: [{ priority: 3 }] }],
    [
      'turns',
      { kind: 'pattern', turns: Array.from({ length: turnsMax + 1 }, () => ({ priority: 0 })) },
    ],
    ['conditions', conditions([])],
    ['conditions', conditions([{ ...condition, overMinutes: -1 }])],
    ['conditions', conditions([{ ...condition, priority: 7 }])],
    ['conditions', conditions(Array.from({ length: conditionsMax + 1 }, () => condition))],
    ['order', conditions([condition], { kind: 'strict', order: [] })],
  ])('Q55 is refused by the field that is wrong: %s', (field, rule) => {
    expect(whyNotRule(rule)).toBe(field)
  })

  test('Q55 no number that is none passes for one', () => {
    expect(whyNotRule({ ...index, quick: Number.NaN })).toBe('quick')
    expect(whyNotRule({ ...index, ceiling: Infinity })).toBe('ceiling')
  })
})
