import type { Rule, RuleBook, RuleKind } from './rule.ts'

type Bounds = RuleBook['bounds']
export type Turn = Extract<Rule, { kind: 'pattern' }>['turns'][number]
export type SimpleRule = Extract<Rule, { kind: 'conditions' }>['otherwise']
type Three = [string, string, string]

export type ConditionDraft = {
  serviceId: string | null
  priority: number | null
  overMinutes: string
}

/**
 * A rule as it is being written: what was typed stays as it was typed, and what was written for one
 * kind stays while another is looked at. `otherwise` null: inside of one there is no other.
 */
export type Draft = {
  kind: RuleKind
  weights: Three
  headStartS: string
  quick: string
  ceiling: string
  passLimit: string
  order: readonly number[]
  shares: Three
  turns: readonly Turn[]
  conditions: readonly ConditionDraft[]
  otherwise: Draft | null
}

const asText = (values: readonly number[]) => values.map(String) as Three

/** Begins with a rule; what it does not say is as the hall started. */
export function draftOf(rule: Rule, book: RuleBook): Draft {
  const inner = rule.kind === 'conditions' ? rule.otherwise : book.start
  return { ...plainDraft(rule, book), otherwise: plainDraft(inner, book) }
}

function plainDraft(rule: Rule, { start }: RuleBook): Draft {
  const index = rule.kind === 'index' ? rule : start.kind === 'index' ? start : null
  return {
    kind: rule.kind,
    weights: asText(index?.weights ?? [1, 1, 1]),
    headStartS: String(index?.headStartS ?? 0),
    quick: String(index?.quick ?? 0),
    ceiling: String(index?.ceiling ?? 2),
    passLimit: String(index?.passLimit ?? 20),
    order: rule.kind === 'strict' ? rule.order : [2, 1, 0],
    shares: asText(rule.kind === 'ratio' ? rule.shares : [3, 1, 1]),
    turns: rule.kind === 'pattern' ? rule.turns : [2, 1, 0].map((priority) => ({ priority })),
    conditions:
      rule.kind === 'conditions'
        ? rule.conditions.map((one) => ({ ...one, overMinutes: String(one.overMinutes) }))
        : [{ serviceId: null, priority: null, overMinutes: '20' }],
    otherwise: null,
  }
}

/** What is wrong with one number: outside of its bounds, or not whole where it has to be. */
export type Fault = { min: number; max: number; whole: boolean } | 'some-share'
export type Faults = Record<string, Fault>

/** The rule that a draft makes, and by field what is wrong with its numbers; a faulty one is null. */
export function ruleFrom(draft: Draft, bounds: Bounds): { rule: Rule | null; faults: Faults } {
  const faults: Faults = {}
  const rule = new Reading(bounds, faults).rule(draft, '')
  return { rule: Object.keys(faults).length > 0 ? null : rule, faults }
}

class Reading {
  readonly #bounds: Bounds
  readonly #faults: Faults

  constructor(bounds: Bounds, faults: Faults) {
    this.#bounds = bounds
    this.#faults = faults
  }

  rule(draft: Draft, at: string): Rule {
    if (draft.kind !== 'conditions') return this.#simple(draft, draft.kind, at)
    const otherwise = draft.otherwise ?? draft
    const conditions = draft.conditions.map((one, n) => ({
      ...one,
      overMinutes: this.#number(`${at}over${n}`, one.overMinutes, 'overMinutes'),
    }))
    const kind = otherwise.kind === 'conditions' ? 'first-come' : otherwise.kind
    return {
      kind: 'conditions',
      conditions,
      otherwise: this.#simple(otherwise, kind, `${at}otherwise-`),
    }
  }

  #simple(draft: Draft, kind: SimpleRule['kind'], at: string): SimpleRule {
    switch (kind) {
      case 'first-come':
        return { kind }
      case 'strict':
        return { kind, order: draft.order }
      case 'pattern':
        return { kind, turns: draft.turns }
      case 'ratio': {
        const shares = this.#three(`${at}share`, draft.shares, 'share', true)
        if (shares.every((share) => share === 0)) this.#faults[`${at}share0`] = 'some-share'
        return { kind, shares }
      }
      case 'index': {
        const number = (name: 'headStartS' | 'quick' | 'ceiling') =>
          this.#number(`${at}${name}`, draft[name], name)
        return {
          kind,
          weights: this.#three(`${at}weight`, draft.weights, 'weight', false),
          headStartS: number('headStartS'),
          quick: number('quick'),
          ceiling: number('ceiling'),
          passLimit: this.#number(`${at}passLimit`, draft.passLimit, 'passLimit', true),
        }
      }
    }
  }

  #three(
    field: string,
    [a, b, c]: Three,
    bound: keyof Bounds,
    whole: boolean,
  ): [number, number, number] {
    const number = (text: string, at: number) => this.#number(`${field}${at}`, text, bound, whole)
    return [number(a, 0), number(b, 1), number(c, 2)]
  }

  #number(field: string, text: string, bound: keyof Bounds, whole = false): number {
    const { min, max } = this.#bounds[bound]
    const value = text.trim() === '' ? NaN : Number(text)
    const isRight = value >= min && value <= max && (!whole || Number.isInteger(value))
    if (!isRight) this.#faults[field] = { min, max, whole }
    return value
  }
}
