import { timingSafeEqual } from 'node:crypto'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import type { Browser } from '../../cookies.ts'
import type { Db } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Secrets } from '../../secrets.ts'
import { hashSecret } from '../../secrets.ts'
import { giveTryBack, takeTry } from './tries.ts'

/** Wrong codes, from wherever, after which the right one opens nothing either. */
export const enrolmentTriesMax = 5

type Kept = { codeHash: string; expiresAt: number; tries: number }

/**
 * What is kept of a one-time code. It is short, for people carry it: without the key outside the
 * database nobody tries all of them against a copy.
 */
export function codeHash(secrets: Secrets, staffId: string, code: string): string {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return hashSecret(secrets.of('enrolment', `${staffId}\0${plain}`))
}

/**
 * Whose account a one-time code opens. It dies with its time and with the fifth wrong one: the next
 * is given out by a person. Unknown people are answered as those without a code.
 */
export function checkCode(
  hall: Hall,
  secrets: Secrets,
  browser: Browser,
  { staffNo, staffId, code }: { staffNo: string; staffId: string | null; code: string },
): { staffId: string; codeHash: string } | Refused {
  const account = `code ${staffNo}`
  const locked = takeTry(hall, browser, account)
  if (locked) return locked
  const given = codeHash(secrets, staffId ?? '', code)
  const kept = findKept(hall.db, staffId ?? '')
  const live = kept !== undefined && kept.tries < enrolmentTriesMax && kept.expiresAt > hall.now()
  if (staffId === null || !live || !same(kept.codeHash, given)) {
    countTry(hall.db, staffId ?? '')
    return refuse('code-wrong')
  }
  giveTryBack(hall, browser, account)
  return { staffId, codeHash: given }
}

/** Uses a code up; false: somebody else just did, or another was given out since. */
export function useCode({ db }: Hall, staffId: string, hash: string): boolean {
  return (
    prepared<[string, string]>(
      db,
      'DELETE FROM enrolments WHERE staff_id = ? AND code_hash = ?',
    ).run(staffId, hash).changes === 1
  )
}

function findKept(db: Db, staffId: string): Kept | undefined {
  return prepared<[string], Kept>(
    db,
    'SELECT code_hash AS codeHash, expires_at AS expiresAt, tries FROM enrolments WHERE staff_id = ?',
  ).get(staffId)
}

function countTry(db: Db, staffId: string): void {
  prepared<[string]>(db, 'UPDATE enrolments SET tries = tries + 1 WHERE staff_id = ?').run(staffId)
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
