import Type from 'typebox'
import { ratingRuleKeys } from '#domain/hall/settings.ts'
import { roles } from '#domain/people/principal.ts'
import { proposalActs, proposalStates } from '#domain/people/proposal.ts'
import { firstWorks } from '#domain/people/roles.ts'
import { Bilingual, Id, Instant, IsoDate, oneOf, orNull, strict } from './shapes.ts'

/** Names in two languages; the English one may be left out and is the Chinese one then. */
const NewName = strict({
  zh: Type.String({ minLength: 1, maxLength: 40 }),
  en: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
})
const StaffNo = Type.String({ minLength: 1, maxLength: 20, pattern: '^[A-Za-z0-9-]+$' })
const Code = Type.String({
  minLength: 8,
  maxLength: 9,
  pattern: '^[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}$',
})
const Reason = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

/** Whose signature stands beside an act: a person of the hall, or the host's operator (no name). */
const SomebodyShape = strict({
  id: Type.String(),
  staffNo: orNull(Type.String()),
  name: orNull(Bilingual),
})

export const PersonShape = strict({
  id: Type.String(),
  staffNo: Type.String(),
  name: Bilingual,
  post: Bilingual,
  /** false: has left; nothing of theirs opens anything. */
  active: Type.Boolean(),
  roles: Type.Array(oneOf(roles)),
  passkeys: Type.Array(strict({ id: Type.String(), label: Type.String(), addedAt: Instant })),
  hasPassword: Type.Boolean(),
  hasPin: Type.Boolean(),
  /** Too many wrong PINs at some terminal: until then, or until somebody unlocks it. */
  pinLockedUntil: orNull(Instant),
  /** A one-time code is out that holds so long. */
  enrolmentUntil: orNull(Instant),
  /** The counter they are signed in at. */
  counterId: orNull(Type.String()),
  atConsole: Type.Boolean(),
})

export const PeopleList = strict({ people: Type.Array(PersonShape) })
export const PersonReply = strict({ person: PersonShape })

export const NewPersonBody = strict({
  staffNo: StaffNo,
  name: NewName,
  post: Type.Optional(NewName),
  /** Missing: counter staff. */
  works: Type.Optional(oneOf(firstWorks)),
})

export const PersonParams = strict({ staffId: Id })
export const RoleParams = strict({ staffId: Id, role: oneOf(roles) })
export const WithReason = strict({ reason: Reason })

/** The copy that is to be restored: its name, what is in it, and the highest numbers people saw. */
const restorePayload = {
  file: Type.Optional(Type.String()),
  events: Type.Optional(Type.Integer()),
  lastAt: Type.Optional(Instant),
  highest: Type.Optional(Type.Record(Type.String(), Type.Integer())),
}

export const ProposalShape = strict({
  id: Type.String(),
  act: oneOf(proposalActs),
  /** The person it is about; for a rule its key, for a copy its SHA-256. */
  subjectId: Type.String(),
  subject: orNull(SomebodyShape),
  /** What happens when it is approved: a role, a dated value, a rating that no longer counts, a restore. */
  payload: strict({
    role: Type.Optional(oneOf(roles)),
    key: Type.Optional(Type.String()),
    value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
    validFrom: Type.Optional(Type.String()),
    source: Type.Optional(Type.String()),
    /** The rating, by the name that tells nothing of its ticket. */
    ratingId: Type.Optional(Type.String()),
    businessDay: Type.Optional(Type.String()),
    ...restorePayload,
  }),
  reason: Type.String(),
  proposedBy: SomebodyShape,
  proposedAt: Instant,
  expiresAt: Instant,
  state: oneOf(proposalStates),
  decidedBy: orNull(SomebodyShape),
  decidedAt: orNull(Instant),
  decisionReason: orNull(Type.String()),
  /** Whether who asks may decide it now: not who proposed it, nor who it is about. */
  mayDecide: Type.Boolean(),
})

export const ProposalQuery = strict({
  /** Missing: those that wait for somebody. */
  state: Type.Optional(oneOf(proposalStates)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export const ProposalList = strict({ proposals: Type.Array(ProposalShape) })
export const ProposalReply = strict({ proposal: ProposalShape })
export const ProposalParams = strict({ proposalId: Id })

/** `proposal`: the role is given when a second person approves; null: it is given. */
export const GrantReply = strict({ person: PersonShape, proposal: orNull(ProposalShape) })

/** The code is told with this answer only; with it somebody sets up how they sign in. */
export const EnrolmentShape = strict({
  staffId: Type.String(),
  staffNo: Type.String(),
  /** Eight characters in two groups, `ABCD-EFGH`. */
  code: Type.String(),
  expiresAt: Instant,
})
export const EnrolmentReply = strict({ enrolment: EnrolmentShape })
/** `enrolment`: the new way in of somebody whose account was recovered, for them alone. */
export const ApprovedReply = strict({
  proposal: ProposalShape,
  enrolment: orNull(EnrolmentShape),
})

export const RuleParams = strict({ key: oneOf(ratingRuleKeys) })
export const RuleBody = strict({
  value: Type.Union([Type.Integer(), Type.String({ maxLength: 40 })]),
  /** First business day it holds. */
  validFrom: IsoDate,
  source: Type.String({ minLength: 1, maxLength: 200 }),
  reason: Reason,
})

export const FirstBody = strict({ code: Code, staffNo: StaffNo, name: NewName })
/** A hall without an administrator: the code with which the first one comes in. */
export const FirstCodeReply = strict({ code: Type.String(), expiresAt: Instant })
