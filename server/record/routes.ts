import { and, asc, eq, gt } from 'drizzle-orm'
import type { RouteKey } from '#contract/routes.ts'
import type { Services } from '../app.ts'
import * as schema from '../db/schema.ts'
import type { Handlers } from '../doors.ts'
import type { Hall } from '../hall/hall.ts'
import { isoInZone } from '../hall/iso.ts'
import { backUp } from './backup.ts'
import { measureDay } from './measures.ts'

type RecordRoute = Extract<
  RouteKey,
  | `${string} /api/v1/events`
  | `${string} /api/v1/checkpoints`
  | `${string} /api/v1/measures`
  | `${string} /api/v1/backup`
>

/** Raised when the data of an event could no longer be read by those who read the old ones. */
const schemaVersion = 1

export function recordHandlers({ halls }: Services): Pick<Handlers, RecordRoute> {
  return {
    'GET /api/v1/events': { read: ({ hall, query }) => listEvents(hall, query) },
    'GET /api/v1/checkpoints': {
      read: ({ hall }) => ({
        publicKey: hall.checkpoints.publicKey,
        checkpoints: hall.rows
          .select()
          .from(schema.checkpoints)
          .orderBy(schema.checkpoints.seq)
          .all(),
      }),
    },
    'GET /api/v1/measures': {
      read: ({ hall, query }) =>
        measureDay(hall.db, hall.day, query.businessDay ?? hall.day.businessDay ?? ''),
    },
    'POST /api/v1/backup': {
      plain: ({ hall }) => backUp(hall.db, halls.dataDir, hall.id, hall.now()),
    },
  }
}

function listEvents(
  hall: Hall,
  { after = 0, limit = 200, type }: { after?: number; limit?: number; type?: string },
) {
  const { events } = schema
  const { timeZone } = hall.day.setup.hall
  const found = hall.rows
    .select()
    .from(events)
    .where(and(gt(events.seq, after), type ? eq(events.type, type) : undefined))
    .orderBy(asc(events.seq))
    .limit(limit + 1)
    .all()
  return {
    events: found.slice(0, limit).map((row) => ({
      id: `${hall.id}:${row.seq}`,
      seq: row.seq,
      type: row.type,
      occurredAt: isoInZone(row.at, timeZone),
      at: row.at,
      businessDay: row.businessDay,
      hallId: hall.id,
      actor: JSON.parse(row.actor) as { kind: string; id: string; deviceId: string | null },
      data: JSON.parse(row.body.toString('utf8')) as Record<string, unknown>,
      schemaVersion,
      hash: row.hash.toString('base64url'),
    })),
    more: found.length > limit,
  }
}
