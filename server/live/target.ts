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
  const { hall, id, kinds, counterId, ticketId, session, endedSessionId, until } = principal
  if (!hall) return null
  const scopes: Record<ViewName, string | null> = {
    kiosk: hall.id,
    wall: hall.id,
    counter: counterId,
    evaluator: counterId,
    ticket: ticketId,
    console: hall.id,
  }
  // A person at the console may be counter staff too, and has no counter there.
  const view = (Object.keys(viewActs) as ViewName[]).find(
    (name) => scopes[name] !== null && !isRefused(authorise(principal, viewActs[name])),
  )
  const scope = view && scopes[view]
  if (!view || !scope) return null
  const sessionId = session?.id ?? endedSessionId
  const consoleId = principal.console?.id ?? null
  return { hall, view, scope, credentialId: id, sessionId, consoleId, kinds, counterId, until }
}
