import type { HallDay } from '../hall/hall-day.ts'
import { setting } from '../hall/hall-day.ts'
import { minute } from '../time.ts'
import type { PriorityClass, PriorityReason } from './priority.ts'

/** What a ticket says of its class; `bookedAt` is the booked time of an appointment. */
export type Preference = { priorityReason: PriorityReason | null; bookedAt: number | null }

/**
 * Class and seniority of somebody who takes a number now (Q40, Q41). An appointment that comes later
 * than its window has lost it and joins as anybody else; one that comes earlier waits from its time.
 */
export function placeByClass(
  day: HallDay,
  { priorityReason, bookedAt }: Preference,
  now: number,
): { priority: PriorityClass; lineAt: number } {
  if (bookedAt !== null && now <= bookedAt + setting(day, 'appointmentLateMinutes') * minute)
    return { priority: 2, lineAt: Math.max(now, bookedAt) }
  return { priority: priorityReason === null ? 0 : 1, lineAt: now }
}

/**
 * From when on it may be called: an appointment not before its window (Q41). Who was called once has
 * come, and goes on without waiting for it.
 */
export function callableFrom(
  day: HallDay,
  { priority, bookedAt, leg = 1 }: { priority: number; bookedAt: number | null; leg?: number },
): number {
  if (priority !== 2 || bookedAt === null || leg > 1) return 0
  return bookedAt - setting(day, 'appointmentEarlyMinutes') * minute
}
