import type { Static } from 'typebox'
import type { PairingBody } from '#contract/devices.ts'
import type { Asked } from './identity.ts'

/** Kinds of screens that a hall takes in; for good, a kind never changes. */
export type DeviceKind = Static<typeof PairingBody>['kind']

/** Where a screen stands that no hall has taken in yet; what `<pairing-page>` shows. */
export type PairingStep =
  /** The server is asked for the first time, or a code is fetched. */
  | { name: 'asking' }
  /** Nobody answers; it goes on asking. */
  | { name: 'offline' }
  /** A code stands there. `offline`: nobody answers at the moment, and the code may still be good. */
  | ({ name: 'waiting'; offline: boolean } & Pick<Asked, 'userCode' | 'fingerprint' | 'endsAt'>)
  /** Taken in, as this; the screen opens by itself in a moment. */
  | { name: 'approved'; device: string; place: string }
  /** Somebody has said no. */
  | { name: 'refused' }
  /** So many codes ran out that nobody seems to be there. */
  | { name: 'expired' }
  /** Too many screens ask; until when it waits, on the clock of this machine. */
  | { name: 'limit'; until: number }
  /** Pairing needs a line that nobody can listen to; here a screen is let in by a key only. */
  | { name: 'keys-only' }

/**
 * Why a screen that was paired is so no longer: somebody revoked it, or what it kept opens nothing
 * any more (its cookie was cleared, or the hall's data are older than its pairing).
 */
export type Loss = 'revoked' | 'forgotten'
