import type { RatingRuleKey } from '../hall/settings.ts'
import { day } from '../time.ts'
import type { Role } from './principal.ts'

/** What takes two people: one proposes, another decides, and neither is the one it is about. */
export const proposalActs = [
  'rating.annul',
  'rating-rule.change',
  'role.grant',
  'account.recover',
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
}
export type ProposalPayload = ProposalPayloads[ProposalAct]

/** An open question between two people. */
export type Proposal = {
  id: string
  act: ProposalAct
  /** Staff id of the person it is about; for a rule, its key. */
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
