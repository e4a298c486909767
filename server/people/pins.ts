import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { minute, second } from '#domain/time.ts'
import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'

/** Wrong tries of one person at one device before it is locked, and for how long. */
const triesMax = 5
const lockedForMs = 15 * minute

/** Six digits that somebody could guess at once: runs, repeats. */
export function isWeakPin(pin: string): boolean {
  if (/^(\d)\1{5}$/.test(pin) || /^(\d\d)\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin)) return true
  return '01234567890123456789'.includes(pin) || '98765432109876543210'.includes(pin)
}

export function drawPin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0')
    if (!isWeakPin(pin)) return pin
  }
}

/** argon2id with the server's pepper; the hash stands beside the record. */
export async function hashPin(pin: string, pepper: Buffer): Promise<string> {
  return hash(pin, { secret: pepper })
}

/**
 * Checks a PIN at a device. Wrong tries are counted by (person, device) and survive a restart; an
 * outsider can lock nobody but at the device in front of them. Unknown numbers take as long as
 * known ones and answer the same.
 */
export async function checkPin(
  hall: Hall,
  attempt: { staffNo: string; pin: string; deviceId: string },
  pepper: Buffer,
): Promise<{ staffId: string; pinHash: string } | Refused> {
  const { staffNo, pin, deviceId } = attempt
  const now = hall.now()
  const failures = hall.db
    .prepare<[string, string], { count: number; lastAt: number }>(
      'SELECT count, last_at AS lastAt FROM pin_failures WHERE staff_no = ? AND device_id = ?',
    )
    .get(staffNo, deviceId)
  const lockedUntil = (failures?.lastAt ?? 0) + lockedForMs
  const counted = failures && now < lockedUntil ? failures.count : 0
  if (counted >= triesMax)
    return refuse('pin-locked', { waitS: Math.ceil((lockedUntil - now) / second) })
  // Counted before it is judged: many tries sent at once must not all see the count of the first.
  hall.db
    .prepare(
      'INSERT INTO pin_failures VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count, last_at = excluded.last_at',
    )
    .run(staffNo, deviceId, counted + 1, now)
  const staff = [...hall.day.setup.staff.values()].find((one) => one.staffNo === staffNo)
  const kept = hall.db
    .prepare<[string], { hash: string }>('SELECT hash FROM staff_pins WHERE staff_id = ?')
    .get(staff?.id ?? '')
  const right = await verify(kept?.hash ?? (await decoyHash()), pin, { secret: pepper })
  if (!right || !kept || !staff?.active) return refuse('pin-wrong')
  hall.db
    .prepare('DELETE FROM pin_failures WHERE staff_no = ? AND device_id = ?')
    .run(staffNo, deviceId)
  return { staffId: staff.id, pinHash: kept.hash }
}

let decoy: Promise<string> | undefined

function decoyHash(): Promise<string> {
  return (decoy ??= hash('a PIN has digits only'))
}

/** Until when somebody is locked out at some terminal; null: nowhere. */
export function pinLockedUntil(hall: Hall, staffNo: string): number | null {
  const row = prepared<[string, number], { lastAt: number | null }>(
    hall.db,
    'SELECT max(last_at) AS lastAt FROM pin_failures WHERE staff_no = ? AND count >= ?',
  ).get(staffNo, triesMax)
  const until = (row?.lastAt ?? 0) + lockedForMs
  return until > hall.now() ? until : null
}

/** Forgets the wrong tries of a person at every terminal. */
export function forgetWrongPins(db: Db, staffNo: string): void {
  prepared<[string]>(db, 'DELETE FROM pin_failures WHERE staff_no = ?').run(staffNo)
}

/** Keeps the hash of a person's PIN; the one before opens nothing any more. */
export function keepPin(db: Db, staffId: string, pinHash: string): void {
  prepared<[string, string]>(
    db,
    'INSERT INTO staff_pins VALUES (?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash',
  ).run(staffId, pinHash)
}

/** Whether a PIN that was checked a moment ago is still theirs: judging it takes a while. */
export function isStillPin(db: Db, staffId: string, pinHash: string): boolean {
  const kept = prepared<[string], { hash: string }>(
    db,
    'SELECT hash FROM staff_pins WHERE staff_id = ?',
  ).get(staffId)
  return kept?.hash === pinHash
}
