import { and, asc, eq, gt } from 'drizzle-orm'
import type { Static } from 'typebox'
import type { TicketList, TicketQuery } from '#contract/queue.ts'
import * as schema from '../db/schema.ts'
import type { Hall } from '../hall/hall.ts'
import { ticketReply } from './replies.ts'

/** Tickets of a business day in the order of their issue; `cursor` goes on after the last one seen. */
export function listTickets(
  hall: Hall,
  query: Static<typeof TicketQuery>,
): Static<typeof TicketList> {
  const { tickets } = schema
  const limit = query.limit ?? 100
  const found = hall.rows
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.businessDay, query.businessDay ?? hall.day.businessDay ?? ''),
        query.state ? eq(tickets.state, query.state) : undefined,
        query.serviceId ? eq(tickets.serviceId, query.serviceId) : undefined,
        query.cursor ? gt(tickets.order, Number(query.cursor) || 0) : undefined,
      ),
    )
    .orderBy(asc(tickets.order))
    .limit(limit + 1)
    .all()
  const shown = found.slice(0, limit)
  const nextCursor = found.length > limit ? String(shown.at(-1)?.order) : null
  return { tickets: shown.map((ticket) => ticketReply(hall, ticket, false)), nextCursor }
}
