import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { Static } from 'typebox'
import type {
  NewPasskey,
  NewPasskeyOptions,
  PasskeyOptions,
  PasskeyProof,
} from '#contract/console.ts'

type Kept = { id: Buffer; key: KeyObject; handle: string; counter: number }

const flag = { present: 0x01, verified: 0x04, attested: 0x40 }

/**
 * An authenticator in software, with the browser around it: real ES256 keys, found without a name,
 * the attestation left out. `verifies` and `counts` may be turned off, and `page` moved elsewhere, as
 * an honest one never would.
 */
export class Authenticator {
  /** The page on which it is asked. */
  page: string
  /** Its owner is recognised (by finger, face or PIN). */
  verifies = true
  /** It counts how often a key was used. */
  counts = true
  readonly #kept: Kept[] = []

  constructor(page: string) {
    this.page = page
  }

  /** Makes a passkey, as `navigator.credentials.create` does. */
  create({ challenge, user }: Static<typeof NewPasskeyOptions>): Static<typeof NewPasskey> {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const id = randomBytes(16)
    this.#kept.push({ id, key: privateKey, handle: user.id, counter: 0 })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' }) as { x?: string; y?: string }
    const cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        ...([
          [1, 2],
          [3, -7],
          [-1, 1],
        ] as [number, number][]),
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const authData = Buffer.concat([
      ...[this.#data(flag.attested, 0), Buffer.alloc(16), length, id, Buffer.from(cose)],
    ])
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData)],
      ]),
    )
    return {
      ...answerOf(id),
      response: {
        clientDataJSON: this.#client('webauthn.create', challenge).toString('base64url'),
        attestationObject: Buffer.from(attestation).toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** Proves with its newest passkey that may be used, as `navigator.credentials.get` does. */
  get({ challenge, allowCredentials }: Static<typeof PasskeyOptions>): Static<typeof PasskeyProof> {
    const allowed = allowCredentials?.map(({ id }) => id)
    const passkey = this.#kept.findLast(
      ({ id }) => !allowed || allowed.includes(id.toString('base64url')),
    )
    if (!passkey) throw new Error('This authenticator has no passkey that may be used here')
    if (this.counts) passkey.counter += 1
    const authenticatorData = this.#data(0, passkey.counter)
    const client = this.#client('webauthn.get', challenge)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()])
    return {
      ...answerOf(passkey.id),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, passkey.key).toString('base64url'),
        userHandle: passkey.handle,
      },
    }
  }

  /** The same passkeys in another hand: their counts part from here on. */
  copy(): Authenticator {
    const other = new Authenticator(this.page)
    other.#kept.push(...this.#kept.map((kept) => ({ ...kept })))
    return other
  }

  /** Data of the authenticator: for whom, whether somebody was there, how often it was used. */
  #data(more: number, counter: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const { hostname } = new URL(this.page)
    const flags = flag.present | (this.verifies ? flag.verified : 0) | more
    return Buffer.concat([
      createHash('sha256').update(hostname).digest(),
      Buffer.from([flags]),
      count,
    ])
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.page, crossOrigin: false }))
  }
}

function answerOf(id: Buffer) {
  const text = id.toString('base64url')
  return { id: text, rawId: text, type: 'public-key' as const, clientExtensionResults: {} }
}
