import type { Static } from 'typebox'
import type { EnrolmentShape } from '#contract/people-admin.ts'
import type { Enrolment } from '#domain/people/enrolment.ts'
import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'
import type { Secrets } from '../secrets.ts'
import { codeHash } from './console/enrolments.ts'

/** Letters and digits that nobody takes for one another; 32, so each byte chooses evenly. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const codeLength = 8

/** Bytes as a code that people read to each other: 40 bits, `ABCD-EFGH`. */
export function codeOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, codeLength), (byte) => alphabet[byte % 32])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/**
 * The one-time code of an enrolment. Derived from when it ends, so that an answer that was lost can
 * be told again and no code is ever kept.
 */
function enrolmentCode(secrets: Secrets, { staffId, expiresAt }: Enrolment): string {
  return codeOf(Buffer.from(secrets.of('enrolment-code', `${staffId}\0${expiresAt}`), 'base64url'))
}

/** Puts a code in force; the one before, and its wrong tries, are forgotten. */
export function keepCode(
  db: Db,
  secrets: Secrets,
  { staffId, expiresAt }: Enrolment,
  code = enrolmentCode(secrets, { staffId, expiresAt }),
): void {
  prepared<[string, string, number]>(
    db,
    'INSERT INTO enrolments VALUES (?, ?, ?, 0) ON CONFLICT (staff_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0',
  ).run(staffId, codeHash(secrets, staffId, code), expiresAt)
}

type Told = Static<typeof EnrolmentShape>

/** An enrolment as an answer keeps it: without its code. */
export function untold({ day }: Hall, { staffId, expiresAt }: Enrolment): Told {
  const staffNo = day.setup.staff.get(staffId)?.staffNo ?? ''
  return { staffId, staffNo, code: '', expiresAt }
}

/** Adds the code to an answer that is being told. */
export function told(secrets: Secrets, enrolment: Told): Told {
  return { ...enrolment, code: enrolmentCode(secrets, enrolment) }
}
