import { viewActs } from '#contract/live.ts'
import type { ViewName } from '#contract/live.ts'
import { isRefused } from '#domain/decision.ts'
import { authorise } from '#domain/people/authorise.ts'
import type { Principal } from '../people/credential.ts'
import type { Target } from './hub.ts'

/**
 * The one view a credential watches, and of what: decided here from the credential, never from
 * anything a client names (A3). Null: this principal watches nothing.
 */
export function targetOf(principal: Principal): Target | null {
  const { hall, id, counterId, ticketId, session, endedSessionId } = principal
  const view = (Object.keys(viewActs) as ViewName[]).find(
    (name) => !isRefused(authorise(principal, viewActs[name])),
  )
  if (!hall || !view) return null
  const scopes = {
    kiosk: hall.id,
    wall: hall.id,
    counter: counterId,
    evaluator: counterId,
    ticket: ticketId,
  }
  const scope = scopes[view]
  const sessionId = session?.id ?? endedSessionId
  return scope === null ? null : { hall, view, scope, credentialId: id, sessionId }
}
