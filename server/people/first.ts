import { randomBytes } from 'node:crypto'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { holdersOf } from '#domain/people/role-acts.ts'
import { minute } from '#domain/time.ts'
import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'
import type { Secrets } from '../secrets.ts'
import { codeOf, keepCode } from './codes.ts'
import { codeHash, enrolmentTriesMax } from './console/enrolments.ts'

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

/** Whether this is the first code. A try counts before it is judged; the fifth wrong one ends the code. */
export function checkFirstCode(hall: Hall, secrets: Secrets, code: string): Refused | null {
  const counted = prepared<[string, number, number]>(
    hall.db,
    'UPDATE enrolments SET tries = tries + 1 WHERE staff_id = ? AND tries < ? AND expires_at > ?',
  ).run(nobodyYet, enrolmentTriesMax, hall.now())
  if (counted.changes === 0) return refuse('code-wrong')
  // It was right: the try does not count.
  const right = prepared<[string, string]>(
    hall.db,
    'UPDATE enrolments SET tries = tries - 1 WHERE staff_id = ? AND code_hash = ?',
  ).run(nobodyYet, codeHash(secrets, nobodyYet, code))
  return right.changes === 1 ? null : refuse('code-wrong')
}

/** The first code is used up. */
export function dropFirstCode(db: Db): void {
  prepared<[string]>(db, 'DELETE FROM enrolments WHERE staff_id = ?').run(nobodyYet)
}
