import type { CallResult } from '#ui-kit/call.ts'
import type { Speech } from '#ui-kit/speech.ts'

type Answered = Extract<CallResult<'GET /api/v1/evaluations'>, { ok: true }>['answer']
export type Rating = Answered['evaluations'][number]
export type Level = NonNullable<Rating['attitude']>

/** 不满意 and 非常不满意. */
const lowLevelMax = 2

export const isLow = ({ attitude, efficiency }: Rating): boolean =>
  [attitude, efficiency].some((level) => level !== null && level <= lowLevelMax)

/** What the customer chose and wrote, in one line; null: nothing. */
export function wordsOf({ reasons, comment }: Rating, speech: Speech): string | null {
  const chosen = reasons.map((reason) => speech.say(`mgr.reason.${reason}`))
  const written = comment ? [`“${comment}”`] : []
  return [...chosen, ...written].join(speech.lang === 'zh' ? '；' : '; ') || null
}
