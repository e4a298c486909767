import type { Effects } from '../hall/evolve.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Touched } from '../hall/touched.ts'
import type { PeopleEventData } from './events.ts'
import { firstRoles } from './roles.ts'
import type { ProposalState } from './proposal.ts'
import type { Role } from './principal.ts'

type AccountEvents = Omit<PeopleEventData, `staff.${string}`>

/** What events do to roles, console sessions and proposals. */
export const accountEffects: Effects<AccountEvents> = {
  'role.granted': (day, { staffId, role }, { at }, touched) => {
    setRoles(day, staffId, new Set([...rolesOf(day, staffId), role]))
    touched.roles.set(`${staffId} ${role}`, { staffId, role, held: true, at })
  },
  'role.revoked': (day, { staffId, role }, { at }, touched) => {
    const left = new Set(rolesOf(day, staffId))
    left.delete(role)
    setRoles(day, staffId, left)
    touched.roles.set(`${staffId} ${role}`, { staffId, role, held: false, at })
  },
  'enrolment.issued': () => {},
  'passkey.added': (day, { passkeyId, staffId, label }, { at }, touched) => {
    const passkey = { id: passkeyId, staffId, label, addedAt: at }
    day.passkeys.set(passkeyId, passkey)
    touched.passkeysAdded.add(passkey)
  },
  'passkey.removed': (day, { passkeyId }, _meta, touched) => {
    day.passkeys.delete(passkeyId)
    touched.passkeysRemoved.add(passkeyId)
  },
  'password.set': () => {},
  // Each passkey goes with an event of its own; the password stands beside the record.
  'account.recovered': () => {},
  'console.signed_in': (day, { sessionId, staffId, method, endsAt }, { at }, touched) => {
    const session = { id: sessionId, staffId, method, startedAt: at, endsAt, steppedUpAt: at }
    day.consoleSessions.set(sessionId, session)
    touched.consoleSessions.set(session, null)
  },
  'console.stepped_up': (day, { sessionId }, { at }, touched) => {
    const session = day.consoleSessions.get(sessionId)
    if (!session) return
    session.steppedUpAt = at
    touched.consoleSessions.set(session, null)
  },
  'console.signed_out': (day, { sessionId, because }, { at }, touched) => {
    const session = day.consoleSessions.get(sessionId)
    if (!session) return
    day.consoleSessions.delete(sessionId)
    touched.consoleSessions.set(session, { endedAt: at, because })
  },
  'proposal.made': (day, { proposalId, ...made }, { at, actor }, touched) => {
    const proposal = {
      id: proposalId,
      ...made,
      proposedBy: actor.id,
      proposedAt: at,
      state: 'open' as const,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
    }
    day.proposals.set(proposalId, proposal)
    touched.proposals.add(proposal)
  },
  'proposal.approved': (day, { proposalId, reason }, { at, actor }, touched) =>
    decide(day, touched, proposalId, 'approved', { by: actor.id, at, reason }),
  'proposal.rejected': (day, { proposalId, reason }, { at, actor }, touched) =>
    decide(day, touched, proposalId, 'rejected', { by: actor.id, at, reason }),
  'proposal.expired': (day, { proposalId }, { at, actor }, touched) =>
    decide(day, touched, proposalId, 'expired', { by: actor.id, at, reason: '' }),
  'access.denied': () => {},
  'export.made': () => {},
  'audit.noted': () => {},
  'retention.ran': () => {},
}

/** What a person is in this hall. Nothing was ever said of a new account: it works at counters. */
export function rolesOf(day: HallDay, staffId: string): ReadonlySet<Role> {
  return day.roles.get(staffId) ?? firstRoles
}

function setRoles(day: HallDay, staffId: string, held: Set<Role>): void {
  day.roles.set(staffId, held)
}

function decide(
  day: HallDay,
  touched: Touched,
  proposalId: string,
  state: ProposalState,
  { by, at, reason }: { by: string; at: number; reason: string },
): void {
  const proposal = day.proposals.get(proposalId)
  if (!proposal) return
  const decided = { state, decidedBy: by, decidedAt: at, decisionReason: reason }
  Object.assign(proposal, decided)
  // Only open ones are kept in memory; the table keeps them all.
  day.proposals.delete(proposalId)
  touched.proposals.add(proposal)
}
