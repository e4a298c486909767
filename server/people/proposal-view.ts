import { desc, eq } from 'drizzle-orm'
import type { Static } from 'typebox'
import type { ProposalShape } from '#contract/people-admin.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Proposal, ProposalPayloads, ProposalState } from '#domain/people/proposal.ts'
import { whyNotDecided } from '#domain/people/proposals.ts'
import * as schema from '../db/schema.ts'
import { ratingIdOf } from '../evaluation/rating-id.ts'
import type { Hall } from '../hall/hall.ts'
import type { Secrets } from '../secrets.ts'
import type { Principal } from './credential.ts'

type Shown = Static<typeof ProposalShape>
const listMax = 200

/** A question between two people, as who asks may see it. */
export function proposalView(
  { hall, secrets, principal }: { hall: Hall; secrets: Secrets; principal: Principal },
  proposal: Proposal,
): Shown {
  const { day } = hall
  const { id, act, subjectId, reason, proposedBy, proposedAt, expiresAt, state } = proposal
  const { decidedBy, decidedAt, decisionReason } = proposal
  return {
    ...{ id, act, subjectId, reason, proposedAt, expiresAt, state, decidedAt, decisionReason },
    subject: day.setup.staff.has(subjectId) ? somebody(day, subjectId) : null,
    payload: payloadView(secrets, proposal),
    proposedBy: somebody(day, proposedBy),
    decidedBy: decidedBy === null ? null : somebody(day, decidedBy),
    mayDecide: mayDecide(hall, principal, id),
  }
}

/** Newest first; without a state those that wait for somebody. */
export function listProposals(hall: Hall, state: ProposalState, limit = listMax): Proposal[] {
  const { proposals } = schema
  return hall.rows
    .select()
    .from(proposals)
    .where(eq(proposals.state, state))
    .orderBy(desc(proposals.proposedAt), desc(proposals.id))
    .limit(limit)
    .all()
}

/** Any proposal there ever was. */
export function findProposal(hall: Hall, id: string): Proposal | undefined {
  const { proposals } = schema
  return hall.rows.select().from(proposals).where(eq(proposals.id, id)).get()
}

/** Whether a button to decide it is live; a program's key never steps up, so it never is. */
function mayDecide(hall: Hall, { kinds, console, id, staffId }: Principal, proposalId: string) {
  const proposal = hall.day.proposals.get(proposalId)
  if (console === null && !kinds.includes('operator')) return false
  return kinds.some((kind) => {
    const actor = { kind, id: staffId ?? id, deviceId: null }
    return whyNotDecided(proposal, { actor, now: hall.now() }) === null
  })
}

/** The leg of a rating tells the time its number was taken; its own name does not. */
function payloadView(secrets: Secrets, { act, payload }: Proposal): Shown['payload'] {
  if (act !== 'rating.annul') return payload
  const rating = payload as ProposalPayloads['rating.annul']
  return { ratingId: ratingIdOf(secrets, rating), businessDay: rating.businessDay }
}

function somebody(day: HallDay, id: string) {
  const staff = day.setup.staff.get(id)
  return { id, staffNo: staff?.staffNo ?? null, name: staff?.name ?? null }
}
