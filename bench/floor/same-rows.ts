import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { migrate } from '#server/db/migrate.ts'
import { openDb } from '#server/db/open.ts'
import type { Floor } from './one-row.ts'

type Value = string | number | Buffer | null
type Row = Record<string, Value>

/** Where the product writes what it worked out from the record before, the floor writes this. */
const noHash = Buffer.alloc(32, 7)
const businessDay = '2026-03-17'

/**
 * The rows that the product writes for one number: event, ticket, leg, series, and the answer kept
 * for a repeat. Same tables, indexes and settings of the database; ids, labels and JSON are made by
 * the bare program. Nothing is asked, checked, chained, worked out or remembered.
 */
export function sameRows(file: string): Floor {
  const db = openDb(file)
  migrate(db)
  const write = {
    event: inserter(db, 'events', eventRow('', 0, '', '')),
    ticket: inserter(db, 'tickets', ticketRow('', '', 0, '', 0, '')),
    leg: inserter(db, 'legs', legRow('', '', 0)),
    answer: inserter(db, 'idempotency', answerRow('', '', '', 0, 0)),
    series: db.prepare<[string, string, number]>(
      'INSERT INTO series VALUES (?, ?, ?, 0) ON CONFLICT DO UPDATE SET last_number = excluded.last_number',
    ),
  }
  const series = new Map<string, number>()
  let seq = 0
  return {
    db,
    write: ({ client, key, serviceId }) => {
      const at = Date.now()
      const id = v7()
      const number = (series.get(serviceId) ?? 0) + 1
      series.set(serviceId, number)
      const forecast = JSON.stringify({ ahead: number, medianS: 600, lowS: 420, highS: 885 })
      const ticket = ticketRow(id, serviceId, number, forecast, ++seq, tokenHashOf(id))
      const answer = answerOf(ticket)
      write.event(eventRow(JSON.stringify(ticket), seq, client, businessDay))
      write.ticket(ticket)
      write.leg(legRow(id, serviceId, seq))
      write.series.run(businessDay, serviceId, number)
      write.answer(answerRow(client, key, answer, seq, at))
      return answer
    },
  }
}

function tokenHashOf(id: string): string {
  return hash('sha256', id, 'base64url')
}

function eventRow(body: string, seq: number, client: string, day: string): Row {
  const event = { seq, at: Date.now(), business_day: day, type: 'ticket.issued' }
  const actor = JSON.stringify({ kind: 'kiosk', id: client, deviceId: null })
  return { ...event, actor, body: Buffer.from(body), prev_hash: noHash, hash: noHash }
}

function ticketRow(
  id: string,
  serviceId: string,
  number: number,
  forecast: string,
  seq: number,
  token: string,
): Row {
  const at = Date.now()
  const label = `${serviceId}${String(number).padStart(3, '0')}`
  return {
    ...{ id, business_day: businessDay, ticket_no: label, prefix: serviceId, number },
    ...{ service_id: serviceId, state: 'waiting', language: 'zh', channel: 'kiosk', issued_at: at },
    ...{ order: seq, token_hash: token, forecast, rank: 1, line_at: at, leg: 1, queued_at: at },
    ...{ call_count: 0, requeues: 0, version: seq },
  }
}

function legRow(ticketId: string, serviceId: string, seq: number): Row {
  return {
    ...{ id: `${ticketId}.1`, ticket_id: ticketId, business_day: businessDay, leg: 1 },
    ...{ service_id: serviceId, queued_at: Date.now(), call_count: 0, parked_ms: 0 },
    ...{ suspect: 0, version: seq },
  }
}

function answerRow(client: string, key: string, reply: string, seq: number, at: number): Row {
  return { client, key, payload_hash: noHash, status: 201, reply, seq, at }
}

/** As long as the answer that the product keeps. */
function answerOf(ticket: Row): string {
  const wait = { fromMinutes: 5, untilMinutes: 15, over: false }
  const { token_hash: _token, forecast: _forecast, ...told } = ticket
  return JSON.stringify({ ticket: { ...told, legId: `${String(ticket['id'])}.1`, ahead: 9, wait } })
}

/** A prepared insert of the columns that a row of this table has; the others stay empty. */
function inserter(db: Database.Database, table: string, shape: Row): (row: Row) => void {
  const names = Object.keys(shape)
  const columns = names.map((name) => `"${name}"`).join(', ')
  const places = names.map(() => '?').join(', ')
  const statement = db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`)
  return (row) => void statement.run(names.map((name) => row[name] ?? null))
}
