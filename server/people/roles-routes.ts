import type { RouteKey } from '#contract/routes.ts'
import { isRefused } from '#domain/decision.ts'
import type { Decision } from '#domain/decision.ts'
import { authorise } from '#domain/people/authorise.ts'
import { propose } from '#domain/people/proposals.ts'
import { grantRole, revokeRole } from '#domain/people/role-acts.ts'
import { fourEyesRoles } from '#domain/people/roles.ts'
import type { Services } from '../app.ts'
import { decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import { newId } from '../new-id.ts'
import { personView } from './person-view.ts'
import { shown } from './proposals-routes.ts'

type RoleRoute = `POST /api/v1/people/:staffId/roles/:role/${'grant' | 'revoke'}` & RouteKey

/** Who is what in the hall. */
export function roleHandlers(services: Services): Pick<Handlers, RoleRoute> {
  return {
    'POST /api/v1/people/:staffId/roles/:role/grant': {
      command: (asked) => grant(services, asked),
    },
    'POST /api/v1/people/:staffId/roles/:role/revoke': {
      command: ({ hall, params, body }) =>
        decided({
          decide: (day, moment) => revokeRole(day, { ...params, ...body }, moment),
          reply: () => ({ person: personView(hall, params.staffId) }),
        }),
    },
  }
}

/**
 * Counter staff and guides are made at once by whoever makes accounts. Every other role is another
 * act, with people of its own, and is proposed only.
 */
function grant(
  { halls: { secrets } }: Services,
  { hall, principal, params, body }: Asked<RoleRoute>,
) {
  const { staffId, role } = params
  const twoPeople = fourEyesRoles.includes(role)
  const allowed = twoPeople ? authorise(principal, 'role.grant') : null
  if (allowed && isRefused(allowed)) return allowed
  const proposalId = `proposal-${newId()}`
  const wanted = { proposalId, act: 'role.grant', subjectId: staffId, payload: { role } } as const
  return decided({
    decide: (day, moment): Decision =>
      twoPeople
        ? propose(day, { ...wanted, ...body }, moment)
        : grantRole(day, { staffId, role, ...body }),
    reply: () => ({
      person: personView(hall, staffId),
      proposal: twoPeople ? shown({ hall, secrets, principal }, proposalId) : null,
    }),
  })
}
