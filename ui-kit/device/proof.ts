import type { proofPurpose as ProofPurpose } from '#contract/devices.ts'
import { call, type CallResult } from '../call.ts'
import { nobody } from '../credential.ts'
import { sign } from './key.ts'

const proofPurpose: typeof ProofPurpose = 'hall-device'

/** A short token, and what the hall knows the device as. */
export type Proved = CallResult<'POST /api/v1/device/token'>

/** Refusals that say: this browser is not, or is no longer, that device. */
const notYou: ReadonlySet<string> = new Set([
  'device-revoked',
  'device-unknown',
  'credential-missing',
  'credential-invalid',
])

export function isNotYou(proved: Proved): boolean {
  return !proved.ok && proved.problem !== null && notYou.has(proved.problem.code)
}

/**
 * Proves to the server that this is the device: signs a nonce of its with the device's key and gets
 * a token for it. Pages of one browser take turns, so that a cookie which has just been replaced is
 * never shown again.
 */
export function prove(key: CryptoKeyPair, deviceId: string): Promise<Proved> {
  return navigator.locks.request(`hall-device:${deviceId}`, async () => {
    const proved = await proveOnce(key, deviceId)
    // A nonce is good once: a token whose answer was lost on the way is had only by another one.
    return isNotYou(proved) ? proveOnce(key, deviceId) : proved
  })
}

async function proveOnce(key: CryptoKeyPair, deviceId: string): Promise<Proved> {
  const challenge = await call(nobody, 'POST /api/v1/device/challenge', { body: { deviceId } })
  if (!challenge.ok) return challenge
  const { nonce } = challenge.answer
  const signature = await sign(key, [proofPurpose, nonce, deviceId].join('\n'))
  return call(nobody, 'POST /api/v1/device/token', { body: { deviceId, nonce, signature } })
}
