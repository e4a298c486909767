import { timingSafeEqual } from 'node:crypto'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { addressOf } from '../../client-address.ts'
import type { Browser } from '../../cookies.ts'
import type { Db } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Hall } from '../../hall/hall.ts'
import { giveBackKept, takeKept } from '../../limits/count.ts'
import { codeTriesMax, limits } from '../../limits/limits.ts'
import type { Secrets } from '../../secrets.ts'
import { hashSecret } from '../../secrets.ts'
import { giveTryBack, takeTry } from './tries.ts'

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
 * Whose account a one-time code opens. It dies with its time, or after very many wrong ones: the next
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
  const hash = tryCode(hall, secrets, browser, { owner: staffId ?? '', code })
  if (staffId === null || hash === null) return refuse('code-wrong')
  giveTryBack(hall, browser, account)
  return { staffId, codeHash: hash }
}

/**
 * One try at the code of an owner; the hash of the code, if it was right. An address has five for as
 * long as the code holds, so that an outsider uses up their own and not those of whoever it is for.
 */
export function tryCode(
  hall: Hall,
  secrets: Secrets,
  { address }: Browser,
  { owner, code }: { owner: string; code: string },
): string | null {
  const given = codeHash(secrets, owner, code)
  const kept = findKept(hall.db, owner)
  if (!kept || !isLive(kept, hall.now())) return null
  const from = `one code\0${owner}\0${kept.expiresAt}\0${addressOf(address)}`
  if (takeKept(hall, 'console', from, limits.codeAtAddress)) return null
  if (!same(kept.codeHash, given)) {
    countTry(hall.db, owner)
    return null
  }
  giveBackKept(hall, 'console', from)
  return given
}

/** Whether a code still opens something. */
export function isLive({ expiresAt, tries }: Pick<Kept, 'expiresAt' | 'tries'>, now: number) {
  return tries < codeTriesMax && expiresAt > now
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
