import * as people from '../people-admin.ts'
import type { Route } from '../route.ts'

const person = { params: people.PersonParams, reply: people.PersonReply } as const
const withReason = { ...person, body: people.WithReason, reasonInShape: true } as const
const role = { params: people.RoleParams, body: people.WithReason, reasonInShape: true } as const
const decision = {
  act: 'proposal.decide',
  params: people.ProposalParams,
  body: people.WithReason,
  reasonInShape: true,
} as const

/** Accounts and roles, and what takes two people. */
export const peopleRoutes = {
  'GET /api/v1/people': {
    summary: 'People of the hall: what they may do, how they prove who they are, where they are',
    act: 'people.list',
    reply: people.PeopleList,
  },
  'POST /api/v1/people': {
    summary: 'Make an account of counter staff or a guide, or one that two people will fill',
    act: 'people.create',
    body: people.NewPersonBody,
    reply: people.PersonReply,
    status: 201,
  },
  'POST /api/v1/people/:staffId/roles/:role/grant': {
    ...role,
    act: 'people.create',
    summary: 'Give counter staff or guide at once; propose every other role',
    reply: people.GrantReply,
  },
  'POST /api/v1/people/:staffId/roles/:role/revoke': {
    ...role,
    act: 'role.revoke',
    summary: 'Take a role; what is open with it ends at once',
    reply: people.PersonReply,
  },
  'POST /api/v1/people/:staffId/enrolment': {
    ...person,
    act: 'people.enrol',
    summary: 'A one-time code for somebody who has no way to sign in yet',
    reply: people.EnrolmentReply,
  },
  'POST /api/v1/people/:staffId/recover': {
    ...withReason,
    act: 'people.recover',
    summary: 'Propose a new way in for somebody who lost theirs',
    reply: people.ProposalReply,
    status: 201,
  },
  'POST /api/v1/people/:staffId/sign-out': {
    ...withReason,
    act: 'people.sign-out',
    summary: 'End what somebody has open, at a counter and at the console',
  },
  'POST /api/v1/people/:staffId/unlock': {
    ...withReason,
    act: 'pin.unlock',
    summary: 'Forget the wrong PINs of somebody who is locked out',
  },
  'POST /api/v1/settings/:key/proposal': {
    summary: 'Propose a value of a rule of rating; a reviewer decides',
    act: 'rating-rule.propose',
    params: people.RuleParams,
    body: people.RuleBody,
    reasonInShape: true,
    reply: people.ProposalReply,
    status: 201,
  },
  'GET /api/v1/proposals': {
    summary: 'What waits for a second person, or was decided; newest first',
    act: 'proposal.read',
    query: people.ProposalQuery,
    reply: people.ProposalList,
  },
  'POST /api/v1/proposals/:proposalId/approve': {
    ...decision,
    summary: 'Agree, with a reason; it happens in the same act',
    reply: people.ApprovedReply,
  },
  'POST /api/v1/proposals/:proposalId/reject': {
    ...decision,
    summary: 'Turn it down, with a reason',
    reply: people.ProposalReply,
  },
  'POST /api/v1/console/first': {
    summary: 'Become the first administrator with the code from the server’s console',
    act: 'console.enter',
    body: people.FirstBody,
    reply: people.EnrolmentReply,
    status: 201,
    plain: true,
  },
  'POST /api/v1/console/first/code': {
    summary: 'A new code for the first administrator of a hall that has none',
    act: 'people.first-code',
    reply: people.FirstCodeReply,
    plain: true,
  },
} as const satisfies Record<string, Route>
