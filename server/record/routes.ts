import { basename, join } from 'node:path'
import type { RouteKey } from '#contract/routes.ts'
import { refuse } from '#domain/decision.ts'
import type { Services } from '../app.ts'
import * as schema from '../db/schema.ts'
import type { Handlers } from '../doors.ts'
import { backUp } from './backup.ts'
import { copiesFolder, describeCopy, listCopies } from './copies.ts'
import { listEvents } from './events.ts'
import { measureDay } from './measures.ts'
import { audienceOf } from './sight.ts'
import { newestHead, slipOf } from './slip.ts'

type RecordRoute = Extract<
  RouteKey,
  | `${string} /api/v1/events`
  | `${string} /api/v1/checkpoints${string}`
  | `${string} /api/v1/record/slip`
  | `${string} /api/v1/measures`
  | `${string} /api/v1/backup${string}`
>

export function recordHandlers({ halls }: Services): Pick<Handlers, RecordRoute> {
  return {
    'GET /api/v1/events': {
      read: ({ hall, query, principal }) => listEvents(hall, query, audienceOf(principal.kind)),
    },
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
    'GET /api/v1/checkpoints/latest': {
      read: ({ hall }) => ({
        publicKey: hall.checkpoints.publicKey,
        checkpoint: newestHead(hall.db),
      }),
    },
    'GET /api/v1/record/slip': { read: ({ hall, query }) => slipOf(hall, query.businessDay) },
    'GET /api/v1/measures': {
      read: ({ hall, query, cell }) =>
        measureDay(hall, query.businessDay ?? hall.day.businessDay ?? '', cell.aggregate),
    },
    'POST /api/v1/backup': {
      plain: async ({ hall }) => {
        const { file, seq } = await backUp(hall.db, halls.dataDir, hall.id, hall.now())
        // Where this machine keeps its files is nobody's business who asks over the network.
        return { file: `${hall.id}/${basename(file)}`, seq }
      },
    },
    'GET /api/v1/backups': {
      plain: async ({ hall }) => ({ copies: await listCopies(halls.dataDir, hall.id) }),
    },
    'GET /api/v1/backups/:file': {
      plain: ({ hall, params }) => oneCopy(halls.dataDir, hall.id, params.file),
    },
  }
}

async function oneCopy(dataDir: string, hallId: string, name: string) {
  // What cannot be read, or is no copy at all, is not there to be restored.
  const copy = await describeCopy(join(copiesFolder(dataDir, hallId), name)).catch(() => null)
  if (copy?.hallId !== hallId) return refuse('not-found')
  const { file, sha256, events, lastAt } = copy
  return { file, sha256, events, lastAt }
}
