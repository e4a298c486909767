import type { Static } from 'typebox'
import type { ConsoleReply } from '#contract/console.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import type { Decision, Refused } from '#domain/decision.ts'
import type { HallEvent } from '#domain/events.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { setting } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import {
  consoleRolesOf,
  consoleSessionOf,
  signInAtConsole,
  termsFor,
} from '#domain/people/console-acts.ts'
import { stepUpMs } from '#domain/people/console.ts'
import type { ConsoleMethod, ConsoleSession } from '#domain/people/console.ts'
import { actIds } from '#domain/people/matrix.ts'
import { second } from '#domain/time.ts'
import type { Browser } from '../../cookies.ts'
import type { Db } from '../../db/open.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Halls } from '../../hall/halls.ts'
import { newId } from '../../new-id.ts'
import { consoleToken } from './find.ts'
import { passkeysOf } from './passkeys.ts'
import { hasPassword } from './recovery.ts'

export type Self = Static<typeof ConsoleReply>

/** Somebody who has proven who they are, and what else is recorded with their coming in. */
export type Entering = {
  hall: Hall
  staffId: string
  method: ConsoleMethod
  first?: (day: HallDay) => HallEvent[]
  beside?: (db: Db) => void
}

/** Signs a person in, once what they showed has been checked, and leaves the cookie with them. */
export async function enter(
  halls: Halls,
  browser: Browser,
  { hall, staffId, method, first, beside }: Entering,
): Promise<Self | Refused> {
  const [kind] = consoleRolesOf(hall.day, staffId)
  if (!kind) return refuse('not-allowed')
  const sessionId = `console-${newId()}`
  const outcome = await hall.change.submit({
    actor: { kind, id: staffId, deviceId: null },
    sessionId: null,
    attempt: null,
    decide: (day: HallDay, moment: Moment): Decision => {
      const signedIn = signInAtConsole(day, { sessionId, staffId, method }, moment)
      if (isRefused(signedIn) || !first) return signedIn
      return { ...signedIn, events: [...first(day), ...signedIn.events] }
    },
    reply: () => ({}),
    ...(beside ? { beside } : {}),
  })
  if (!outcome.ok) return outcome.refusal
  const session = hall.day.consoleSessions.get(sessionId)
  // Somebody signed in a second time in the same moment.
  if (!session) return refuse('session-replaced')
  const maxAgeS = Math.floor((session.endsAt - hall.now()) / second)
  browser.keep('console', consoleToken(halls, sessionId), maxAgeS)
  return selfOf(hall, session)
}

/** The person at a console, with all that they may do there. */
export function selfOf(hall: Hall, session: ConsoleSession): Self {
  const { staffId, method, endsAt } = session
  const staff = hall.day.setup.staff.get(staffId)
  const held = consoleRolesOf(hall.day, staffId)
  const until = session.steppedUpAt + stepUpMs
  return {
    ...{ hallId: hall.id, staffId, staffNo: staff?.staffNo ?? '', method, endsAt },
    name: staff?.name ?? { zh: staffId, en: staffId },
    roles: held,
    steppedUpUntil: until > hall.now() ? until : null,
    idleMinutes: setting(hall.day, 'consoleIdleMinutes'),
    passkeys: passkeysOf(hall, staffId).map(({ id, label, addedAt }) => ({ id, label, addedAt })),
    hasPassword: hasPassword(hall, staffId),
    may: actIds.flatMap((act) => {
      const terms = termsFor(held, act)
      return terms ? [{ act, ...terms }] : []
    }),
  }
}

/** The same of whoever has the one session of a person. */
export function selfAt(hall: Hall, staffId: string): Self | Refused {
  const session = consoleSessionOf(hall.day, staffId)
  return session ? selfOf(hall, session) : refuse('session-ended')
}
