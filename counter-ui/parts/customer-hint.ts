import type { CounterView } from '#contract/live.ts'
import { say, type Language } from '#ui-kit/speech.ts'

/** What a clerk should know before the first word: an apology that is due. */
export function customerHint(
  lang: Language,
  { waitedTooLong }: NonNullable<CounterView['current']>,
): string {
  return waitedTooLong ? say(lang, 'ctr.sorry') : ''
}
