import { sql } from 'drizzle-orm'
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { evaluationStates, ratingChannels, ratingLevels } from '#domain/evaluation/rating.ts'
import type { RatingLevel, RatingReason } from '#domain/evaluation/rating.ts'
import { languages, setupKinds } from '#domain/hall/setup.ts'
import { counterStates, pauseReasons } from '#domain/queue/counter.ts'
import {
  legEnds,
  outcomes,
  parkReasons,
  ticketChannels,
  ticketStates,
} from '#domain/queue/ticket.ts'
import type { KeptWhy } from '#domain/queue/calling.ts'
import type { PriorityClass, PriorityReason } from '#domain/queue/priority.ts'
import type { Forecast } from '#domain/queue/ticket.ts'

export * from './schema-beside.ts'
export * from './schema-people.ts'

/**
 * The tables of one hall's record. `events` is the ground state; the tables of tickets, legs,
 * counters and so on are made from it and can be made again (`verify` does). The last ones stand
 * beside the record: secrets and words that may have to be deleted.
 * Sets of values come from the domain, so type, wire and database know the same ones.
 */
const listed = (values: readonly (string | number)[]) =>
  sql.raw(values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', '))

const version = integer('version').notNull()

// ── The record ──────────────────────────────────────────────────────────────────────────────────

export const events = sqliteTable(
  'events',
  {
    seq: integer('seq').primaryKey(),
    at: integer('at').notNull(),
    businessDay: text('business_day').notNull(),
    type: text('type').notNull(),
    actor: text('actor').notNull(),
    /** The very bytes that were hashed. */
    body: blob('body', { mode: 'buffer' }).notNull(),
    prevHash: blob('prev_hash', { mode: 'buffer' }).notNull(),
    hash: blob('hash', { mode: 'buffer' }).notNull(),
  },
  // Few among very many: an auditor's notes are looked for with every page of the trail.
  (t) => [
    index('events_noted')
      .on(t.seq)
      .where(sql`${t.type} = 'audit.noted'`),
  ],
)

export const checkpoints = sqliteTable('checkpoints', {
  seq: integer('seq').primaryKey(),
  at: integer('at').notNull(),
  note: text('note').notNull(),
})

/** epoch, hall id, last wall-clock time seen. */
export const facts = sqliteTable('facts', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
})

// ── Made from the record ────────────────────────────────────────────────────────────────────────

export const setupItems = sqliteTable(
  'setup_items',
  {
    kind: text('kind', { enum: setupKinds }).notNull(),
    id: text('id').notNull(),
    value: text('value', { mode: 'json' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.id] })],
)

export const settings = sqliteTable('settings', {
  /** Order of the changes: of two for one day the later holds. */
  position: integer('position').primaryKey(),
  key: text('key').notNull(),
  value: text('value', { mode: 'json' }).$type<string | number>().notNull(),
  validFrom: text('valid_from').notNull(),
  source: text('source').notNull(),
})

export const businessDays = sqliteTable('business_days', {
  businessDay: text('business_day').primaryKey(),
  openedAt: integer('opened_at').notNull(),
  because: text('because').notNull(),
  closedAt: integer('closed_at'),
  counts: text('counts', { mode: 'json' }).$type<Record<string, number>>(),
})

/** Last number and calls of each letter on the present business day. */
export const series = sqliteTable(
  'series',
  {
    businessDay: text('business_day').notNull(),
    prefix: text('prefix').notNull(),
    lastNumber: integer('last_number').notNull(),
    calls: integer('calls').notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessDay, t.prefix] })],
)

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

export const evaluations = sqliteTable(
  'evaluations',
  {
    /** The primary key: one evaluation, and so one counted rating, a leg (E1). */
    legId: text('leg_id')
      .primaryKey()
      .references(() => legs.id),
    ticketId: text('ticket_id').notNull(),
    businessDay: text('business_day').notNull(),
    staffId: text('staff_id').notNull(),
    counterId: text('counter_id').notNull(),
    serviceId: text('service_id').notNull(),
    evaluatorCounterId: text('evaluator_counter_id'),
    state: text('state', { enum: evaluationStates }).notNull(),
    secretHash: text('secret_hash').notNull(),
    requestedAt: integer('requested_at').notNull(),
    promptUntil: integer('prompt_until').notNull(),
    expiresAt: integer('expires_at').notNull(),
    attitude: integer('attitude').$type<RatingLevel>(),
    efficiency: integer('efficiency').$type<RatingLevel>(),
    reasons: text('reasons', { mode: 'json' }).$type<RatingReason[]>().notNull(),
    commentHash: text('comment_hash'),
    channel: text('channel', { enum: ratingChannels }),
    ratedAt: integer('rated_at'),
    late: integer('late', { mode: 'boolean' }).notNull(),
    corrections: integer('corrections').notNull(),
    version,
  },
  (t) => [
    index('evaluations_by_day').on(t.businessDay, t.requestedAt),
    index('evaluations_by_staff').on(t.staffId, t.businessDay),
    check('evaluation_state', sql`${t.state} IN (${listed(evaluationStates)})`),
    check('evaluation_levels', sql`${t.attitude} IN (${listed(ratingLevels)})`),
    // Rated means both levels, anything else means none: no default ever slips in.
    check(
      'evaluation_rated',
      sql`(${t.state} = 'rated') = (${t.attitude} IS NOT NULL) AND (${t.attitude} IS NULL) = (${t.efficiency} IS NULL)`,
    ),
  ],
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

export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').notNull(),
    counterId: text('counter_id').notNull(),
    deviceId: text('device_id').notNull(),
    startedAt: integer('started_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    endedAt: integer('ended_at'),
    because: text('because'),
  },
  (t) => [
    uniqueIndex('one_session_a_person')
      .on(t.staffId)
      .where(sql`${t.endedAt} IS NULL`),
    uniqueIndex('one_session_a_counter')
      .on(t.counterId)
      .where(sql`${t.endedAt} IS NULL`),
  ],
)

export const apiKeys = sqliteTable('api_keys', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  counterId: text('counter_id'),
  label: text('label').notNull(),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
})
