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

/**
 * A sign-in that came to nothing: recorded, and answered the same whatever the cause. `who`: the
 * person it was for, by what is known of them.
 */
export function failed(
  hall: Hall,
  who: string,
  because: 'sign-in-failed' | 'code-wrong' = 'sign-in-failed',
): Refused {
  noteDenied(hall, { act: 'console.enter', because, kind: 'anyone', id: who })
  return refuse(because)
}

/**
 * The account that was meant, as the record names it. One that does not exist has a name as well,
 * and not the one that was typed, which may be somebody's secret in the wrong field; so both leave
 * the same traces.
 */
export function accountNamed(
  { halls }: Services,
  hall: Hall,
  staffNo: string,
): { staffId: string | null; who: string } {
  for (const staff of hall.day.setup.staff.values())
    if (staff.staffNo === staffNo && staff.active) return { staffId: staff.id, who: staff.id }
  return { staffId: null, who: `unknown-${halls.secrets.of('person', staffNo).slice(0, 8)}` }
}

/** Records what the person at a console did with their own account; a refusal is given back. */
export async function record(
  { hall, principal }: Pick<Asked<ConsoleRoute>, 'hall' | 'principal'>,
  decide: (day: HallDay) => Decision,
  beside?: (db: Db) => void,
): Promise<Refused | null> {
  const outcome = await hall.change.submit({
    actor: actorOf(principal),
    sessionId: principal.console?.id ?? null,
    attempt: null,
    decide,
    reply: () => ({}),
    ...(beside ? { beside } : {}),
  })
  return outcome.ok ? null : outcome.refusal
}
