import type { Route } from '../route.ts'
import * as rules from '../rules.ts'

/** The rules of calling, a trial of one on past days, and what became of each call. */
export const callingRoutes = {
  'GET /api/v1/rules': {
    summary: 'Rules of calling: what is in force, what was, what begins when',
    act: 'rule.read',
    reply: rules.RuleList,
  },
  // It looks at past days and changes nothing, so it leaves no trace and needs no retry safety.
  'POST /api/v1/rules/trial': {
    summary: 'Live past days again by a rule, beside the one in force',
    act: 'rule.trial',
    body: rules.TrialBody,
    reply: rules.TrialReply,
    plain: true,
  },
  'GET /api/v1/calls': {
    summary: 'Calls of a business day with their reasons, newest first',
    act: 'line.read',
    query: rules.CallQuery,
    reply: rules.CallList,
  },
} as const satisfies Record<string, Route>
