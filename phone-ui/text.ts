import { clockTime } from '#ui-kit/format.ts'
import { say, type Language } from '#ui-kit/speech.ts'

/** 刚刚更新, or the time of the last sign of life. */
export function updatedLine(
  language: Language,
  asOf: number,
  now: number,
  timeZone: string,
): string {
  const freshMs = 10_000
  if (now - asOf < freshMs) return say(language, 'ph.updated.now')
  return say(language, 'ph.updated', { time: clockTime(asOf, timeZone) })
}
