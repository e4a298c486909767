import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Ticket } from '#domain/queue/ticket.ts'

/**
 * Whom a counter has to call next, found without lines and indexes: of all who wait and may be
 * called there, the first by place, time and number (Q1, Q2). Undefined: nobody.
 */
export function nextByHand(day: HallDay, counterId: string): Ticket | undefined {
  const counter = day.setup.counters.get(counterId)
  const person = day.setup.staff.get(day.counters.get(counterId)?.staffId ?? '')
  const handled = counter?.serviceIds.filter((id) => person?.serviceIds?.includes(id) ?? true) ?? []
  return [...day.tickets.values()]
    .filter((ticket) => ticket.state === 'waiting')
    .filter(({ forCounterId, serviceId }) =>
      forCounterId === null ? handled.includes(serviceId) : forCounterId === counterId,
    )
    .toSorted((a, b) => a.rank - b.rank || a.lineAt - b.lineAt || a.order - b.order)[0]
}
