import type { RatingRuleKey } from '../hall/settings.ts'
import { day } from '../time.ts'
import type { Role } from './principal.ts'

/** What takes two people: one proposes, another decides, and neither is the one it is about. */
export const proposalActs = [
  'rating.annul',
  'rating-rule.change',
  'role.grant',
  'account.recover',
  'record.restore',
] as const
export type ProposalAct = (typeof proposalActs)[number]

export const proposalStates = ['open', 'approved', 'rejected', 'expired'] as const
export type ProposalState = (typeof proposalStates)[number]

/** What is to be done once it is approved, for each act. */
export type ProposalPayloads = {
  /** `rated`: whether it was when this was asked for; it may be older than the days in memory. */
  'rating.annul': { legId: string; businessDay: string; rated: boolean }
  'rating-rule.change': {
    key: RatingRuleKey
    value: number | string
    validFrom: string
    source: string
  }
  'role.grant': { role: Role }
  'account.recover': Record<string, never>
  /** The copy as whoever proposes found it; what binds is its SHA-256, the subject. */
  'record.restore': {
    file: string
    /** Events in it, and when the last of them happened: all after that would be gone. */
    events: number
    lastAt: number
    /** Highest number that people know of, by letter. */
    highest: Record<string, number>
  }
}
export type ProposalPayload = ProposalPayloads[ProposalAct]

/** An open question between two people. */
export type Proposal = {
  id: string
  act: ProposalAct
  /** Staff id of the person it is about; for a rule its key, for a copy its SHA-256 in hexadecimal. */
  subjectId: string
  payload: ProposalPayload
  reason: string
  proposedBy: string
  proposedAt: number
  expiresAt: number
  state: ProposalState
  decidedBy: string | null
  decidedAt: number | null
  decisionReason: string | null
}

/** A question that nobody answers is over after so long (A8). */
export const proposalMs = 7 * day

/**
 * How long a restore may be done that two people agreed to (A41). What the hall lived through since
 * then nobody has weighed.
 */
export const restoreHoldsMs = day
