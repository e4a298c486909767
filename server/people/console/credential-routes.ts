import { accept, isRefused, refuse } from '#domain/decision.ts'
import type { Decision } from '#domain/decision.ts'
import { event } from '#domain/events.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Asked, Handlers } from '../../doors.ts'
import { newId } from '../../new-id.ts'
import type { ConsoleDoors, ConsoleRoute } from './doors.ts'
import { failed, ownSession, passkeyPlace, privately, record } from './doors.ts'
import { selfAt } from './enter.ts'
import { beginPassword, finishPassword } from './new-password.ts'
import { askForNew, checkNew, dropPasskey, keepPasskey } from './passkeys.ts'
import { hasPassword } from './recovery.ts'

type CredentialRoute = Extract<
  ConsoleRoute,
  `${string}/console/passkeys/${string}` | `${string}/console/password${string}`
>

/** What somebody who is signed in and has stepped up changes of how they sign in. */
export function credentialHandlers(doors: ConsoleDoors): Pick<Handlers, CredentialRoute> {
  return {
    'POST /api/v1/console/passkeys/options': {
      plain: async (asked) => {
        const { hall, browser } = asked
        const session = ownSession(asked)
        if (isRefused(session)) return session
        const place = passkeyPlace(doors, asked)
        if (isRefused(place)) return place
        const { staffId } = session
        const options = await askForNew(doors.halls, hall, staffId, place)
        const { challenge } = options
        const begun = { hallId: hall.id, staffId, codeHash: null, challenge, place }
        doors.ceremonies.begin(browser, 'new-passkey', begun, hall.now())
        return { options }
      },
    },
    'POST /api/v1/console/passkeys/verify': { plain: (asked) => addPasskey(doors, asked) },
    'POST /api/v1/console/passkeys/:passkeyId/remove': { plain: removePasskey },
    'POST /api/v1/console/password': {
      plain: async (asked) => {
        const session = privately(asked) ?? ownSession(asked)
        if (isRefused(session)) return session
        return beginPassword(doors, asked, { staffId: session.staffId, codeHash: null })
      },
    },
    'POST /api/v1/console/password/confirm': { plain: (asked) => setPassword(doors, asked) },
  }
}

async function addPasskey(
  { ceremonies }: ConsoleDoors,
  asked: Asked<'POST /api/v1/console/passkeys/verify'>,
) {
  const { hall, browser, body } = asked
  const session = ownSession(asked)
  if (isRefused(session)) return session
  const { staffId } = session
  const begun = ceremonies.take(browser, 'new-passkey', hall.now())
  const own = begun?.staffId === staffId && begun.hallId === hall.id
  const kept = own ? await checkNew(body.response, begun) : null
  if (!kept) return failed(hall, staffId)
  const passkeyId = `passkey-${newId()}`
  const refused = await record(
    asked,
    () => accept({}, event('passkey.added', { passkeyId, staffId, label: body.label })),
    (db) => keepPasskey(db, passkeyId, kept),
  )
  return refused ?? selfAt(hall, staffId)
}

async function removePasskey(asked: Asked<'POST /api/v1/console/passkeys/:passkeyId/remove'>) {
  const { hall, params } = asked
  const session = ownSession(asked)
  if (isRefused(session)) return session
  const { staffId } = session
  const mayGo = hasPassword(hall, staffId)
  const refused = await record(
    asked,
    (day) => removeOwn(day, { ...params, staffId, mayGo }),
    (db) => dropPasskey(db, params.passkeyId),
  )
  return refused ?? selfAt(hall, staffId)
}

/** `mayGo`: something else is left to sign in with, even if this one is the last passkey. */
function removeOwn(
  day: HallDay,
  { passkeyId, staffId, mayGo }: { passkeyId: string; staffId: string; mayGo: boolean },
): Decision {
  const own = [...day.passkeys.values()].filter((passkey) => passkey.staffId === staffId)
  if (!own.some(({ id }) => id === passkeyId)) return refuse('not-found')
  if (own.length === 1 && !mayGo) return refuse('passkey-last')
  return accept({}, event('passkey.removed', { passkeyId, staffId, reason: 'own' }))
}

async function setPassword(
  doors: ConsoleDoors,
  asked: Asked<'POST /api/v1/console/password/confirm'>,
) {
  const { hall } = asked
  const session = ownSession(asked)
  if (isRefused(session)) return session
  const done = finishPassword(doors, asked)
  if (isRefused(done)) return done
  const { staffId, keep } = done
  if (staffId !== session.staffId) return failed(hall, session.staffId)
  const set = () => accept({}, event('password.set', { staffId }))
  return (await record(asked, set, keep)) ?? selfAt(hall, staffId)
}
