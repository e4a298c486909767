import type { RefusalCode } from '#domain/refusal.ts'
import { devicesRefusals } from './refusals/devices.ts'
import { evaluationRefusals } from './refusals/evaluation.ts'
import { hallRefusals } from './refusals/hall.ts'
import { peopleRefusals } from './refusals/people.ts'
import { queueRefusals } from './refusals/queue.ts'
import type { Refusal } from './refusals/refusal.ts'
import { requestRefusals } from './refusals/request.ts'

/**
 * Status and words of every refusal. Words say what happened, then what to do; `{name}` is filled
 * from the details. The title in `application/problem+json` is in the reader's language.
 */
export const refusals: Record<RefusalCode, Refusal> = {
  ...requestRefusals,
  ...peopleRefusals,
  ...devicesRefusals,
  ...hallRefusals,
  ...queueRefusals,
  ...evaluationRefusals,
}

/** `application/problem+json` of this product (RFC 9457). */
export type Problem = {
  type: string
  title: string
  titles: { zh: string; en: string }
  status: number
  code: RefusalCode
  details: Record<string, string | number | null>
  epoch: string
  seq: number
}
