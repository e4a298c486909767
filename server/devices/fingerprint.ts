import { createPublicKey, hash } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Static } from 'typebox'
import type { PublicKey } from '#contract/devices.ts'
import { wordsEn } from './words-en.ts'
import { wordsZh } from './words-zh.ts'

export type Jwk = Static<typeof PublicKey>

/** The key itself; null where the numbers are no point of the curve. */
export function keyOf({ kty, crv, x, y }: Pick<Jwk, 'kty' | 'crv' | 'x' | 'y'>): KeyObject | null {
  try {
    return createPublicKey({ format: 'jwk', key: { kty, crv, x, y } })
  } catch {
    return null
  }
}

/** The thumbprint of RFC 7638: SHA-256 over the required members in the order of the alphabet. */
export function thumbprintOf({ crv, kty, x, y }: Jwk): string {
  return hash('sha256', JSON.stringify({ crv, kty, x, y }), 'base64url')
}

/** Its first four bytes as words: what two people compare, on the device and at the console. */
export function wordsOf(thumbprint: string): { zh: string[]; en: string[] } {
  const bytes = [...Buffer.from(thumbprint, 'base64url').subarray(0, 4)]
  const from = (words: readonly string[]) => bytes.map((byte) => words[byte] ?? '')
  return { zh: from(wordsZh), en: from(wordsEn) }
}
