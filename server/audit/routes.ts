import { setImmediate as breathe } from 'node:timers/promises'
import type { RouteKey } from '#contract/routes.ts'
import { accept, refuse } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import { actorOf, decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import { placesOf } from '../record/places.ts'
import { audienceOf } from '../record/sight.ts'
import { rowOf, tableOf } from './table.ts'
import { listTrail, trailOf } from './trail.ts'

type AuditRoute = Extract<RouteKey, `${string} /api/v1/audit${string}`>

/** Rows of one table: more, and a spreadsheet is of no use; a shorter time is. */
const rowsMax = 100_000
/** Events between two breaths: the loop stands still for some 10 ms. */
const stepSize = 1_000

export function auditHandlers(): Pick<Handlers, AuditRoute> {
  let isExporting = false
  return {
    'GET /api/v1/audit': {
      read: ({ hall, query, principal }) => listTrail(hall, query, audienceOf(principal.kind)),
    },
    'POST /api/v1/audit.csv': {
      file: async (asked) => {
        if (isExporting) return refuse('export-running')
        isExporting = true
        try {
          return await exportTrail(asked)
        } finally {
          isExporting = false
        }
      },
    },
    'POST /api/v1/audit/:seq/note': {
      command: ({ hall, params: { seq } }) =>
        seq > hall.seq
          ? refuse('not-found')
          : decided({
              decide: () => accept({ about: seq }, event('audit.noted', { about: seq })),
              reply: (_day, value) => value,
            }),
    },
  }
}

/** The whole table first, then the event that says it was taken, and only then the answer. */
async function exportTrail({ hall, principal, body }: Asked<'POST /api/v1/audit.csv'>) {
  const { language = 'zh', ...filters } = body
  const audience = audienceOf(principal.kind)
  const { from, to } = placesOf(hall.db, hall.seq, filters)
  const lines: string[] = []
  for (let at = from; at <= to; at += stepSize) {
    const stretch = { from: at, to: Math.min(to, at + stepSize - 1) }
    for (const entry of trailOf(hall, stretch, filters, audience))
      lines.push(rowOf(entry, language))
    if (lines.length > rowsMax) return refuse('export-too-long', { rowsMax })
    await breathe()
  }
  const outcome = await hall.change.submit({
    actor: actorOf(principal),
    sessionId: principal.console?.id ?? null,
    attempt: null,
    decide: () => accept({}, event('export.made', { what: 'audit', rows: lines.length })),
    reply: () => ({}),
  })
  if (!outcome.ok) return outcome.refusal
  return { name: `audit-${hall.id}-${hall.seq}.csv`, text: tableOf(lines, language) }
}
