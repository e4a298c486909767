import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { applySetup, labelsHeld } from '#domain/hall/effects.ts'
import {
  daysInMemory,
  emptyHallDay,
  handlingKept,
  learnHandling,
  lineKeyOf,
  lineOf,
} from '#domain/hall/hall-day.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Setting } from '#domain/hall/settings.ts'
import type { SetupRow } from '#domain/hall/touched.ts'
import { announcementsKept } from '#domain/queue/announcement.ts'
import { notePassing } from '#domain/queue/calling.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { addDays } from '#domain/time.ts'
import type { Db } from '../db/open.ts'
import * as schema from '../db/schema.ts'
import { fromRow } from '../record/chain.ts'
import { loadPeople } from '../people/load.ts'

type Reader = BetterSQLite3Database<typeof schema>

export function reader(db: Db): Reader {
  return drizzle(db, { schema })
}

/** Rebuilds the hall in memory from the tables; the same as from the events (rule L3). */
export function loadHallDay(db: Db, hallId: string): HallDay {
  const rows = reader(db)
  const day = emptyHallDay(hallId)
  for (const row of rows
    .select()
    .from(schema.setupItems)
    .orderBy(sql`rowid`)
    .all())
    applySetup(day.setup, row as SetupRow)
  for (const row of rows
    .select()
    .from(schema.settings)
    .orderBy(asc(schema.settings.position))
    .all()) {
    const { position: _position, ...setting } = row
    day.settings.push(setting as Setting)
  }
  for (const key of rows
    .select()
    .from(schema.apiKeys)
    .orderBy(sql`rowid`)
    .all())
    day.keys.set(key.id, key)
  const opened = latestOpening(rows)
  day.dayOpenedSeq = opened?.seq ?? 0
  loadBusinessDay(rows, day)
  loadTickets(rows, day)
  day.carried = labelsHeld(day, opened?.at ?? 0)
  loadHandling(rows, day)
  loadCounters(rows, day)
  loadPeople(rows, day)
  loadAnnouncements(rows, day)
  day.diversions = rows
    .select()
    .from(schema.diversions)
    .where(eq(schema.diversions.businessDay, day.businessDay ?? ''))
    .orderBy(sql`rowid`)
    .all()
  return day
}

function latestOpening(rows: Reader): { seq: number; at: number } | undefined {
  const { seq, at, type } = schema.events
  return rows
    .select({ seq, at })
    .from(schema.events)
    .where(eq(type, 'day.opened'))
    .orderBy(desc(seq))
    .limit(1)
    .get()
}

function loadBusinessDay(rows: Reader, day: HallDay): void {
  const last = rows
    .select()
    .from(schema.businessDays)
    .orderBy(desc(schema.businessDays.businessDay))
    .limit(1)
    .get()
  if (!last) return
  day.businessDay = last.businessDay
  day.dayOpen = last.closedAt === null
  const letters = eq(schema.series.businessDay, last.businessDay)
  for (const row of rows
    .select()
    .from(schema.series)
    .where(letters)
    .orderBy(sql`rowid`)
    .all()) {
    if (row.lastNumber > 0) day.series.set(row.prefix, row.lastNumber)
    if (row.calls > 0) day.callsOf.set(row.prefix, row.calls)
  }
}

