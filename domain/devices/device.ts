import type { DeviceKind } from '../people/principal.ts'

/** A paired screen of the hall. Its kind never changes; its counter may, with a reason. */
export type Device = {
  id: string
  kind: DeviceKind
  /** The counter it belongs to; null for kiosks and walls. */
  counterId: string | null
  /** Where it stands, in words of the hall: “大厅入口左侧”. */
  place: string
  name: string
  /** SHA-256 thumbprint of its public key (RFC 7638), base64url; words are made from it. */
  fingerprint: string
  pairedAt: number
  /** Staff id of the person who approved it. */
  pairedBy: string
  revokedAt: number | null
  revokedBecause: string | null
}

/**
 * Why a device ended without anybody saying so: its key was paired once more, or its cookie came
 * back after it had been replaced, as only a copy does. Any other reason is somebody's own words.
 */
export const ownReasons = { pairedAgain: 'paired-again', copied: 'copied' } as const

export function isLive({ revokedAt }: Device): boolean {
  return revokedAt === null
}
