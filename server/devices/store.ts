import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'
import type { Jwk } from './fingerprint.ts'

/** What stands beside the record of a device: its key, and how often its cookie has changed. */
export type DeviceSecret = {
  publicKey: Jwk
  generation: number
  rotatedAt: number
  /** When the cookie of this generation first came back; null: the device may not have it yet. */
  shownAt: number | null
}

type Row = Omit<DeviceSecret, 'publicKey'> & { publicKey: string }

export function secretOf({ db }: Hall, deviceId: string): DeviceSecret | null {
  const row = prepared<[string], Row>(
    db,
    'SELECT public_key AS publicKey, generation, rotated_at AS rotatedAt, shown_at AS shownAt FROM device_secrets WHERE device_id = ?',
  ).get(deviceId)
  return row ? { ...row, publicKey: JSON.parse(row.publicKey) as Jwk } : null
}

export function addSecret(db: Db, deviceId: string, { kty, crv, x, y }: Jwk, now: number): void {
  prepared<[string, string, number]>(
    db,
    'INSERT INTO device_secrets VALUES (?, ?, 1, ?, NULL)',
  ).run(deviceId, JSON.stringify({ kty, crv, x, y }), now)
}

/** The cookie of this generation came back: the one before has no more right to. */
export function markShown({ db }: Hall, deviceId: string, generation: number, now: number): void {
  prepared<[number, number, string]>(
    db,
    'UPDATE device_secrets SET generation = ?, shown_at = ? WHERE device_id = ?',
  ).run(generation, now, deviceId)
}

/** The cookie changes; the new generation has not been seen yet. */
export function rotate({ db }: Hall, deviceId: string, now: number): void {
  prepared<[number, string]>(
    db,
    'UPDATE device_secrets SET generation = generation + 1, rotated_at = ?, shown_at = NULL WHERE device_id = ?',
  ).run(now, deviceId)
}
