import type { RefusalCode } from '../refusal.ts'
import type { ConsoleEnd, ConsoleMethod } from './console.ts'
import type { ActId } from './matrix.ts'
import type { PrincipalKind, Role } from './principal.ts'
import type { ProposalAct, ProposalPayload } from './proposal.ts'

/** Why a sign-in ended. */
export const sessionEnds = ['signed-out', 'replaced', 'idle', 'shift-over', 'forced'] as const
export type SessionEnd = (typeof sessionEnds)[number]

/**
 * What people do with their accounts and sign-ins. PINs, passwords, keys and their hashes are never
 * part of an event.
 */
export type PeopleEventData = {
  'staff.signed_in': {
    sessionId: string
    staffId: string
    counterId: string
    deviceId: string
    endsAt: number
  }
  'staff.signed_out': { sessionId: string; because: SessionEnd }
  'staff.pin_set': { staffId: string }
  /** Wrong PINs were forgotten, so that a person who was locked out may try again. */
  'staff.unlocked': { staffId: string }
  /** `because`: the approved proposal, or how else it came about (`setup`, `sample`). */
  'role.granted': { staffId: string; role: Role; because: string }
  'role.revoked': { staffId: string; role: Role; reason: string }
  'enrolment.issued': { staffId: string; expiresAt: number }
  'passkey.added': { passkeyId: string; staffId: string; label: string }
  'passkey.removed': { passkeyId: string; staffId: string; reason: string }
  'password.set': { staffId: string }
  /** Whatever let somebody in, passkeys and password, counts no longer. */
  'account.recovered': { staffId: string; proposalId: string }
  'console.signed_in': {
    sessionId: string
    staffId: string
    method: ConsoleMethod
    endsAt: number
  }
  'console.stepped_up': { sessionId: string; method: ConsoleMethod }
  'console.signed_out': { sessionId: string; because: ConsoleEnd }
  'proposal.made': {
    proposalId: string
    act: ProposalAct
    subjectId: string
    payload: ProposalPayload
    reason: string
    expiresAt: number
  }
  'proposal.approved': { proposalId: string; reason: string }
  'proposal.rejected': { proposalId: string; reason: string }
  'proposal.expired': { proposalId: string }
  /** Somebody was turned away. Repetitions within a minute are one event, with their count. */
  'access.denied': {
    act: ActId | 'unknown'
    because: RefusalCode
    kind: PrincipalKind
    id: string
    times: number
  }
  'export.made': { what: string; rows: number }
  /** An auditor wrote a finding beside an entry; the words are the reason of the act. */
  'audit.noted': { about: number }
  /** Words and personal data that were deleted on schedule (P3); the chain keeps their hashes. */
  'retention.ran': { category: string; deleted: number; before: number }
}
