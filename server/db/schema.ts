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
import { setupKinds } from '#domain/hall/setup.ts'
import { listed } from './schema-columns.ts'
import { legs } from './schema-queue.ts'

export * from './schema-beside.ts'
export * from './schema-people.ts'
export * from './schema-queue.ts'

/**
 * The tables of one hall's record. `events` is the ground state; the tables of tickets, legs,
 * counters and so on are made from it and can be made again (`verify` does). The last ones stand
 * beside the record: secrets and words that may have to be deleted.
 * Sets of values come from the domain, so type, wire and database know the same ones.
 */
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
