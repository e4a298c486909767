import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { isLive } from '#domain/devices/device.ts'
import type { Device } from '#domain/devices/device.ts'
import { minute } from '#domain/time.ts'
import type { Hall } from '../hall/hall.ts'
import type { Halls } from '../hall/halls.ts'

/** A proof of the key is good for so long; the page then proves it again. */
const tokenMs = 10 * minute

const prefix = 'dev.'

export function isDeviceToken(bearer: string): boolean {
  return bearer.startsWith(prefix)
}

/** `dev.<claims>.<mac>`: what a device shows at doors and sockets after it has proved its key. */
export function mintToken({ secrets }: Halls, hall: Hall, device: Device) {
  const expiresAt = hall.now() + tokenMs
  const text = [hall.id, device.id, device.counterId ?? '', expiresAt].join('|')
  const claims = Buffer.from(text).toString('base64url')
  return { token: `${prefix}${claims}.${secrets.of('device-token', claims)}`, expiresAt }
}

export type TokenHolder = { hall: Hall; device: Device; expiresAt: number }

/**
 * Who shows a device's token. What it may do is asked of the record each time: a revoked device is
 * told so, and one that was given another counter proves itself anew, so that its page learns of it.
 */
export function readToken(halls: Halls, token: string): TokenHolder | Refused {
  const [, claims = '', mac = ''] = token.split('.')
  if (!halls.secrets.isOf('device-token', claims, mac)) return refuse('credential-invalid')
  const text = Buffer.from(claims, 'base64url').toString('utf8')
  const [hallId = '', deviceId = '', counterId = '', until = ''] = text.split('|')
  const hall = halls.get(hallId)
  const device = hall?.day.devices.get(deviceId)
  if (!hall || !device) return refuse('credential-invalid')
  if (!isLive(device)) return refuse('device-revoked')
  const expiresAt = Number(until)
  const isOver = hall.now() >= expiresAt || counterId !== (device.counterId ?? '')
  return isOver ? refuse('credential-invalid') : { hall, device, expiresAt }
}
