import { isRefused, refuse } from '#domain/decision.ts'
import { consoleRolesOf } from '#domain/people/console-acts.ts'
import { event } from '#domain/events.ts'
import type { Asked, Handlers } from '../../doors.ts'
import { newId } from '../../new-id.ts'
import type { ConsoleDoors, ConsoleRoute } from './doors.ts'
import { accountNamed, failed, passkeyPlace, privately } from './doors.ts'
import { enter } from './enter.ts'
import { checkCode, useCode } from './enrolments.ts'
import { finishPassword, beginPassword } from './new-password.ts'
import { askForNew, askForProof, checkNew, checkProof, keepCount, keepPasskey } from './passkeys.ts'
import { checkPassword } from './recovery.ts'
import { giveTryBack, takeTry } from './tries.ts'

type SignInRoute = Extract<
  ConsoleRoute,
  `${string}/console/enrol/${string}` | `${string}/sign-in/${string}`
>

/** Coming in: for the first time with a one-time code, then with a passkey, or with the recovery. */
export function signInHandlers(doors: ConsoleDoors): Pick<Handlers, SignInRoute> {
  return {
    'POST /api/v1/console/enrol/options': { plain: (asked) => beginEnrolment(doors, asked) },
    'POST /api/v1/console/enrol/verify': { plain: (asked) => enrol(doors, asked) },
    'POST /api/v1/console/enrol/password': {
      plain: async (asked) => {
        const opened = openedByCode(doors, asked)
        return isRefused(opened) ? opened : beginPassword(doors, asked, opened)
      },
    },
    'POST /api/v1/console/enrol/confirm': { plain: (asked) => enrolByPassword(doors, asked) },
    'POST /api/v1/console/sign-in/options': {
      plain: async (asked) => {
        const place = passkeyPlace(doors, asked)
        if (isRefused(place)) return place
        const options = await askForProof(place)
        const { challenge } = options
        doors.ceremonies.begin(asked.browser, 'sign-in', { challenge, place }, asked.hall.now())
        return { options }
      },
    },
    'POST /api/v1/console/sign-in/verify': { plain: (asked) => signIn(doors, asked) },
    'POST /api/v1/console/sign-in/password': { plain: (asked) => signInByPassword(doors, asked) },
  }
}

/** Whose account the code of a body opens, for somebody who is anything at the console. */
function openedByCode(
  doors: ConsoleDoors,
  {
    hall,
    browser,
    body,
  }: Asked<'POST /api/v1/console/enrol/options' | 'POST /api/v1/console/enrol/password'>,
) {
  const { staffId, who } = accountNamed(doors, hall, body.staffNo)
  const given = { ...body, staffId }
  const opened = privately({ browser }) ?? checkCode(hall, doors.halls.secrets, browser, given)
  if (isRefused(opened))
    return opened.refused === 'code-wrong' ? failed(hall, who, 'code-wrong') : opened
  return consoleRolesOf(hall.day, opened.staffId).length > 0 ? opened : refuse('not-allowed')
}

async function beginEnrolment(
  doors: ConsoleDoors,
  asked: Asked<'POST /api/v1/console/enrol/options'>,
) {
  const { hall, browser } = asked
  const place = passkeyPlace(doors, asked)
  if (isRefused(place)) return place
  const opened = openedByCode(doors, asked)
  if (isRefused(opened)) return opened
  const options = await askForNew(doors.halls, hall, opened.staffId, place)
  const { challenge } = options
  doors.ceremonies.begin(
    browser,
    'new-passkey',
    { ...opened, hallId: hall.id, challenge, place },
    hall.now(),
  )
  return { options }
}

async function enrol(
  { halls, ceremonies }: ConsoleDoors,
  { hall, browser, body }: Asked<'POST /api/v1/console/enrol/verify'>,
) {
  const begun = ceremonies.take(browser, 'new-passkey', hall.now())
  if (!begun || begun.codeHash === null || begun.hallId !== hall.id) return failed(hall, '')
  const { staffId } = begun
  const kept = await checkNew(body.response, begun)
  if (!kept) return failed(hall, staffId)
  if (!useCode(hall, staffId, begun.codeHash)) return refuse('code-wrong')
  const passkeyId = `passkey-${newId()}`
  return enter(halls, browser, {
    ...{ hall, staffId, method: 'passkey' },
    first: () => [event('passkey.added', { passkeyId, staffId, label: body.label })],
    beside: (db) => keepPasskey(db, passkeyId, kept),
  })
}

async function enrolByPassword(
  doors: ConsoleDoors,
  asked: Asked<'POST /api/v1/console/enrol/confirm'>,
) {
  const { hall, browser } = asked
  const done = finishPassword(doors, asked)
  if (isRefused(done)) return done
  const { staffId, codeHash, keep } = done
  if (codeHash === null) return failed(hall, staffId)
  if (!useCode(hall, staffId, codeHash)) return refuse('code-wrong')
  return enter(doors.halls, browser, {
    ...{ hall, staffId, method: 'password' },
    first: () => [event('password.set', { staffId })],
    beside: keep,
  })
}

async function signIn(
  { halls, ceremonies }: ConsoleDoors,
  { hall, browser, body }: Asked<'POST /api/v1/console/sign-in/verify'>,
) {
  const begun = ceremonies.take(browser, 'sign-in', hall.now())
  const proven = begun && (await checkProof(halls, body.response, begun))
  if (!proven) return failed(hall, '')
  const { staffId } = proven.passkey
  return enter(halls, browser, {
    ...{ hall: proven.hall, staffId, method: 'passkey' },
    beside: (db) => keepCount(db, proven),
  })
}

async function signInByPassword(
  doors: ConsoleDoors,
  { hall, browser, body }: Asked<'POST /api/v1/console/sign-in/password'>,
) {
  const account = `password ${body.staffNo}`
  const stopped = privately({ browser }) ?? takeTry(hall, browser, account)
  if (stopped) return stopped
  const { staffId, who } = accountNamed(doors, hall, body.staffNo)
  const { halls } = doors
  const right = await checkPassword(hall, staffId, body, halls.secrets)
  if (staffId === null || !right) return failed(hall, who)
  giveTryBack(hall, browser, account)
  return enter(halls, browser, { hall, staffId, method: 'password' })
}
