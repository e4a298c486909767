import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { languages } from '#domain/hall/setup.ts'
import type { KeptWhy } from '#domain/queue/calling.ts'
import { counterStates, pauseReasons } from '#domain/queue/counter.ts'
import type { PriorityClass, PriorityReason } from '#domain/queue/priority.ts'
import {
  legEnds,
  outcomes,
  parkReasons,
  ticketChannels,
  ticketStates,
} from '#domain/queue/ticket.ts'
import type { Forecast } from '#domain/queue/ticket.ts'
import { listed } from './schema-columns.ts'

// Made from the record: numbers, what they went through, and the counters.

const version = integer('version').notNull()

export const tickets = sqliteTable(
  'tickets',
  {
    id: text('id').primaryKey(),
    businessDay: text('business_day').notNull(),
    ticketNo: text('ticket_no').notNull(),
    prefix: text('prefix').notNull(),
    number: integer('number').notNull(),
    serviceId: text('service_id').notNull(),
    state: text('state', { enum: ticketStates }).notNull(),
    language: text('language', { enum: languages }).notNull(),
    channel: text('channel', { enum: ticketChannels }).notNull(),
    issuedAt: integer('issued_at').notNull(),
    order: integer('order').notNull(),
    tokenHash: text('token_hash').notNull(),
    forecast: text('forecast', { mode: 'json' }).$type<Forecast>(),
    rank: integer('rank').notNull(),
    lineAt: integer('line_at').notNull(),
    forCounterId: text('for_counter_id'),
    counterId: text('counter_id'),
    staffId: text('staff_id'),
    leg: integer('leg').notNull(),
    queuedAt: integer('queued_at').notNull(),
    firstCalledAt: integer('first_called_at'),
    lastCalledAt: integer('last_called_at'),
    callCount: integer('call_count').notNull(),
    startedAt: integer('started_at'),
    parkedAt: integer('parked_at'),
    parkReason: text('park_reason', { enum: parkReasons }),
    missedAt: integer('missed_at'),
    missedAtCall: integer('missed_at_call'),
    requeues: integer('requeues').notNull(),
    endedAt: integer('ended_at'),
    outcome: text('outcome', { enum: outcomes }),
    priority: integer('priority').$type<PriorityClass>().notNull().default(0),
    priorityReason: text('priority_reason').$type<PriorityReason>(),
    bookedAt: integer('booked_at'),
    further: text('further', { mode: 'json' }).$type<string[]>().notNull().default([]),
    version,
  },
  (t) => [
    uniqueIndex('one_label_a_day').on(t.businessDay, t.ticketNo),
    // C1: a counter holds at most one ticket, and a held ticket names its counter.
    uniqueIndex('one_ticket_a_counter')
      .on(t.counterId)
      .where(sql`${t.state} IN ('called', 'serving')`),
    index('tickets_by_token').on(t.tokenHash),
    index('tickets_by_day').on(t.businessDay, t.order),
    check('ticket_state', sql`${t.state} IN (${listed(ticketStates)})`),
    check(
      'ticket_held',
      sql`${t.state} NOT IN ('called', 'serving') OR ${t.counterId} IS NOT NULL`,
    ),
    check('ticket_number', sql`${t.number} BETWEEN 1 AND 9999`),
  ],
)

export const legs = sqliteTable(
  'legs',
  {
    id: text('id').primaryKey(),
    ticketId: text('ticket_id')
      .notNull()
      .references(() => tickets.id),
    businessDay: text('business_day').notNull(),
    leg: integer('leg').notNull(),
    serviceId: text('service_id').notNull(),
    counterId: text('counter_id'),
    staffId: text('staff_id'),
    queuedAt: integer('queued_at').notNull(),
    firstCalledAt: integer('first_called_at'),
    lastCalledAt: integer('last_called_at'),
    callCount: integer('call_count').notNull(),
    startedAt: integer('started_at'),
    parkedMs: integer('parked_ms').notNull(),
    endedAt: integer('ended_at'),
    end: text('end', { enum: legEnds }),
    outcome: text('outcome', { enum: outcomes }),
    suspect: integer('suspect', { mode: 'boolean' }).notNull(),
    why: text('why', { mode: 'json' }).$type<KeptWhy>(),
    told: text('told', { mode: 'json' }).$type<Forecast>(),
    version,
  },
  (t) => [
    uniqueIndex('one_open_leg_a_ticket')
      .on(t.ticketId)
      .where(sql`${t.endedAt} IS NULL`),
    index('legs_by_day').on(t.businessDay, t.endedAt),
    check('leg_end', sql`${t.end} IN (${listed(legEnds)})`),
  ],
)

/** Those who went to a self-service terminal in place of taking a number. */
export const diversions = sqliteTable(
  'diversions',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    businessDay: text('business_day').notNull(),
    serviceId: text('service_id').notNull(),
    terminalId: text('terminal_id').notNull(),
  },
  (t) => [index('diversions_by_day').on(t.businessDay, t.at)],
)

export const counters = sqliteTable(
  'counters',
  {
    id: text('id').primaryKey(),
    state: text('state', { enum: counterStates }).notNull(),
    sessionId: text('session_id'),
    staffId: text('staff_id'),
    ticketId: text('ticket_id'),
    pauseReason: text('pause_reason', { enum: pauseReasons }),
    since: integer('since').notNull(),
    version,
  },
  (t) => [
    uniqueIndex('one_counter_a_ticket')
      .on(t.ticketId)
      .where(sql`${t.ticketId} IS NOT NULL`),
    check('counter_state', sql`${t.state} IN (${listed(counterStates)})`),
    check(
      'counter_ticket',
      sql`(${t.state} IN ('called', 'serving')) = (${t.ticketId} IS NOT NULL)`,
    ),
  ],
)