/** Tickets of the last days and all that have not ended, in the order they were issued. */
function loadTickets(rows: Reader, day: HallDay): void {
  const from = addDays(day.businessDay ?? '1970-01-01', 1 - daysInMemory)
  const kept = or(
    gte(schema.tickets.businessDay, from),
    isNull(schema.tickets.endedAt),
    gt(schema.tickets.version, day.dayOpenedSeq),
  )
  const tickets = rows.select().from(schema.tickets).where(kept).orderBy(schema.tickets.order).all()
  for (const ticket of tickets) day.tickets.set(ticket.id, ticket)
  const ids = rows.select({ id: schema.tickets.id }).from(schema.tickets).where(kept)
  const ofThem = inArray(schema.legs.ticketId, ids)
  for (const leg of rows
    .select()
    .from(schema.legs)
    .where(ofThem)
    .orderBy(sql`rowid`)
    .all())
    day.legs.set(leg.id, leg)
  const evaluated = inArray(schema.evaluations.ticketId, ids)
  for (const row of rows
    .select()
    .from(schema.evaluations)
    .where(evaluated)
    .orderBy(sql`rowid`)
    .all())
    day.evaluations.set(row.legId, row)
  for (const ticket of tickets)
    if (ticket.state === 'waiting') lineOf(day, lineKeyOf(ticket)).add(ticket)
  loadPassings(day)
}

/** Who went by whom since the day opened, in the order of the calls. */
function loadPassings(day: HallDay): void {
  const called = [...day.legs.values()].flatMap(({ why, firstCalledAt: at }) =>
    why && at !== null && why.seq > day.dayOpenedSeq ? [{ why, at }] : [],
  )
  for (const { why, at } of called.toSorted((a, b) => a.why.seq - b.why.seq))
    notePassing(day, why, at)
}

/** The latest handling times of each service, whatever day they are of. */
function loadHandling(rows: Reader, day: HallDay): void {
  const { serviceId, end, version } = schema.legs
  const ranked = rows.$with('ranked').as(
    rows
      .select({
        id: schema.legs.id,
        place:
          sql<number>`row_number() OVER (PARTITION BY ${serviceId} ORDER BY ${version} DESC)`.as(
            'place',
          ),
      })
      .from(schema.legs)
      .where(and(inArray(end, ['completed', 'transferred']), eq(schema.legs.suspect, false))),
  )
  const latest = rows
    .with(ranked)
    .select({ leg: schema.legs })
    .from(schema.legs)
    .innerJoin(ranked, eq(ranked.id, schema.legs.id))
    .where(lte(ranked.place, handlingKept))
    .orderBy(asc(version))
    .all()
  for (const { leg } of latest) learnHandling(day, leg)
}

function loadCounters(rows: Reader, day: HallDay): void {
  for (const counter of rows
    .select()
    .from(schema.counters)
    .orderBy(sql`rowid`)
    .all())
    day.counters.set(counter.id, counter)
  const live = rows
    .select()
    .from(schema.staffSessions)
    .where(isNull(schema.staffSessions.endedAt))
    .orderBy(sql`rowid`)
    .all()
  for (const { endedAt: _endedAt, because: _because, ...session } of live)
    day.sessions.set(session.id, session)
}

/** The last turns of the loudspeaker, so that a wall that comes back still says what it missed. */
function loadAnnouncements(rows: Reader, day: HallDay): void {
  const { type, body, seq } = schema.events
  const called = inArray(type, ['ticket.called', 'ticket.recalled', 'ticket.resumed'])
  // A walk-in is called without a word.
  const said = sql`coalesce(json_extract(CAST(${body} AS TEXT), '$.silent'), 0) = 0`
  const found = rows
    .select()
    .from(schema.events)
    .where(and(called, said))
    .orderBy(desc(seq))
    .limit(announcementsKept)
    .all()
  for (const row of found.toReversed()) {
    const event = fromRow(row)
    const { ticketId, counterId } = event.data as { ticketId: string; counterId: string }
    const ticket = day.tickets.get(ticketId) ?? ticketById(rows, ticketId)
    if (!ticket) continue
    day.announcements.push({
      seq: event.seq,
      at: event.at,
      kind: event.type === 'ticket.recalled' ? 'recall' : 'call',
      ticketId,
      ticketNo: ticket.ticketNo,
      counterNo: day.setup.counters.get(counterId)?.no ?? '',
      language: ticket.language,
    })
  }
}

function ticketById(rows: Reader, id: string): Ticket | undefined {
  return rows.select().from(schema.tickets).where(eq(schema.tickets.id, id)).get()
}
