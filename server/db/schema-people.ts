import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { ratingFlags } from '#domain/evaluation/rating.ts'
import { consoleEnds, consoleMethods } from '#domain/people/console.ts'
import { deviceKinds, roles } from '#domain/people/principal.ts'
import { proposalActs, proposalStates } from '#domain/people/proposal.ts'
import type { ProposalPayload } from '#domain/people/proposal.ts'
import { listed } from './schema-columns.ts'

// Made from the record: paired screens, what people may do, and what two people decided.

export const devices = sqliteTable(
  'devices',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: deviceKinds }).notNull(),
    counterId: text('counter_id'),
    place: text('place').notNull(),
    name: text('name').notNull(),
    fingerprint: text('fingerprint').notNull(),
    pairedAt: integer('paired_at').notNull(),
    pairedBy: text('paired_by').notNull(),
    revokedAt: integer('revoked_at'),
    revokedBecause: text('revoked_because'),
  },
  (t) => [check('device_kind', sql`${t.kind} IN (${listed(deviceKinds)})`)],
)

/** Roles that were granted or taken back; who never appears here holds those of a new account. */
export const staffRoles = sqliteTable(
  'staff_roles',
  {
    staffId: text('staff_id').notNull(),
    role: text('role', { enum: roles }).notNull(),
    held: integer('held', { mode: 'boolean' }).notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.staffId, t.role] }),
    check('staff_role', sql`${t.role} IN (${listed(roles)})`),
  ],
)

export const passkeys = sqliteTable('passkeys', {
  id: text('id').primaryKey(),
  staffId: text('staff_id').notNull(),
  label: text('label').notNull(),
  addedAt: integer('added_at').notNull(),
})

export const consoleSessions = sqliteTable(
  'console_sessions',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').notNull(),
    method: text('method', { enum: consoleMethods }).notNull(),
    startedAt: integer('started_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    steppedUpAt: integer('stepped_up_at').notNull(),
    endedAt: integer('ended_at'),
    because: text('because', { enum: consoleEnds }),
  },
  (t) => [
    uniqueIndex('one_console_a_person')
      .on(t.staffId)
      .where(sql`${t.endedAt} IS NULL`),
  ],
)

export const proposals = sqliteTable(
  'proposals',
  {
    id: text('id').primaryKey(),
    act: text('act', { enum: proposalActs }).notNull(),
    subjectId: text('subject_id').notNull(),
    payload: text('payload', { mode: 'json' }).$type<ProposalPayload>().notNull(),
    reason: text('reason').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: integer('proposed_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    state: text('state', { enum: proposalStates }).notNull(),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at'),
    decisionReason: text('decision_reason'),
  },
  (t) => [
    index('proposals_by_state').on(t.state, t.proposedAt),
    check('proposal_act', sql`${t.act} IN (${listed(proposalActs)})`),
    check('proposal_state', sql`${t.state} IN (${listed(proposalStates)})`),
    // Four eyes, also where a program went wrong: nobody approves what they proposed.
    check('proposal_four_eyes', sql`${t.state} <> 'approved' OR ${t.decidedBy} <> ${t.proposedBy}`),
  ],
)

/** One a leg at most; the rating itself is never touched (E5). */
export const annulments = sqliteTable('annulments', {
  legId: text('leg_id').primaryKey(),
  proposalId: text('proposal_id').notNull(),
  businessDay: text('business_day').notNull(),
  at: integer('at').notNull(),
})

export const evaluationFlags = sqliteTable(
  'evaluation_flags',
  {
    legId: text('leg_id').notNull(),
    flag: text('flag', { enum: ratingFlags }).notNull(),
    businessDay: text('business_day').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.legId, t.flag] }),
    index('flags_by_day').on(t.businessDay),
    check('evaluation_flag', sql`${t.flag} IN (${listed(ratingFlags)})`),
  ],
)
