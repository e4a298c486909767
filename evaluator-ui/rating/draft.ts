import type { EvaluatorView } from '#contract/live.ts'

export type Dimension = keyof EvaluatorView['reasons']
export type Level = EvaluatorView['levels'][number]
export type Reason = EvaluatorView['reasons'][Dimension][number]

/** The two questions, in the order in which they are asked everywhere. */
export const dimensions = ['attitude', 'efficiency'] as const satisfies readonly Dimension[]

/** The longest remark the server takes, in characters. */
export const commentMax = 500

/** What a customer has chosen so far. Nothing is chosen beforehand. */
export type Draft = {
  attitude: Level | null
  efficiency: Level | null
  reasons: ReadonlySet<Reason>
  comment: string
}

export const emptyDraft: Draft = {
  attitude: null,
  efficiency: null,
  reasons: new Set(),
  comment: '',
}

/** A draft with both levels: it can be sent. */
export type CompleteDraft = Draft & Record<Dimension, Level>

export function isComplete(draft: Draft): draft is CompleteDraft {
  return missing(draft).length === 0
}

/** The questions without an answer. */
export function missing(draft: Draft): Dimension[] {
  return dimensions.filter((dimension) => draft[dimension] === null)
}

/** The questions that were answered low enough to ask what went wrong. */
export function lowOnes(draft: Draft, lowLevelMax: number): Dimension[] {
  return dimensions.filter((dimension) => (draft[dimension] ?? Infinity) <= lowLevelMax)
}

export function toggled(reasons: ReadonlySet<Reason>, reason: Reason): ReadonlySet<Reason> {
  const next = new Set(reasons)
  if (!next.delete(reason)) next.add(reason)
  return next
}
