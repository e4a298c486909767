import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { minute } from '#domain/time.ts'

/**
 * Whom a counter has to call next, found without lines and indexes: of all who wait and may be
 * called there, the first by place, time and number (Q1, Q2), an appointment from ten minutes before
 * its time (Q41). Undefined: nobody.
 */
export function nextByHand(day: HallDay, counterId: string, now: number): Ticket | undefined {
  const counter = day.setup.counters.get(counterId)
  const person = day.setup.staff.get(day.counters.get(counterId)?.staffId ?? '')
  const handled = counter?.serviceIds.filter((id) => person?.serviceIds?.includes(id) ?? true) ?? []
  return [...day.tickets.values()]
    .filter((ticket) => ticket.state === 'waiting')
    .filter(({ bookedAt, priority, leg }) => {
      const isBooked = priority === 2 && bookedAt !== null && leg === 1
      return !isBooked || bookedAt - 10 * minute <= now
    })
    .filter(({ forCounterId, serviceId }) =>
      forCounterId === null ? handled.includes(serviceId) : forCounterId === counterId,
    )
    .toSorted((a, b) => a.rank - b.rank || a.lineAt - b.lineAt || a.order - b.order)[0]
}
