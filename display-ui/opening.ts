import type { ClosedView } from '#contract/live.ts'
import { clockOfMinutes, dateShort, isoDate, weekdayOf } from '#ui-kit/format.ts'
import { say } from '#ui-kit/speech.ts'

const dayMs = 86_400_000

/** When numbers are handed out next, as the largest words of the closed page. Empty: not known. */
export function nextOpening(closed: ClosedView, now: number, timeZone: string): string {
  const { opensOn, opensAtMinutes } = closed
  if (opensOn === null || opensAtMinutes === null) return ''
  const day = dayOf(opensOn, now, timeZone)
  // A full-width bracket has its own space.
  return `${day}${day.endsWith('）') ? '' : ' '}${clockOfMinutes(opensAtMinutes)}`
}

/** Whether the hall has not opened yet today, which is no end of business. */
export function opensToday({ opensOn }: ClosedView, now: number, timeZone: string): boolean {
  return opensOn === isoDate(now, timeZone)
}

function dayOf(opensOn: string, now: number, timeZone: string): string {
  const weekday = weekdayOf('zh', opensOn)
  if (opensOn === isoDate(now, timeZone)) return say('zh', 'disp.closed.today')
  if (opensOn === isoDate(now + dayMs, timeZone))
    return say('zh', 'disp.closed.tomorrow', { weekday })
  const [date = ''] = dateShort('zh', Date.parse(opensOn), 'UTC').split(' ')
  return say('zh', 'disp.closed.date', { date, weekday })
}
