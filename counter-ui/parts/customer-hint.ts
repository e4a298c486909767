import type { CounterView } from '#contract/live.ts'
import { say, type Language } from '#ui-kit/words.ts'

/** What a clerk should know before the first word: an apology that is due, the language. */
export function customerHint(
  lang: Language,
  { waitedTooLong, language }: NonNullable<CounterView['current']>,
): string {
  const sorry = waitedTooLong ? say(lang, 'ctr.sorry') : ''
  const speaks = language === 'en' ? say(lang, 'ctr.speaksEnglish') : ''
  return [sorry, speaks].filter(Boolean).join(' ')
}
