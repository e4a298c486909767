import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { textCategories } from '#domain/hall/retention.ts'

// Beside the record: secrets, answers to repeated commands, and words that may have to be deleted.

export const keySecrets = sqliteTable('key_secrets', {
  keyId: text('key_id').primaryKey(),
  hash: text('hash').notNull(),
})

export const staffPins = sqliteTable('staff_pins', {
  staffId: text('staff_id').primaryKey(),
  hash: text('hash').notNull(),
})

/** Wrong PINs by (staff, device): outsiders cannot lock everybody, and a restart forgives nobody. */
export const pinFailures = sqliteTable(
  'pin_failures',
  {
    staffNo: text('staff_no').notNull(),
    deviceId: text('device_id').notNull(),
    count: integer('count').notNull(),
    lastAt: integer('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffNo, t.deviceId] })],
)

/** Words whose salted hash stands in an event: deleting them leaves the chain whole (P3). */
export const privateTexts = sqliteTable('private_texts', {
  hash: text('hash').primaryKey(),
  salt: text('salt').notNull(),
  words: text('words').notNull(),
  /** What they belong to: a ticket (notes) or a leg (comments). */
  about: text('about').notNull(),
  at: integer('at').notNull(),
  /** Why they are kept, and so for how long. */
  category: text('category', { enum: textCategories }).notNull().default('visit'),
})

/** One answer for one (client, key), for 48 hours at least (T4). */
export const idempotency = sqliteTable(
  'idempotency',
  {
    client: text('client').notNull(),
    key: text('key').notNull(),
    payloadHash: blob('payload_hash', { mode: 'buffer' }).notNull(),
    status: integer('status').notNull(),
    reply: text('reply').notNull(),
    seq: integer('seq').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.client, t.key] }), index('idempotency_by_age').on(t.at)],
)

/**
 * What a paired screen proves itself with: its public key, and a cookie that changes every day. The
 * cookie is derived from its generation, so none is kept here.
 */
export const deviceSecrets = sqliteTable('device_secrets', {
  deviceId: text('device_id').primaryKey(),
  publicKey: text('public_key', { mode: 'json' }).$type<Record<string, string>>().notNull(),
  generation: integer('generation').notNull(),
  rotatedAt: integer('rotated_at').notNull(),
  /** When this generation first came back: from then on the one before can only be a copy. */
  shownAt: integer('shown_at'),
})

export const passkeySecrets = sqliteTable(
  'passkey_secrets',
  {
    passkeyId: text('passkey_id').primaryKey(),
    credentialId: text('credential_id').notNull(),
    publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
    /** Signature counter of the authenticator. */
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (t) => [uniqueIndex('one_passkey_a_credential').on(t.credentialId)],
)

/** Recovery where a passkey is lost: argon2id of the password, the sealed TOTP secret. */
export const staffPasswords = sqliteTable('staff_passwords', {
  staffId: text('staff_id').primaryKey(),
  hash: text('hash').notNull(),
  /** Encrypted with a key outside the database. */
  totp: text('totp').notNull(),
  /** Last time step that was used: a code opens once. */
  totpStep: integer('totp_step').notNull(),
})

/** When a console was last used, written once a minute at most: idling goes on over a restart. */
export const consoleUses = sqliteTable('console_uses', {
  sessionId: text('session_id').primaryKey(),
  at: integer('at').notNull(),
})

/** One-time codes with which somebody sets up how they prove who they are. */
export const enrolments = sqliteTable('enrolments', {
  staffId: text('staff_id').primaryKey(),
  codeHash: text('code_hash').notNull(),
  expiresAt: integer('expires_at').notNull(),
  tries: integer('tries').notNull(),
})

/** Counters of limits that a restart does not forgive. */
export const limitCounts = sqliteTable(
  'limit_counts',
  {
    scope: text('scope').notNull(),
    subject: text('subject').notNull(),
    count: integer('count').notNull(),
    firstAt: integer('first_at').notNull(),
    lastAt: integer('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.subject] })],
)
