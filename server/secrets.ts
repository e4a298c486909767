import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type SecretPurpose =
  | 'ticket'
  | 'evaluation'
  | 'session'
  | 'sample'
  | 'device'
  | 'device-token'
  | 'console'
  | 'person'
  | 'enrolment'
  | 'enrolment-code'
  | 'rating'

/** How many secrets are remembered: a few batches of commands. */
const recentMax = 256

/**
 * Secrets that belong to things of the record are derived from one key outside the database: a
 * ticket's token, an evaluation's grant. The record keeps only their hashes, a repeated answer can
 * tell the same token again, and a stolen copy of the database opens nothing.
 */
export class Secrets {
  readonly #key: KeyObject
  /** The last ones that were worked out, oldest first. */
  readonly #recent = new Map<string, string>()

  constructor(file: string) {
    // A key object is prepared once; a plain buffer would be prepared for every token.
    this.#key = createSecretKey(readOrMakeKey(file))
  }

  /** 132 bits as 22 characters that need no escaping. */
  of(purpose: SecretPurpose, id: string): string {
    const text = `${purpose}\0${id}`
    // Issuing asks twice for the same token, to seal it and to tell it, with a whole batch between.
    const known = this.#recent.get(text)
    if (known !== undefined) return known
    const mac = createHmac('sha256', this.#key).update(text).digest('base64url')
    const secret = mac.slice(0, 22)
    this.#recent.set(text, secret)
    if (this.#recent.size > recentMax) this.#recent.delete(this.#recent.keys().next().value ?? '')
    return secret
  }

  /** What the record keeps of it. */
  hashOf(purpose: SecretPurpose, id: string): string {
    return hashSecret(this.of(purpose, id))
  }

  isOf(purpose: SecretPurpose, id: string, secret: string): boolean {
    return isSame(this.of(purpose, id), secret)
  }

  /** All 256 bits, for what lives longer than a visit. */
  whole(purpose: SecretPurpose, id: string): string {
    return createHmac('sha256', this.#key).update(`${purpose}\0${id}`).digest('base64url')
  }

  isWhole(purpose: SecretPurpose, id: string, secret: string): boolean {
    return isSame(this.whole(purpose, id), secret)
  }

  /** Mixed into PIN hashes: the database alone is no dictionary to try six digits against. */
  get pepper(): Buffer {
    return createHmac('sha256', this.#key).update('pepper').digest()
  }

  /** Closes words that must be read again (AES-256-GCM), tied to whose they are. */
  close(owner: string, words: string): string {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#closingKey, nonce).setAAD(Buffer.from(owner))
    const closed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url')
  }

  /** Reads them back; throws where they were altered, or are somebody else's. */
  open(owner: string, closed: string): string {
    const bytes = Buffer.from(closed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', this.#closingKey, bytes.subarray(0, 12))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(12, 28))
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  }

  get #closingKey(): Buffer {
    return createHmac('sha256', this.#key).update('closing').digest()
  }
}

function isSame(wanted: string, given: string): boolean {
  const bytes = Buffer.from(given)
  return bytes.length === wanted.length && timingSafeEqual(Buffer.from(wanted), bytes)
}

export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'base64url')
}

/** A new secret of 256 bits. */
export function drawSecret(): string {
  return randomBytes(32).toString('base64url')
}

function readOrMakeKey(file: string): Buffer {
  if (existsSync(file)) {
    const key = readFileSync(file)
    if (key.length !== 32) throw new Error(`${file} is not a key of this program (32 bytes)`)
    return key
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  writeFileSync(file, key, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return key
}
