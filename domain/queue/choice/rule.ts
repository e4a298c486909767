import type { ClassKey } from '../site.ts'

/** Classes by number: normal, statutory or preferred, appointment. */
type ByClass = readonly [number, number, number]

/**
 * The default: who waits is weighed by class, by the wait against what their service promises, and
 * a little by how quick the service is; nobody waits far beyond the promise while others are called.
 */
export type IndexRule = {
  kind: 'index'
  weights: ByClass
  /** Added to every wait in seconds, so that a class counts from the first moment on. */
  headStartS: number
  /** How much a quick service goes ahead: 0 not at all, 1 in full proportion. */
  quick: number
  /** Past so many times its target a wait goes before all that are not, the largest multiple first. */
  ceiling: number
  /** Passed so often by later ones, a number goes before all others. */
  passLimit: number
}

/** Who has waited longest. */
export type FirstComeRule = { kind: 'first-come' }

/** All of one class before anybody of the next; first come within a class. */
export type StrictRule = { kind: 'strict'; order: readonly number[] }

/** Calls between the classes in this proportion, evenly mixed; first come within a class. */
export type RatioRule = { kind: 'ratio'; shares: ByClass }

/** Takes turns by class or service; who is not there is skipped, and then the longest wait. */
export type PatternRule = { kind: 'pattern'; turns: readonly Turn[] }
export type Turn = Pick<ClassKey, 'priority'> | Pick<ClassKey, 'serviceId'>

/** The first condition that somebody meets calls the longest waiting of them; else another rule. */
export type ConditionsRule = {
  kind: 'conditions'
  conditions: readonly Condition[]
  otherwise: SimpleRule
}

/** “This queue when over so many minutes.” Null: every service, every class. */
export type Condition = {
  serviceId: string | null
  priority: number | null
  overMinutes: number
}

export type SimpleRule = IndexRule | FirstComeRule | StrictRule | RatioRule | PatternRule

/** Whom a free counter calls: a value of the setup, published as it stands. */
export type CallingRule = SimpleRule | ConditionsRule

export const defaultRule: CallingRule = {
  kind: 'index',
  weights: [1, 1.2, 2],
  headStartS: 60,
  quick: 0.4,
  ceiling: 3,
  passLimit: 30,
}

/** Which part of its rule put a head before the others. */
export const becauses = [
  'index',
  'over-target',
  'pass-limit',
  'first-come',
  'class',
  'turn',
  'condition',
] as const
export type Because = (typeof becauses)[number]
