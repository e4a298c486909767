import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { PairingState } from '#contract/devices.ts'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { isRevokedKey } from '#domain/devices/acts.ts'
import { isLive } from '#domain/devices/device.ts'
import type { DeviceKind } from '#domain/people/principal.ts'
import { minute, second } from '#domain/time.ts'
import { addressOf } from '../client-address.ts'
import type { Hall } from '../hall/hall.ts'
import { giveBackKept, takeKept } from '../limits/count.ts'
import {
  limits,
  pairingTriesMax,
  pairingsOpenMax,
  pairingsOpenPerAddress,
} from '../limits/limits.ts'
import { drawSecret } from '../secrets.ts'
import { keyOf, thumbprintOf } from './fingerprint.ts'
import type { Jwk } from './fingerprint.ts'

/** A code is good for so long; what came of it is told for as long again. */
const openMs = 10 * minute

/** Letters that are not taken for one another, and make no words. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ'
const codeLength = 8

/** A screen that asks to be paired. */
export type Pairing = {
  /** Known to the screen alone. */
  id: string
  /** Read on the screen, typed at the console. */
  userCode: string
  /** What the device is called once it is approved: a code makes one device. */
  deviceId: string
  hallId: string
  kind: DeviceKind
  publicKey: Jwk
  fingerprint: string
  address: string
  askedAt: number
  expiresAt: number
  wrongTries: number
  /** Refused by somebody, or given up after wrong tries. */
  ended: 'refused' | 'expired' | null
  /** Its device has proved its key: the screen has no more to ask. */
  proved: boolean
}

type Asking = { kind: DeviceKind; publicKey: Jwk; address: string }

/**
 * Screens that wait for an approval, in memory: a restart ends them, and they ask again. A key has
 * one open pairing, so asking again with the same key replaces the code and costs no new try.
 */
export class Pairings {
  readonly #byId = new Map<string, Pairing>()

  ask(hall: Hall, asking: Asking): Pairing | Refused {
    this.#sweep(hall)
    const { kind, publicKey, address } = asking
    if (!keyOf(publicKey)) return refuse('bad-request', { field: 'publicKey' })
    const fingerprint = thumbprintOf(publicKey)
    const not = whyNotKey(hall, fingerprint, kind) ?? this.#makeRoom(hall, fingerprint, address)
    if (not) return not
    const askedAt = hall.now()
    const pairing: Pairing = {
      ...{ id: drawSecret(), userCode: this.#drawCode(), deviceId: `device-${uuidv7()}` },
      ...{ hallId: hall.id, kind, publicKey, fingerprint, address },
      ...{ askedAt, expiresAt: askedAt + openMs, wrongTries: 0, ended: null, proved: false },
    }
    this.#byId.set(pairing.id, pairing)
    return pairing
  }

  /** The pairing that a screen asks about. */
  askedBy(pairingId: string): Pairing | undefined {
    const pairing = this.#byId.get(pairingId)
    return pairing?.proved ? undefined : pairing
  }

  /**
   * The pairing behind a code that somebody has typed. A wrong code counts against who typed it, and
   * where its first half is right also against that pairing, which the fifth one ends.
   */
  byCode(hall: Hall, typed: string, typistId: string): Pairing | Refused {
    const subject = `code:${typistId}`
    const tooMany = takeKept(hall, 'pairing', subject, limits.pairingCodes)
    if (tooMany) return tooMany
    const code = typed.toUpperCase().replace('-', '')
    for (const pairing of this.#of(hall)) {
      if (pairing.userCode === code) {
        giveBackKept(hall, 'pairing', subject)
        return pairing
      }
      if (pairing.userCode.slice(0, 4) === code.slice(0, 4)) countWrong(pairing)
    }
    return refuse('pairing-unknown')
  }

  /** How many wait to be approved. */
  open(hall: Hall): number {
    return this.#openOf(hall).length
  }

  /** A device has proved its key: that it asked was honest, and counts against no address. */
  proved(hall: Hall, deviceId: string): void {
    const pairing = this.#of(hall).find((one) => one.deviceId === deviceId && !one.proved)
    if (!pairing) return
    pairing.proved = true
    giveBackKept(hall, 'pairing', addressOf(pairing.address))
  }

  #makeRoom(hall: Hall, fingerprint: string, address: string): Refused | null {
    const former = this.#of(hall).find((one) => one.fingerprint === fingerprint)
    if (former) {
      this.#byId.delete(former.id)
      return null
    }
    const open = this.#openOf(hall)
    if (open.length >= pairingsOpenMax) {
      const soonest = Math.min(...open.map(({ expiresAt }) => expiresAt))
      return refuse('too-many-requests', { waitS: Math.ceil((soonest - hall.now()) / second) })
    }
    const tooMany = takeKept(hall, 'pairing', addressOf(address), limits.pairing)
    if (tooMany) return tooMany
    const ofAddress = open.filter((one) => addressOf(one.address) === addressOf(address))
    // A page that was loaded afresh asks anew; what it asked before is nobody's any more.
    const [oldest] = ofAddress
    if (oldest && ofAddress.length >= pairingsOpenPerAddress) this.#byId.delete(oldest.id)
    return null
  }

  #of(hall: Hall): Pairing[] {
    return [...this.#byId.values()].filter(({ hallId }) => hallId === hall.id)
  }

  #openOf(hall: Hall): Pairing[] {
    return this.#of(hall).filter((pairing) => stateOf(hall, pairing) === 'waiting')
  }

  #sweep(hall: Hall): void {
    for (const { id, expiresAt } of this.#of(hall))
      if (hall.now() > expiresAt + openMs) this.#byId.delete(id)
  }

  #drawCode(): string {
    for (;;) {
      const drawn = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)])
      const code = drawn.join('')
      if (![...this.#byId.values()].some(({ userCode }) => userCode === code)) return code
    }
  }
}

export function stateOf(hall: Hall, { deviceId, ended, expiresAt }: Pairing): PairingState {
  if (hall.day.devices.has(deviceId)) return 'approved'
  return ended ?? (hall.now() > expiresAt ? 'expired' : 'waiting')
}

/** `WXYZ-BCDF`, as it is read aloud. */
export function shownCode({ userCode }: Pairing): string {
  return `${userCode.slice(0, 4)}-${userCode.slice(4)}`
}

function countWrong(pairing: Pairing): void {
  pairing.wrongTries++
  if (pairing.wrongTries >= pairingTriesMax) pairing.ended ??= 'expired'
}

function whyNotKey({ day }: Hall, fingerprint: string, kind: DeviceKind): Refused | null {
  const known = [...day.devices.values()].filter((device) => device.fingerprint === fingerprint)
  if (isRevokedKey(known)) return refuse('device-revoked')
  const other = known.find((device) => isLive(device) && device.kind !== kind)
  return other ? refuse('device-kind', { kind: other.kind }) : null
}
