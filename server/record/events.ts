import { and, asc, gt, inArray, lte } from 'drizzle-orm'
import type { Static } from 'typebox'
import type { EventList, EventQuery } from '#contract/record.ts'
import type { EventType } from '#domain/events.ts'
import type { Actor } from '#domain/people/principal.ts'
import * as schema from '../db/schema.ts'
import type { Hall } from '../hall/hall.ts'
import { isoInZone } from '../hall/iso.ts'
import { lookedAt } from './places.ts'
import { dataFor, typesFor } from './sight.ts'
import type { Audience } from './sight.ts'

/** Raised when the data of an event could no longer be read by those who read the old ones. */
const schemaVersion = 1

type Row = typeof schema.events.$inferSelect

/** Events in the order of the record, as far as they are for this audience. */
export function listEvents(
  hall: Hall,
  { after = 0, limit = 200, type }: Static<typeof EventQuery>,
  audience: Audience,
): Static<typeof EventList> {
  const { events } = schema
  const types: string[] = typesFor(audience).filter((one) => type === undefined || one === type)
  const until = Math.min(after + lookedAt, hall.seq)
  const found = hall.rows
    .select()
    .from(events)
    .where(and(gt(events.seq, after), lte(events.seq, until), inArray(events.type, types)))
    .orderBy(asc(events.seq))
    .limit(limit + 1)
    .all()
  const shown = found.slice(0, limit)
  const next = found.length > limit ? (shown.at(-1)?.seq ?? after) : Math.max(after, until)
  return {
    events: shown.map((row) => shapeOf(hall, row, audience)),
    more: next < hall.seq,
    next,
  }
}

/**
 * A hash is told to those who are told everything. With the hashes around it and all other data, what
 * was left out could be tried until it fits.
 */
function shapeOf(hall: Hall, row: Row, audience: Audience) {
  const { kind, id, deviceId, reason } = JSON.parse(row.actor) as Actor
  const why = reason === undefined || audience === 'technical' ? {} : { reason }
  const data = JSON.parse(row.body.toString('utf8')) as Record<string, unknown>
  return {
    id: `${hall.id}:${row.seq}`,
    seq: row.seq,
    type: row.type,
    occurredAt: isoInZone(row.at, hall.day.setup.hall.timeZone),
    at: row.at,
    businessDay: row.businessDay,
    hallId: hall.id,
    actor: { kind, id, deviceId, ...why },
    data: dataFor(audience, row.type as EventType, data),
    schemaVersion,
    hash: audience === 'whole' ? row.hash.toString('base64url') : null,
  }
}
