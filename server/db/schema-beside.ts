import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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
