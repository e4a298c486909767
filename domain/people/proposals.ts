import { accept, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { rolesOf } from './account-effects.ts'
import { cellFor } from './matrix.ts'
import type { Proposal, ProposalAct, ProposalPayloads } from './proposal.ts'
import { proposalMs } from './proposal.ts'
import { proposalRules } from './proposal-rules.ts'
import type { ProposalRule } from './proposal-rules.ts'

export type NewProposal<A extends ProposalAct = ProposalAct> = {
  proposalId: string
  act: A
  subjectId: string
  payload: ProposalPayloads[A]
  reason: string
}

/**
 * One person asks for what takes two (A7). It is judged now, so that nothing impossible waits for
 * anybody, and once more when it is approved, for the hall goes on in between.
 */
export function propose<A extends ProposalAct>(
  day: HallDay,
  wanted: NewProposal<A>,
  moment: Moment,
): Decision<{ proposalId: string }> {
  const rule = ruleOf(wanted.act)
  const { subjectId, payload, proposalId } = wanted
  if (!rule.subjectMayPropose && subjectId === moment.actor.id) return refuse('proposal-not-yours')
  const not = rule.whyNot(day, { subjectId, payload }, moment)
  if (not) return not
  const same = [...day.proposals.values()].find((open) => isSame(open, wanted))
  if (same && same.expiresAt > moment.now) return refuse('proposal-open')
  const expiresAt = moment.now + proposalMs
  return accept({ proposalId }, event('proposal.made', { ...wanted, expiresAt }))
}

type Decider = { proposalId: string; reason: string }

/** Another person agrees: what was proposed happens in the same act. */
export function approve(
  day: HallDay,
  { proposalId, reason }: Decider,
  moment: Moment,
): Decision<{ proposalId: string }> {
  const proposal = day.proposals.get(proposalId)
  const not = whyNotDecided(proposal, moment)
  if (not || !proposal) return not ?? refuse('proposal-over')
  const rule = ruleOf(proposal.act)
  const impossible = rule.whyNot(day, proposal, moment)
  if (impossible) return impossible
  if (!mayStillPropose(day, proposal)) return refuse('proposal-over')
  return accept(
    { proposalId },
    event('proposal.approved', { proposalId, reason }),
    ...rule.effect(day, proposal, moment),
  )
}

/** Another person turns it down. */
export function reject(
  day: HallDay,
  { proposalId, reason }: Decider,
  moment: Moment,
): Decision<{ proposalId: string }> {
  const not = whyNotDecided(day.proposals.get(proposalId), moment)
  return not ?? accept({ proposalId }, event('proposal.rejected', { proposalId, reason }))
}

/** Why somebody may not decide this one (A7); null: they may. What is no longer open is over (A8). */
export function whyNotDecided(
  proposal: Proposal | undefined,
  { actor, now }: Pick<Moment, 'actor' | 'now'>,
): Refused | null {
  if (!proposal || proposal.expiresAt <= now) return refuse('proposal-over')
  if (actor.kind === 'system' || !cellFor(ruleOf(proposal.act).decide, actor.kind))
    return refuse('not-allowed')
  const ownOne = [proposal.proposedBy, proposal.subjectId].includes(actor.id)
  return ownOne ? refuse('proposal-not-yours') : null
}

/** Questions that nobody has answered in time; the hall's own clock ends them. */
export function expireProposals(day: HallDay, now: number): HallEvent[] {
  return [...day.proposals.values()]
    .filter(({ expiresAt }) => expiresAt <= now)
    .map(({ id }) => event('proposal.expired', { proposalId: id }))
}

/** The rule of an act, for payloads of any act: each proposal carries that of its own. */
function ruleOf(act: ProposalAct): ProposalRule {
  return proposalRules[act] as ProposalRule
}

function isSame(open: Proposal, { act, subjectId, payload }: NewProposal): boolean {
  return (
    open.act === act &&
    open.subjectId === subjectId &&
    JSON.stringify(open.payload) === JSON.stringify(payload)
  )
}

/** Somebody who lost the role they proposed with has proposed nothing any more. */
function mayStillPropose(day: HallDay, { act, proposedBy }: Proposal): boolean {
  const person = day.setup.staff.get(proposedBy)
  if (!person) return true
  if (!person.active) return false
  return [...rolesOf(day, proposedBy)].some((role) => cellFor(ruleOf(act).propose, role) !== null)
}
