import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Actor } from '../people/principal.ts'
import { isLive } from './device.ts'

/**
 * Whether the device or key that a command came by was taken back while it was under way; null: it
 * stands. Asked at the moment of the commit, so that nothing is recorded after a revocation.
 */
export function whyActorGone(day: HallDay, { id, deviceId }: Actor): Refused | null {
  const credentialId = deviceId ?? id
  const device = day.devices.get(credentialId)
  if (device && !isLive(device)) return refuse('device-revoked')
  const key = day.keys.get(credentialId)
  return key && key.revokedAt !== null ? refuse('credential-invalid') : null
}
