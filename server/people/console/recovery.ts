import { hash, verify } from '@node-rs/argon2'
import { Secret, TOTP } from 'otpauth'
import type { Db } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Secrets } from '../../secrets.ts'
import { drawSecret } from '../../secrets.ts'

// The way in without a passkey: a password and the six digits of an app. argon2id with the server's
// pepper; the app's secret is closed with a key outside the database.

/** Codes of the step before and after are taken too: clocks of phones differ. */
const stepsAround = 1
const secretBytes = 20

type Kept = { hash: string; totp: string; totpStep: number }

export async function hashPassword(password: string, { pepper }: Secrets): Promise<string> {
  return hash(normal(password), { secret: pepper })
}

/** A new secret for the app, and the text of the QR code that carries it there. */
export function newTotp(hall: Hall, staffId: string): { secret: string; uri: string } {
  const { staff, hall: here } = hall.day.setup
  const totp = appOf(new Secret({ size: secretBytes }).base32)
  totp.issuer = here.shortName.en
  totp.label = staff.get(staffId)?.staffNo ?? staffId
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The time step whose code this is; null: of none that counts now. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const totp = appOf(secret)
  const ahead = totp.validate({ token: code, timestamp: now, window: stepsAround })
  return ahead === null ? null : totp.counter({ timestamp: now }) + ahead
}

function appOf(secret: string): TOTP {
  return new TOTP({ secret })
}

export function hasPassword(hall: Pick<Hall, 'db'>, staffId: string): boolean {
  return findKept(hall, staffId) !== undefined
}

/** Whether a password that is kept could be checked: not with the keys of another server. */
export function canCheckPassword(
  hall: Pick<Hall, 'db'>,
  staffId: string,
  secrets: Secrets,
): boolean {
  const kept = findKept(hall, staffId)
  if (!kept) return false
  try {
    openTotp(secrets, staffId, kept.totp)
    return true
  } catch {
    return false
  }
}

/** Keeps a password; the code that proved the app is used up with it. */
export function keepPassword(
  db: Db,
  staffId: string,
  { hash: hashed, totp, step }: { hash: string; totp: string; step: number },
): void {
  prepared<[string, string, string, number]>(
    db,
    'INSERT INTO staff_passwords VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash, totp = excluded.totp, totp_step = excluded.totp_step',
  ).run(staffId, hashed, totp, step)
}

/**
 * Whether password and code are those of a person. Somebody who is not there, or has no password,
 * takes as long. A code that was right opens once, also for two who send it at the same time.
 */
export async function checkPassword(
  hall: Pick<Hall, 'db' | 'now'>,
  staffId: string | null,
  given: { password: string; totp: string },
  secrets: Secrets,
): Promise<boolean> {
  const kept = staffId === null ? undefined : findKept(hall, staffId)
  const against = kept ?? (await decoyOf(secrets))
  const right = await verify(against.hash, normal(given.password), { secret: secrets.pepper })
  const step = stepOf(
    secrets.open(kept ? ownerOf(staffId) : decoyOwner, against.totp),
    given.totp,
    hall.now(),
  )
  if (!kept || !right || step === null) return false
  const used = prepared<[number, string | null, number]>(
    hall.db,
    'UPDATE staff_passwords SET totp_step = ? WHERE staff_id = ? AND totp_step < ?',
  ).run(step, staffId, step)
  return used.changes === 1
}

/** Closes the secret of an app for its owner: in another's row it opens nothing. */
export function closeTotp(secrets: Secrets, staffId: string, secret: string): string {
  return secrets.close(ownerOf(staffId), secret)
}

export function openTotp(secrets: Secrets, staffId: string, closed: string): string {
  return secrets.open(ownerOf(staffId), closed)
}

const ownerOf = (staffId: string | null) => `totp\0${staffId ?? ''}`
const decoyOwner = 'totp of nobody'

function findKept({ db }: Pick<Hall, 'db'>, staffId: string): Kept | undefined {
  return prepared<[string], Kept>(
    db,
    'SELECT hash, totp, totp_step AS totpStep FROM staff_passwords WHERE staff_id = ?',
  ).get(staffId)
}

/** The same letters, however a keyboard composes them. */
function normal(password: string): string {
  return password.normalize('NFKC')
}

const decoys = new WeakMap<Secrets, Promise<Kept>>()

function decoyOf(secrets: Secrets): Promise<Kept> {
  const decoy = decoys.get(secrets) ?? makeDecoy(secrets)
  decoys.set(secrets, decoy)
  return decoy
}

async function makeDecoy(secrets: Secrets): Promise<Kept> {
  const { base32 } = new Secret({ size: secretBytes })
  const hashed = await hashPassword(drawSecret(), secrets)
  return { hash: hashed, totp: secrets.close(decoyOwner, base32), totpStep: 0 }
}
