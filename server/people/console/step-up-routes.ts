import { isRefused, refuse } from '#domain/decision.ts'
import { stepUp } from '#domain/people/console-acts.ts'
import { stepUpMs } from '#domain/people/console.ts'
import type { ConsoleMethod, ConsoleSession } from '#domain/people/console.ts'
import type { Db } from '../../db/open.ts'
import type { Asked, Handlers } from '../../doors.ts'
import type { ConsoleDoors, ConsoleRoute } from './doors.ts'
import { failed, ownSession, passkeyPlace, privately, record } from './doors.ts'
import { askForProof, checkProof, keepCount } from './passkeys.ts'
import { checkPassword } from './recovery.ts'
import { giveTryBack, takeTry } from './tries.ts'

type StepUpRoute = Extract<ConsoleRoute, `${string}/console/step-up/${string}`>

/** Proving once more that it is them: what the matrix marks `u` is done within five minutes of it. */
export function stepUpHandlers(doors: ConsoleDoors): Pick<Handlers, StepUpRoute> {
  return {
    'POST /api/v1/console/step-up/options': {
      plain: async (asked) => {
        const { hall, browser } = asked
        const session = ownSession(asked)
        if (isRefused(session)) return session
        const place = passkeyPlace(doors, asked)
        if (isRefused(place)) return place
        const options = await askForProof(place, { hall, staffId: session.staffId })
        const { challenge } = options
        const begun = { challenge, place, sessionId: session.id }
        doors.ceremonies.begin(browser, 'step-up', begun, hall.now())
        return { options }
      },
    },
    'POST /api/v1/console/step-up/verify': { plain: (asked) => byPasskey(doors, asked) },
    'POST /api/v1/console/step-up/password': { plain: (asked) => byPassword(doors, asked) },
    'POST /api/v1/console/step-up/sample': {
      plain: async (asked) => {
        const session = ownSession(asked)
        if (isRefused(session)) return session
        const lent = session.method === 'sample' && asked.hall === doors.sampleHall()
        return lent && asked.local ? raise(asked, session, 'sample') : refuse('not-allowed')
      },
    },
  }
}

async function byPasskey(
  { halls, ceremonies }: ConsoleDoors,
  asked: Asked<'POST /api/v1/console/step-up/verify'>,
) {
  const { hall, browser, body } = asked
  const session = ownSession(asked)
  if (isRefused(session)) return session
  const begun = ceremonies.take(browser, 'step-up', hall.now())
  const proven =
    begun?.sessionId === session.id ? await checkProof(halls, body.response, begun) : null
  const own = proven?.hall === hall && proven.passkey.staffId === session.staffId
  if (!own) return failed(hall, session.staffId)
  return raise(asked, session, 'passkey', (db) => keepCount(db, proven))
}

async function byPassword(
  { halls }: ConsoleDoors,
  asked: Asked<'POST /api/v1/console/step-up/password'>,
) {
  const { hall, browser, body } = asked
  const session = ownSession(asked)
  if (isRefused(session)) return session
  const { staffId } = session
  const account = `password ${hall.day.setup.staff.get(staffId)?.staffNo ?? ''}`
  const stopped = privately(asked) ?? takeTry(hall, browser, account)
  if (stopped) return stopped
  if (!(await checkPassword(hall, staffId, body, halls.secrets))) return failed(hall, staffId)
  giveTryBack(hall, browser, account)
  return raise(asked, session, 'password')
}

async function raise(
  asked: Pick<Asked<ConsoleRoute>, 'hall' | 'principal'>,
  session: ConsoleSession,
  method: ConsoleMethod,
  beside?: (db: Db) => void,
) {
  const refused = await record(
    asked,
    (day) => stepUp(day, { sessionId: session.id, method }),
    beside,
  )
  return refused ?? { method, steppedUpUntil: session.steppedUpAt + stepUpMs }
}
