import type { CallInput, CallResult } from '#ui-kit/call.ts'
import type { Speech } from '#ui-kit/speech.ts'

export type CallsPage = Extract<CallResult<'GET /api/v1/calls'>, { ok: true }>['answer']
export type CallsQuery = NonNullable<CallInput<'GET /api/v1/calls'>['query']>
/** One call of a number to a window. */
export type Called = CallsPage['calls'][number]
export type Why = NonNullable<Called['why']>

/** Whether a call departed from the rule: by its number, or because it was placed first by hand. */
export function isDeparture({ direct, why }: Called): boolean {
  return direct !== null || why?.chosen.because === 'placed-first'
}

/** Why this number went first, in one line. */
export function whyWords({ direct, why }: Called, speech: Speech): string {
  if (direct !== null) {
    const reason = speech.say(`mgr.call.reason.${direct}`)
    return speech.say('mgr.call.directFor', { why: reason })
  }
  if (!why) return speech.say('mgr.call.unknown')
  return speech.say(`mgr.call.because.${why.chosen.because}`)
}
