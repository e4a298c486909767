import { clockTime, dateShort, isoDate } from '#ui-kit/format.ts'
import type { Speech } from '#ui-kit/speech.ts'

/** `10:21` of today, with the date before it on other days. */
export function moment(speech: Speech, at: number, zone: string, now: number): string {
  const clock = clockTime(at, zone)
  const isToday = isoDate(at, zone) === isoDate(now, zone)
  return isToday ? clock : `${dateShort(speech.lang, at, zone)} ${clock}`
}
