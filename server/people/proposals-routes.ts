import type { Static } from 'typebox'
import type { ApprovedReply } from '#contract/people-admin.ts'
import type { RouteKey } from '#contract/routes.ts'
import { refuse } from '#domain/decision.ts'
import type { Decision } from '#domain/decision.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import { enrolmentMs } from '#domain/people/enrolment.ts'
import type { Enrolment } from '#domain/people/enrolment.ts'
import { approve, propose, reject } from '#domain/people/proposals.ts'
import type { NewProposal } from '#domain/people/proposals.ts'
import type { Services } from '../app.ts'
import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import { decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import type { Hall } from '../hall/hall.ts'
import { newId } from '../new-id.ts'
import type { Secrets } from '../secrets.ts'
import { keepCode, told, untold } from './codes.ts'
import type { Principal } from './credential.ts'
import { findProposal, listProposals, proposalView } from './proposal-view.ts'

type ProposalRoute =
  | `${string} /api/v1/proposals${string}`
  | 'POST /api/v1/settings/:key/proposal'
  | 'POST /api/v1/people/:staffId/recover'
  | 'POST /api/v1/restore/proposal'

/** Who looks, where, and what makes the names of ratings. */
type Onlooker = { hall: Hall; secrets: Secrets; principal: Principal }

/** What takes two people: asking for it, seeing what waits, and deciding it. */
export function proposalHandlers({
  halls: { secrets },
}: Services): Pick<Handlers, Extract<RouteKey, ProposalRoute>> {
  return {
    'GET /api/v1/proposals': {
      read: ({ hall, principal, query: { state = 'open', limit } }) => ({
        proposals: listProposals(hall, state, limit).map((proposal) =>
          proposalView({ hall, secrets, principal }, proposal),
        ),
      }),
    },
    'POST /api/v1/settings/:key/proposal': {
      command: ({ hall, principal, params: { key }, body }) => {
        const { reason, ...dated } = body
        const wanted = { act: 'rating-rule.change', subjectId: key, reason } as const
        const payload = { key, ...dated }
        return asking({ hall, secrets, principal }, { ...wanted, payload })
      },
    },
    'POST /api/v1/people/:staffId/recover': {
      command: ({ hall, principal, params: { staffId }, body }) => {
        const wanted = { act: 'account.recover', subjectId: staffId, ...body } as const
        return asking({ hall, secrets, principal }, { ...wanted, payload: {} })
      },
    },
    'POST /api/v1/restore/proposal': {
      command: ({ hall, principal, body }) => {
        const { sha256, reason, highest = {}, ...copy } = body
        const wanted = { act: 'record.restore', subjectId: sha256, reason } as const
        return asking({ hall, secrets, principal }, { ...wanted, payload: { ...copy, highest } })
      },
    },
    'POST /api/v1/proposals/:proposalId/approve': { command: (asked) => agree(secrets, asked) },
    'POST /api/v1/proposals/:proposalId/reject': {
      command: (asked) => {
        const { hall, params, body } = asked
        if (!findProposal(hall, params.proposalId)) return refuse('proposal-unknown')
        return decided({
          decide: (day, moment) => reject(day, { ...params, ...body }, moment),
          reply: (_day, { proposalId }) => ({ proposal: shown({ ...asked, secrets }, proposalId) }),
        })
      },
    },
  }
}

/** A command that proposes something; its answer is the question that now waits. */
function asking(onlooker: Onlooker, wanted: Omit<NewProposal, 'proposalId'>) {
  const request = { ...wanted, proposalId: `proposal-${newId()}` }
  return decided({
    decide: (day, moment) => propose(day, request, moment),
    reply: (_day, { proposalId }) => ({ proposal: shown(onlooker, proposalId) }),
  })
}

function agree(secrets: Secrets, asked: Asked<'POST /api/v1/proposals/:proposalId/approve'>) {
  const { hall, params, body } = asked
  const proposal = findProposal(hall, params.proposalId)
  if (!proposal) return refuse('proposal-unknown')
  const { act, subjectId: staffId } = proposal
  const recovers = act === 'account.recover'
  return decided({
    decide: (day: HallDay, moment: Moment): Decision<{ proposalId: string }> =>
      approve(day, { ...params, ...body }, moment),
    beside: (db, now) => {
      if (recovers) letInAnew(db, secrets, { staffId, expiresAt: now + enrolmentMs })
    },
    reply: (_day, { proposalId }) => {
      const view = shown({ ...asked, secrets }, proposalId)
      const expiresAt = (view.decidedAt ?? 0) + enrolmentMs
      return { proposal: view, enrolment: recovers ? untold(hall, { staffId, expiresAt }) : null }
    },
    finish: (reply) => {
      const { enrolment, ...rest } = reply as Static<typeof ApprovedReply>
      return { ...rest, enrolment: enrolment && told(secrets, enrolment) }
    },
  })
}

/** What let somebody in is gone; a code opens their account to them once more. */
function letInAnew(db: Db, secrets: Secrets, enrolment: Enrolment): void {
  prepared<[string]>(db, 'DELETE FROM staff_passwords WHERE staff_id = ?').run(enrolment.staffId)
  // The passkeys themselves went with their events.
  db.prepare('DELETE FROM passkey_secrets WHERE passkey_id NOT IN (SELECT id FROM passkeys)').run()
  keepCode(db, secrets, enrolment)
}

/** The proposal as it now stands. */
export function shown(onlooker: Onlooker, proposalId: string) {
  const proposal = findProposal(onlooker.hall, proposalId)
  if (!proposal) throw new Error(`Proposal ${proposalId} was made and is not there`)
  return proposalView(onlooker, proposal)
}
