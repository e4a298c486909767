import { accept, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { counterOf } from '../hall/hall-day.ts'
import { counterBoundKinds } from '../people/principal.ts'
import type { DeviceKind } from '../people/principal.ts'
import { endSession } from '../people/session.ts'
import { isLive, ownReasons } from './device.ts'
import type { Device } from './device.ts'

export type PairRequest = {
  deviceId: string
  kind: DeviceKind
  counterId: string | null
  place: string
  name: string
  /** Thumbprint of the public key that the screen has shown. */
  fingerprint: string
}

type Told = Decision<{ deviceId: string }>

/**
 * A screen becomes a device of the hall. Its kind is for good: a key that is paired already may be
 * paired again at the same kind only (the earlier device then ends), and one that was revoked never.
 * Its id is that of the pairing, so a code that was used is used up.
 */
export function pairDevice(day: HallDay, request: PairRequest): Told {
  const { deviceId, kind, counterId, fingerprint } = request
  if (day.devices.has(deviceId)) return refuse('pairing-over')
  const not = whyNotAt(day, kind, counterId)
  if (not) return not
  const known = [...day.devices.values()].filter((device) => device.fingerprint === fingerprint)
  if (isRevokedKey(known)) return refuse('pairing-over')
  const other = known.find((device) => isLive(device) && device.kind !== kind)
  if (other) return refuse('device-kind', { kind: other.kind })
  return accept(
    { deviceId },
    ...known.filter(isLive).flatMap((device) => endDevice(day, device, ownReasons.pairedAgain)),
    event('device.paired', request),
  )
}

/** A key that somebody took back opens nothing again, whoever holds a copy of it. */
export function isRevokedKey(known: readonly Device[]): boolean {
  return known.some((device) => !isLive(device) && device.revokedBecause !== ownReasons.pairedAgain)
}

/** Missing: it stays as it is. */
export type BindRequest = {
  deviceId: string
  counterId?: string
  place?: string
  reason: string
}

/**
 * A screen gets another counter or place. What is under way at the old counter is brought to an end
 * first; a rating that was asked for there stays with the counter and person of its leg.
 */
export function bindDevice(day: HallDay, request: BindRequest): Told {
  const { deviceId, reason } = request
  const device = day.devices.get(deviceId)
  if (!device || !isLive(device)) return refuse('device-unknown')
  const { counterId = device.counterId, place = device.place } = request
  const not = whyNotAt(day, device.kind, counterId)
  if (not) return not
  if (counterId === device.counterId && place === device.place) return accept({ deviceId })
  const moves = counterId !== device.counterId
  const sessions = moves ? sessionsAt(day, device) : []
  const held = sessions.map((one) => counterOf(day, one.counterId).ticketId).find(Boolean)
  if (held) return refuse('counter-busy', { ticketId: held })
  return accept(
    { deviceId },
    ...sessions.flatMap((session) => endSession(day, session, 'forced')),
    event('device.bound', { deviceId, counterId, place, reason }),
  )
}

/**
 * A screen is let go, at once and whatever it is doing: it may be in a thief's hands. Who was signed
 * in at it is signed out; a customer in hand stays with the counter. Once more changes nothing.
 */
export function revokeDevice(
  day: HallDay,
  { deviceId, reason }: { deviceId: string; reason: string },
): Told {
  const device = day.devices.get(deviceId)
  if (!device) return refuse('device-unknown')
  return accept({ deviceId }, ...(isLive(device) ? endDevice(day, device, reason) : []))
}

function endDevice(day: HallDay, device: Device, reason: string): HallEvent[] {
  return [
    ...sessionsAt(day, device).flatMap((session) => endSession(day, session, 'forced')),
    event('device.revoked', { deviceId: device.id, reason }),
  ]
}

function sessionsAt(day: HallDay, { id }: Device) {
  return [...day.sessions.values()].filter(({ deviceId }) => deviceId === id)
}

/** A terminal and an evaluator stand at one counter of the hall, the others at none. */
function whyNotAt(day: HallDay, kind: DeviceKind, counterId: string | null): Refused | null {
  if (counterBoundKinds.includes(kind) !== (counterId !== null))
    return refuse('bad-request', { field: 'counterId' })
  if (counterId !== null && !day.setup.counters.has(counterId)) return refuse('counter-unknown')
  return null
}
