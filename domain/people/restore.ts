import type { HallDay } from '../hall/hall-day.ts'
import { rolesOf } from './account-effects.ts'
import { cellFor } from './matrix.ts'
import type { ActId } from './matrix.ts'
import type { Proposal } from './proposal.ts'
import { restoreHoldsMs } from './proposal.ts'

/**
 * Who stands behind a restore, as the record says it. `proposal`: two people agreed in the record that
 * is replaced. `signed`: two signed at the prompt, for that record was gone. `alone`: the host's
 * operator, for nobody could sign.
 */
export type RestoreConsent =
  | { consent: 'proposal'; proposalId: string; proposedBy: string; decidedBy: string }
  | { consent: 'signed'; proposalId: null; proposedBy: string; decidedBy: string }
  | { consent: 'alone'; proposalId: null; proposedBy: string; decidedBy: null }

/** The two signatures of a restore, in order: rows of the matrix. */
export const restoreActs = ['restore.propose', 'restore.sign'] as const
export type RestoreAct = (typeof restoreActs)[number] & ActId

/** Whether a person of the hall may set this signature. */
export function maySignRestore(day: HallDay, staffId: string, act: RestoreAct): boolean {
  if (!day.setup.staff.get(staffId)?.active) return false
  return [...rolesOf(day, staffId)].some((role) => cellFor(act, role) !== null)
}

/** Everybody who may be the second person of a restore. */
export function restoreSigners(day: HallDay): string[] {
  return [...day.setup.staff.keys()].filter((id) => maySignRestore(day, id, 'restore.sign'))
}

/** What two people agreed to, while it holds (A41); null: it was not agreed to, or is too old. */
export function agreedRestore(proposal: Proposal, now: number): RestoreConsent | null {
  const { id, act, state, proposedBy, decidedBy, decidedAt } = proposal
  if (act !== 'record.restore' || state !== 'approved') return null
  if (decidedBy === null || decidedAt === null || decidedAt + restoreHoldsMs <= now) return null
  return { consent: 'proposal', proposalId: id, proposedBy, decidedBy }
}
