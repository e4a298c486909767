import { randomBytes } from 'node:crypto'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { holdersOf } from '#domain/people/role-acts.ts'
import { minute } from '#domain/time.ts'
import type { Browser } from '../cookies.ts'
import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'
import type { Secrets } from '../secrets.ts'
import { codeOf, keepCode } from './codes.ts'
import { tryCode } from './console/enrolments.ts'

/** Stands where the codes of people stand, under a name that no person can have. */
const nobodyYet = '*'
const firstCodeMs = 30 * minute

export type FirstCode = { code: string; expiresAt: number }

/** Whether a hall has nobody yet who could make anybody else. Recorded days need nobody. */
export function needsAdministrator({ day }: Hall): boolean {
  return day.setup.hall.purpose !== 'replay' && holdersOf(day, 'administrator').length === 0
}

/** A new code for the first administrator, for whoever reads the server's own console. */
export function drawFirstCode(hall: Hall, secrets: Secrets): FirstCode {
  const first = { code: codeOf(randomBytes(16)), expiresAt: hall.now() + firstCodeMs }
  keepCode(hall.db, secrets, { staffId: nobodyYet, expiresAt: first.expiresAt }, first.code)
  return first
}

/** Whether this is the first code, for one try of whoever sits at this browser. */
export function checkFirstCode(
  hall: Hall,
  secrets: Secrets,
  browser: Browser,
  code: string,
): Refused | null {
  const hash = tryCode(hall, secrets, browser, { owner: nobodyYet, code })
  return hash === null ? refuse('code-wrong') : null
}

/** The first code is used up. */
export function dropFirstCode(db: Db): void {
  prepared<[string]>(db, 'DELETE FROM enrolments WHERE staff_id = ?').run(nobodyYet)
}
