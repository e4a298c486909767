import type { WaitingTicketView } from '#contract/live.ts'
import { clockTime } from './format.ts'
import { say, type Language } from './speech.ts'

/** What is known of a ticket's class; `reason` where its reader may know it. */
export type TicketClass = {
  priority: WaitingTicketView['priority']
  reason: WaitingTicketView['priorityReason']
  bookedAt: number | null
}

/** The class in one word: 优先, 预约. Null: a normal number. */
export function className(lang: Language, priority: number): string | null {
  if (priority === 0) return null
  return say(lang, priority === 2 ? 'class.appointment' : 'class.preferred')
}

/** The same with what stands behind it: 优先：老年人, 预约 10:30. For staff and its own holder. */
export function classLine(
  lang: Language,
  { priority, reason, bookedAt }: TicketClass,
  timeZone: string,
): string | null {
  if (priority === 2 && bookedAt !== null)
    return say(lang, 'class.appointmentAt', { t: clockTime(bookedAt, timeZone) })
  if (priority === 1 && reason !== null && reason !== 'other')
    return say(lang, 'class.preferredFor', { who: say(lang, `preferred.${reason}`) })
  return className(lang, priority)
}
