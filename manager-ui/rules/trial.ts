import type { CallResult } from '#ui-kit/call.ts'
import { durationStaff } from '#ui-kit/format.ts'
import type { Speech } from '#ui-kit/speech.ts'

export type Trial = Extract<CallResult<'POST /api/v1/rules/trial'>, { ok: true }>['answer']
export type Figures = Trial['present']['figures']['all']

/** What of the figures is compared, in the order of the table. */
export const measures = [
  'meanS',
  'p90S',
  'onTarget',
  'latenessS',
  'passedMost',
  'left',
] as const satisfies readonly (keyof Figures)[]
export type Measure = (typeof measures)[number]

export const percent = (share: number) => `${(share * 100).toFixed(1)}%`

/** A measure as it is read; a dash where nobody was called. */
export function figureText(speech: Speech, measure: Measure, figures: Figures | undefined): string {
  const value = figures?.[measure] ?? null
  if (value === null) return '—'
  if (measure === 'onTarget') return percent(value)
  if (measure === 'passedMost') return speech.say('mgr.trial.times', { n: value })
  if (measure === 'left') return speech.say('mgr.trial.people', { n: value })
  return durationStaff(value * 1000)
}

export type Change = { text: string; tone: 'better' | 'worse' | 'same' }

/** How a measure changes from the present rule to the new one, as it is shown. */
export function changeOf(
  speech: Speech,
  measure: Measure,
  present: Figures | undefined,
  proposed: Figures | undefined,
): Change | null {
  const [before, after] = [present?.[measure] ?? null, proposed?.[measure] ?? null]
  if (before === null || after === null) return null
  const isSame = figureText(speech, measure, present) === figureText(speech, measure, proposed)
  if (isSame) return { text: speech.say('mgr.trial.same'), tone: 'same' }
  const by = after - before
  const tone = by > 0 === (measure === 'onTarget') ? 'better' : 'worse'
  return { text: `${by > 0 ? '+' : '−'}${amount(speech, measure, Math.abs(by))}`, tone }
}

function amount(speech: Speech, measure: Measure, by: number): string {
  if (measure === 'onTarget') return speech.say('mgr.trial.points', { n: (by * 100).toFixed(1) })
  if (measure === 'passedMost') return speech.say('mgr.trial.times', { n: by })
  if (measure === 'left') return speech.say('mgr.trial.people', { n: by })
  return durationStaff(by * 1000)
}
