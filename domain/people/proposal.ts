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

/** What is to be done once it is approved. */
export type ProposalPayload =
  | { legId: string }
  | { key: string; value: number | string; validFrom: string; source: string }
  | { role: string }
  | Record<string, never>

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
