import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import type { Browser } from '../../cookies.ts'
import type { Db } from '../../db/open.ts'
import type { Hall } from '../../hall/hall.ts'
import type { ConsoleDoors } from './doors.ts'
import { closeTotp, hashPassword, keepPassword, newTotp, openTotp, stepOf } from './recovery.ts'
import { isWeakPassword } from './weak-password.ts'

/** First codes of an app that may be mistyped before all is begun anew. */
const codesMax = 5

type At = { hall: Hall; browser: Browser }

/**
 * Begins a new password: nothing is set until the app has shown its first code, so that nobody is
 * left with one that cannot be used.
 */
export async function beginPassword(
  { halls, ceremonies }: ConsoleDoors,
  { hall, browser, body }: At & { body: { password: string } },
  { staffId, codeHash }: { staffId: string; codeHash: string | null },
): Promise<{ secret: string; uri: string } | Refused> {
  const staff = hall.day.setup.staff.get(staffId)
  if (!staff || isWeakPassword(body.password, staff)) return refuse('password-weak')
  const { secret, uri } = newTotp(hall, staffId)
  const kept = {
    hash: await hashPassword(body.password, halls.secrets),
    totp: closeTotp(halls.secrets, staffId, secret),
  }
  const about = { hallId: hall.id, staffId, codeHash }
  ceremonies.begin(browser, 'new-password', { ...about, ...kept, tries: 0 }, hall.now())
  return { secret, uri }
}

type Finished = { staffId: string; codeHash: string | null; keep: (db: Db) => void }

/** The first code of the app: what is to be kept with the events, if it is right. */
export function finishPassword(
  { halls, ceremonies }: ConsoleDoors,
  { hall, browser, body }: At & { body: { totp: string } },
): Finished | Refused {
  const now = hall.now()
  const begun = ceremonies.look(browser, 'new-password', now)
  if (!begun || begun.hallId !== hall.id) return refuse('code-wrong')
  begun.tries += 1
  const { staffId, codeHash, hash, totp } = begun
  const step = stepOf(openTotp(halls.secrets, staffId, totp), body.totp, now)
  if (step === null) {
    if (begun.tries >= codesMax) ceremonies.take(browser, 'new-password', now)
    return refuse('code-wrong')
  }
  ceremonies.take(browser, 'new-password', now)
  return { staffId, codeHash, keep: (db) => keepPassword(db, staffId, { hash, totp, step }) }
}
