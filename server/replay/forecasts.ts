import type { Forecast } from '#domain/queue/ticket.ts'
import type { Doors } from '../cli/doors.ts'
import { eventsOf } from '../cli/setup-file.ts'

/** A number of a replay: what was said at its issue, and how long it waited. */
export type Waited = {
  businessDay: string
  ticketNo: string
  service: string
  issuedAt: number
  forecast: Forecast | null
  /** From issue to first call; null: never called. */
  waitedS: number | null
}

type Issued = { ticketId: string; ticketNo: string; serviceId: string; forecast: Forecast | null }

/**
 * Every number given out since an event of the record, as the record tells it. Where recorded time
 * was pressed together, waits are told in recorded time; forecasts are not compared, for the hall
 * made them for the time that people in it would have lived through.
 */
export async function waitsSince(doors: Doors, since: number, speed: number): Promise<Waited[]> {
  const calledAt = new Map<string, number>()
  for (const { at, data } of await eventsOf(doors, 'ticket.called', since)) {
    const { ticketId } = data as Issued
    if (!calledAt.has(ticketId)) calledAt.set(ticketId, at)
  }
  const issued = await eventsOf(doors, 'ticket.issued', since)
  return issued.map(({ at, businessDay, data }) => {
    const { ticketId, ticketNo, serviceId: service, forecast } = data as Issued
    const called = calledAt.get(ticketId)
    return {
      ...{ businessDay, ticketNo, service, issuedAt: at },
      forecast: speed === 1 ? forecast : null,
      waitedS: called === undefined ? null : ((called - at) / 1000) * speed,
    }
  })
}
