import type { Static } from 'typebox'
import type { AuditEntry, AuditList, AuditQuery } from '#contract/audit.ts'
import type { EventType } from '#domain/events.ts'
import type { PeopleEventData } from '#domain/people/events.ts'
import type { Actor } from '#domain/people/principal.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'
import { isoInZone } from '../hall/iso.ts'
import { lookedAt, placesOf } from '../record/places.ts'
import { dataFor, objectOf, typesFor } from '../record/sight.ts'
import type { Audience } from '../record/sight.ts'
import { nameOf, nameOfStaff, wordsOfRefusal } from './names.ts'
import { actorWords, eventWords } from './words.ts'

type Entry = Static<typeof AuditEntry>
type Query = Static<typeof AuditQuery>
export type Filters = Omit<Query, 'before' | 'limit'>

type Row = {
  seq: number
  at: number
  businessDay: string
  type: string
  actor: string
  body: Buffer
}

/** A stretch of the record, both ends inclusive. */
export type Stretch = { from: number; to: number }

/**
 * The record as a trail of acts, newest first. A page looks at so many events and may come back with
 * few of them, or none; `nextBefore` says where to go on.
 */
export function listTrail(
  hall: Hall,
  { before, limit = 100, ...filters }: Query,
  audience: Audience,
): Static<typeof AuditList> {
  const days = placesOf(hall.db, hall.seq, filters)
  const to = Math.min(days.to, (before ?? Infinity) - 1)
  const from = Math.max(days.from, to - lookedAt + 1)
  const rows = rowsIn(hall, { from, to }, filters, audience, limit)
  const isFull = rows.length === limit
  const next = isFull ? (rows.at(-1)?.seq ?? from) : from
  const notes = notesOf(hall, audience)
  return {
    entries: rows.map((row) => entryOf(hall, row, audience, notes)),
    nextBefore: next > days.from ? next : null,
  }
}

/** The entries of a stretch that the filters let through, oldest first. */
export function trailOf(
  hall: Hall,
  stretch: Stretch,
  filters: Filters,
  audience: Audience,
): Entry[] {
  const notes = notesOf(hall, audience)
  return rowsIn(hall, stretch, filters, audience, lookedAt)
    .toReversed()
    .map((row) => entryOf(hall, row, audience, notes))
}

function rowsIn(
  hall: Hall,
  { from, to }: Stretch,
  { actor: id, what, result }: Filters,
  audience: Audience,
  limit: number,
): Row[] {
  const types = typesFor(audience).filter((type) => isWanted(type, what, result))
  const actor = id ?? null
  // Of somebody who was turned away the event itself says who it was: nobody of the hall acted.
  const acted = `(? IS NULL OR json_extract(actor, '$.id') = ? OR json_extract(actor, '$.deviceId') = ?
    OR type = 'access.denied' AND json_extract(CAST(body AS TEXT), '$.id') = ?)`
  return prepared<(number | string | null)[], Row>(
    hall.db,
    `SELECT seq, at, business_day AS businessDay, type, actor, body FROM events
     WHERE seq BETWEEN ? AND ? AND type IN (SELECT value FROM json_each(?)) AND ${acted}
     ORDER BY seq DESC LIMIT ?`,
  ).all(from, to, JSON.stringify(types), actor, actor, actor, actor, limit)
}

function isWanted(type: EventType, what: string | undefined, result: Filters['result']): boolean {
  if (result !== undefined && resultOf(type) !== result) return false
  return what === undefined || type === what || type.startsWith(`${what}.`)
}

function resultOf(type: EventType): Entry['result'] {
  return type === 'access.denied' ? 'denied' : 'done'
}

type Notes = ReadonlyMap<number, Entry['notes']>

/** What auditors wrote beside entries; there are few, and only those see them who see everything. */
function notesOf(hall: Hall, audience: Audience): Notes {
  if (audience !== 'whole') return new Map()
  const rows = prepared<[], Pick<Row, 'seq' | 'at' | 'actor' | 'body'>>(
    hall.db,
    "SELECT seq, at, actor, body FROM events WHERE type = 'audit.noted' ORDER BY seq",
  ).all()
  const notes = new Map<number, Entry['notes']>()
  for (const { seq, at, actor, body } of rows) {
    const { id, reason = '' } = JSON.parse(actor) as Actor
    const { about } = JSON.parse(body.toString('utf8')) as PeopleEventData['audit.noted']
    const note = { seq, at, byId: id, byName: nameOfStaff(hall, id), words: reason }
    notes.set(about, [...(notes.get(about) ?? []), note])
  }
  return notes
}

function entryOf(hall: Hall, row: Row, audience: Audience, notes: Notes): Entry {
  const type = row.type as EventType
  const whole = JSON.parse(row.body.toString('utf8')) as Record<string, unknown>
  const data = dataFor(audience, type, whole)
  const actor = actorOf(row, type, whole)
  const object = objectOf(type, data)
  const named = audience !== 'technical'
  const reason = named ? (actor.reason ?? wordsIn(data)) : null
  return {
    seq: row.seq,
    at: row.at,
    occurredAt: isoInZone(row.at, hall.day.setup.hall.timeZone),
    businessDay: row.businessDay,
    type,
    what: eventWords[type],
    who: {
      kind: actor.kind,
      kindWords: actorWords[actor.kind],
      id: actor.id,
      name: named ? nameOfStaff(hall, actor.id) : null,
    },
    deviceId: actor.deviceId,
    object: object?.id ?? null,
    objectName: named && object ? nameOf(hall, object.field, object.id) : null,
    reason,
    reasonWords: type === 'access.denied' ? wordsOfRefusal(reason) : null,
    result: resultOf(type),
    data,
    notes: notes.get(row.seq) ?? [],
  }
}

/** Who acted; of somebody who was turned away, they. */
function actorOf(row: Row, type: EventType, data: Record<string, unknown>): Actor {
  if (type !== 'access.denied') return JSON.parse(row.actor) as Actor
  const { kind, id } = data as PeopleEventData['access.denied']
  return { kind, id, deviceId: null }
}

/** The reason that an event carries itself, or why somebody was turned away. */
function wordsIn({ reason, because }: Record<string, unknown>): string | null {
  const words = reason ?? because
  return typeof words === 'string' && words !== '' ? words : null
}
