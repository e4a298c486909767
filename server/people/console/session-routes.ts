import { accept, isRefused, refuse } from '#domain/decision.ts'
import { endConsole } from '#domain/people/console-acts.ts'
import type { Handlers } from '../../doors.ts'
import type { ConsoleDoors } from './doors.ts'
import { ownSession, record } from './doors.ts'
import { enter, selfOf } from './enter.ts'

type SessionRoute =
  'GET /api/v1/console/me' | 'POST /api/v1/console/sign-out' | 'POST /api/v1/sample/console'

/** Who is signed in, signing out, and the lent session of the sample hall. */
export function sessionHandlers(doors: ConsoleDoors): Pick<Handlers, SessionRoute> {
  return {
    'GET /api/v1/console/me': {
      read: (asked) => {
        const session = ownSession(asked)
        return isRefused(session) ? session : selfOf(asked.hall, session)
      },
    },
    'POST /api/v1/console/sign-out': {
      plain: async (asked) => {
        const session = ownSession(asked)
        if (isRefused(session)) return session
        const refused = await record(asked, (day) =>
          accept({}, ...endConsole(day, session.staffId, 'signed-out')),
        )
        if (refused) return refused
        asked.browser.drop('console')
        return {}
      },
    },
    'POST /api/v1/sample/console': {
      plain: async ({ local, browser, body: { staffId } }) => {
        // Lent to this machine alone, and never where people are served.
        const hall = local ? doors.sampleHall() : undefined
        if (!hall) return refuse('not-allowed')
        return enter(doors.halls, browser, { hall, staffId, method: 'sample' })
      },
    },
  }
}
