import type { ClosedView, HallView, NoticeView } from '#contract/live.ts'
import { isRefused } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { isOpenAt, localTime, nextOpening } from '#domain/time.ts'
import type { Hall } from './hall.ts'

/** Who and when the hall is, as every screen shows it. */
export function hallView({ day, clockSuspect }: Hall): HallView {
  const { id, name, shortName, timeZone, hotline } = day.setup.hall
  return { id, name, shortName, timeZone, hotline, businessDay: day.businessDay, clockSuspect }
}

/** Whether and until when the hall hands out no numbers; null: it does. */
export function hallClosed(day: HallDay, now: number): ClosedView | null {
  const { timeZone, hours, specialHours } = day.setup.hall
  const door = { hours, special: specialHours }
  const local = localTime(now, timeZone)
  const open = isOpenAt(door, local)
  if (open && day.dayOpen) return null
  const next = open ? null : nextOpening(door, local)
  return {
    code: open ? 'day-not-open' : 'hall-closed',
    opensOn: next?.date ?? null,
    opensAtMinutes: next?.minutes ?? null,
  }
}

/** A refusal to issue, as the kiosk's cards show it. */
export function closedView(refused: Refused | null): ClosedView | null {
  if (refused === null || !isRefused(refused)) return null
  const { opensOn, opensAtMinutes } = refused.details ?? {}
  return {
    code: refused.refused,
    opensOn: typeof opensOn === 'string' ? opensOn : null,
    opensAtMinutes: typeof opensAtMinutes === 'number' ? opensAtMinutes : null,
  }
}

/** Notices in force on the hall's local day, in their order. */
export function noticeViews(day: HallDay, now: number): NoticeView[] {
  const { date } = localTime(now, day.setup.hall.timeZone)
  return [...day.setup.notices.values()]
    .filter(({ from, until }) => (from ?? date) <= date && date <= (until ?? date))
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, title, body, hint }) => ({ id, title, body, hint }))
}

export function inOrder<T extends { position: number }>(items: Iterable<T>): T[] {
  return [...items].toSorted((a, b) => a.position - b.position)
}
