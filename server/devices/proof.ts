import { verify } from 'node:crypto'
import { proofPurpose } from '#contract/devices.ts'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { isLive } from '#domain/devices/device.ts'
import type { Device } from '#domain/devices/device.ts'
import { day, minute } from '#domain/time.ts'
import type { Browser, CookieName } from '../cookies.ts'
import type { Hall } from '../hall/hall.ts'
import type { Halls } from '../hall/halls.ts'
import { drawSecret } from '../secrets.ts'
import type { Secrets } from '../secrets.ts'
import { keyOf } from './fingerprint.ts'
import { markShown, rotate, secretOf } from './store.ts'
import type { DeviceSecret } from './store.ts'

/** How long a nonce waits for its signature, and how many of one device do. */
const nonceMs = minute
const noncesMax = 4

/** A cookie is replaced once a day … */
const rotateAfterMs = day
/** … and the one before still counts so long after the new one came: a request may be on its way. */
const lateMs = minute
/** As long as browsers keep a cookie at all, s. */
const cookieAgeS = (400 * day) / 1000

/** A device as its cookie tells it: not yet proved. */
export type Shown = { hall: Hall; device: Device; secret: DeviceSecret; generation: number }

/** One cookie a device: a browser of the sample hall may hold several. */
const cookieName = (deviceId: string) => deviceId as CookieName

/** Leaves the cookie of the present generation; told again, it is the same one. */
export function giveCookie(
  { secrets }: Halls,
  browser: Browser,
  deviceId: string,
  generation: number,
): void {
  const mac = secrets.whole('device', `${deviceId}.${generation}`)
  browser.keep(cookieName(deviceId), `${generation}.${mac}`, cookieAgeS)
}

/**
 * Whose cookie this is. `copied`: it was replaced, and its successor has been in use, so this one
 * comes from somewhere else than the device.
 */
export function recognise(
  halls: Halls,
  browser: Browser,
  deviceId: string,
): (Shown & { copied: boolean }) | Refused {
  const hall = halls.all().find(({ day: { devices } }) => devices.has(deviceId))
  const device = hall?.day.devices.get(deviceId)
  const secret = hall && secretOf(hall, deviceId)
  if (!hall || !device || !secret) return refuse('credential-invalid')
  const value = browser.cookie(cookieName(deviceId))
  if (value === null) return refuse('credential-missing')
  const generation = generationOf(halls.secrets, deviceId, value)
  if (generation === null) return refuse('credential-invalid')
  if (!isLive(device)) {
    browser.drop(cookieName(deviceId))
    return refuse('device-revoked')
  }
  return { hall, device, secret, generation, copied: isCopy(secret, generation, hall.now()) }
}

function generationOf(secrets: Secrets, deviceId: string, value: string): number | null {
  const [number = '', mac = ''] = value.split('.')
  if (!/^[1-9]\d{0,8}$/.test(number)) return null
  return secrets.isWhole('device', `${deviceId}.${number}`, mac) ? Number(number) : null
}

function isCopy({ generation, shownAt }: DeviceSecret, shown: number, now: number): boolean {
  if (shown >= generation) return false
  const isOneBefore = shown === generation - 1
  return !isOneBefore || (shownAt !== null && now > shownAt + lateMs)
}

/** Nonces that wait for a signature, in memory: each is good once, for one device, for a minute. */
export class Challenges {
  readonly #waiting = new Map<string, { nonce: string; until: number }[]>()

  draw({ hall, device }: Shown): string {
    const nonce = drawSecret()
    const earlier = this.#waiting.get(device.id) ?? []
    const kept = earlier.slice(1 - noncesMax)
    this.#waiting.set(device.id, [...kept, { nonce, until: hall.now() + nonceMs }])
    return nonce
  }

  /** Whether the device has signed a nonce of its own with its key; the nonce is used up either way. */
  isProof({ hall, device, secret }: Shown, nonce: string, signature: string): boolean {
    const waiting = this.#waiting.get(device.id) ?? []
    const found = waiting.find((one) => one.nonce === nonce)
    this.#waiting.set(
      device.id,
      waiting.filter((one) => one !== found),
    )
    const key = keyOf(secret.publicKey)
    if (!found || !key || hall.now() > found.until) return false
    const signed = Buffer.from([proofPurpose, nonce, device.id].join('\n'))
    const bytes = Buffer.from(signature, 'base64url')
    return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes)
  }
}

/** After a proof: notes that the cookie came back, and gives the next one where it is time. */
export function renewCookie(halls: Halls, browser: Browser, shown: Shown): void {
  const { hall, device, secret, generation } = shown
  const now = hall.now()
  const { generation: kept, shownAt, rotatedAt } = secret
  // A generation above the kept one is of this server all the same: the record is a restored copy.
  const isFirst = generation > kept || (generation === kept && shownAt === null)
  if (isFirst) markShown(hall, device.id, generation, now)
  const current = Math.max(generation, kept)
  const isDue = generation === current && now >= rotatedAt + rotateAfterMs
  if (isDue) rotate(hall, device.id, now)
  if (isDue || generation < current)
    giveCookie(halls, browser, device.id, isDue ? current + 1 : current)
}
