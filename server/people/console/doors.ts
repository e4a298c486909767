import type { RouteKey } from '#contract/routes.ts'
import { refuse } from '#domain/decision.ts'
import type { Decision, Refused } from '#domain/decision.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { ConsoleSession } from '#domain/people/console.ts'
import type { Services } from '../../app.ts'
import type { Browser } from '../../cookies.ts'
import type { Db } from '../../db/open.ts'
import { actorOf } from '../../doors.ts'
import type { Asked } from '../../doors.ts'
import type { Hall } from '../../hall/hall.ts'
import { noteDenied } from '../denials.ts'
import type { Ceremonies } from './ceremonies.ts'
import { placeOf } from './place.ts'
import type { Place } from './place.ts'

export type ConsoleRoute =
  | Exclude<
      Extract<RouteKey, `${string} /api/v1/console/${string}`>,
      `${string} /api/v1/console/first${string}`
    >
  | 'POST /api/v1/sample/console'

/** What the doors of the console share. */
export type ConsoleDoors = Services & { ceremonies: Ceremonies }

/** Nobody signs in where others on the way could read along. */
export function privately({ browser }: { browser: Browser }): Refused | null {
  return browser.private ? null : refuse('https-required')
}

/** Where this browser keeps its passkeys, if it may be talked to at all. */
export function passkeyPlace(
  { publicUrl }: Services,
  { browser }: { browser: Browser },
): Place | Refused {
  return privately({ browser }) ?? placeOf(browser.page, publicUrl())
}

/** The session of who asks; a program's key has none, whatever role it counts as. */
export function ownSession({
  principal,
}: Pick<Asked<ConsoleRoute>, 'principal'>): ConsoleSession | Refused {
  return principal.console ?? refuse('not-allowed')
}

/** A sign-in that came to nothing: recorded, and answered the same whatever the cause. */
export function failed(hall: Hall, staffId: string | null): Refused {
  noteDenied(hall, {
    ...{ act: 'console.enter', because: 'sign-in-failed', kind: 'anyone', id: staffId ?? '' },
  })
  return refuse('sign-in-failed')
}

/** Records what the person at a console did with their own account; a refusal is given back. */
export async function record(
  { hall, principal }: Pick<Asked<ConsoleRoute>, 'hall' | 'principal'>,
  decide: (day: HallDay) => Decision,
  beside?: (db: Db) => void,
): Promise<Refused | null> {
  const outcome = await hall.change.submit({
    actor: actorOf(principal),
    sessionId: null,
    attempt: null,
    decide,
    reply: () => ({}),
    ...(beside ? { beside } : {}),
  })
  return outcome.ok ? null : outcome.refusal
}
