import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Static } from 'typebox'
import type { NewPasskey, PasskeyProof } from '#contract/console.ts'
import type { Passkey } from '#domain/people/console.ts'
import type { Db } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Halls } from '../../hall/halls.ts'
import { ceremonyMs } from './ceremonies.ts'
import type { Place } from './place.ts'

/** What is kept of a passkey beside the record: no secret, but nobody else's to know. */
type Kept = {
  passkeyId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string
}

const columns =
  'passkey_id AS passkeyId, credential_id AS credentialId, public_key AS publicKey, counter, transports'

/** Signatures of authenticators that are taken: EdDSA, ES256 and RS256, which all of them know. */
const supportedAlgorithmIDs = [-8, -7, -257]

/** A passkey that has just proven itself: whose it is, and the count it showed. */
export type Proven = { hall: Hall; passkey: Passkey; counter: number }

/** The passkeys of a person, in the order they were added. */
export function passkeysOf(hall: Hall, staffId: string): Passkey[] {
  return [...hall.day.passkeys.values()].filter((passkey) => passkey.staffId === staffId)
}

/** The person as their authenticator knows them: the same at every passkey, and no name. */
function handleOf({ secrets }: Halls, hall: Hall, staffId: string): Buffer<ArrayBuffer> {
  return Buffer.from(secrets.of('person', `${hall.id}\0${staffId}`))
}

/** What a browser is asked for a new passkey: one that is found without a name, and knows its owner. */
export async function askForNew(halls: Halls, hall: Hall, staffId: string, place: Place) {
  const { staffNo, name } = hall.day.setup.staff.get(staffId) ?? { staffNo: '', name: { zh: '' } }
  const made = await generateRegistrationOptions({
    rpName: hall.day.setup.hall.shortName.zh,
    rpID: place.name,
    userID: new Uint8Array(handleOf(halls, hall, staffId)),
    userName: staffNo,
    userDisplayName: name.zh,
    timeout: ceremonyMs,
    attestationType: 'none',
    supportedAlgorithmIDs,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: keptOf(hall, staffId).map(({ credentialId }) => ({ id: credentialId })),
  })
  const { rp, user, challenge, pubKeyCredParams, excludeCredentials = [] } = made
  return {
    ...{ rp: { id: place.name, name: rp.name }, user, challenge, timeout: ceremonyMs },
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ alg, type: 'public-key' as const })),
    excludeCredentials: excludeCredentials.map(({ id }) => ({ id, type: 'public-key' as const })),
    authenticatorSelection: {
      residentKey: 'required' as const,
      requireResidentKey: true,
      userVerification: 'required' as const,
    },
    attestation: 'none' as const,
  }
}

/** What a browser is asked to prove: with any passkey of this place, or with one of a person's. */
export async function askForProof(place: Place, of?: { hall: Hall; staffId: string }) {
  const own = of ? keptOf(of.hall, of.staffId) : []
  const { challenge } = await generateAuthenticationOptions({
    rpID: place.name,
    userVerification: 'required',
  })
  return {
    ...{ challenge, timeout: ceremonyMs, rpId: place.name, userVerification: 'required' as const },
    ...(of
      ? {
          allowCredentials: own.map(({ credentialId: id }) => ({
            id,
            type: 'public-key' as const,
          })),
        }
      : {}),
  }
}

type Expected = { challenge: string; place: Place }

/** Checks a new passkey against what was asked for; null: it is not that. */
export async function checkNew(
  response: Static<typeof NewPasskey>,
  { challenge, place }: Expected,
): Promise<Omit<Kept, 'passkeyId'> | null> {
  const verified = await verifyRegistrationResponse({
    response: asLibrary<Parameters<typeof verifyRegistrationResponse>[0]['response']>(response),
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.name,
    supportedAlgorithmIDs,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return null
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  const kept = { credentialId: id, publicKey: Buffer.from(publicKey), counter }
  return { ...kept, transports: JSON.stringify(transports) }
}

/**
 * Checks what a passkey says. Its count has to rise where it counts at all: one that was copied is
 * turned away. Null: it proves nothing, whatever the cause.
 */
export async function checkProof(
  halls: Halls,
  response: Static<typeof PasskeyProof>,
  { challenge, place }: Expected,
): Promise<Proven | null> {
  const found = findKept(halls, response.id)
  if (!found) return null
  const { hall, passkey, kept } = found
  const { userHandle } = response.response
  const handle = handleOf(halls, hall, passkey.staffId).toString('base64url')
  if (userHandle && userHandle !== handle) return null
  const verified = await verifyAuthenticationResponse({
    response: asLibrary<Parameters<typeof verifyAuthenticationResponse>[0]['response']>(response),
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.name,
    credential: {
      id: kept.credentialId,
      publicKey: new Uint8Array(kept.publicKey),
      counter: kept.counter,
    },
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return null
  return { hall, passkey, counter: verified.authenticationInfo.newCounter }
}

/** The door has checked every field; the library only leaves more of them out than it may get. */
function asLibrary<T>(response: object): T {
  return response as T
}

function keptOf(hall: Hall, staffId: string): Kept[] {
  const find = prepared<[string], Kept>(
    hall.db,
    `SELECT ${columns} FROM passkey_secrets WHERE passkey_id = ?`,
  )
  return passkeysOf(hall, staffId).flatMap(({ id }) => find.get(id) ?? [])
}

function findKept(halls: Halls, credentialId: string) {
  for (const hall of halls.all()) {
    const kept = prepared<[string], Kept>(
      hall.db,
      `SELECT ${columns} FROM passkey_secrets WHERE credential_id = ?`,
    ).get(credentialId)
    const passkey = kept && hall.day.passkeys.get(kept.passkeyId)
    if (passkey) return { hall, passkey, kept }
  }
  return null
}

export function keepPasskey(db: Db, passkeyId: string, kept: Omit<Kept, 'passkeyId'>): void {
  const { credentialId, publicKey, counter, transports } = kept
  prepared<[string, string, Buffer, number, string]>(
    db,
    'INSERT INTO passkey_secrets VALUES (?, ?, ?, ?, ?)',
  ).run(passkeyId, credentialId, publicKey, counter, transports)
}

export function keepCount(db: Db, { passkey, counter }: Proven): void {
  prepared<[number, string]>(db, 'UPDATE passkey_secrets SET counter = ? WHERE passkey_id = ?').run(
    counter,
    passkey.id,
  )
}

export function dropPasskey(db: Db, passkeyId: string): void {
  prepared<[string]>(db, 'DELETE FROM passkey_secrets WHERE passkey_id = ?').run(passkeyId)
}
