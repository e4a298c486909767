import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const keyName = 'hall-queue-record'
const ed25519 = 1

/**
 * Signs heads of the record with Ed25519 as C2SP signed notes: a text, an empty line, and a line
 * `— name base64(key id ‖ signature)`. Whoever keeps one needs only the public key to hold the
 * record to it.
 */
export class Signer {
  readonly #key: KeyObject
  readonly #public: Buffer

  constructor(file: string) {
    this.#key = readOrMakeKey(file)
    this.#public = rawPublic(createPublicKey(this.#key))
    const shown = `${file}.pub`
    if (!existsSync(shown)) writeFileSync(shown, `${this.publicKey}\n`, { mode: 0o644 })
  }

  /** The verifier key in note form: name, key id, algorithm and key. */
  get publicKey(): string {
    const id = keyId(this.#public).toString('hex')
    const typed = Buffer.concat([Buffer.from([ed25519]), this.#public])
    return `${keyName}+${id}+${typed.toString('base64')}`
  }

  sign(text: string): string {
    const signature = sign(null, Buffer.from(text, 'utf8'), this.#key)
    const blob = Buffer.concat([keyId(this.#public), signature]).toString('base64')
    return `${text}\n— ${keyName} ${blob}\n`
  }
}

/** The signed text of a note, or null where its signature is not of this key. */
export function openNote(note: string, publicKey: string): string | null {
  // Name and key id hold no plus, the key in base64 may.
  const typed = publicKey.trim().replace(/^[^+]*\+[^+]*\+/, '')
  const raw = Buffer.from(typed, 'base64').subarray(1)
  const at = note.lastIndexOf('\n\n')
  const line = /^— (\S+) (\S+)\n$/.exec(note.slice(at + 2))
  if (at < 0 || !line || raw.length !== 32) return null
  const text = note.slice(0, at + 1)
  const blob = Buffer.from(line[2] ?? '', 'base64')
  if (!blob.subarray(0, 4).equals(keyId(raw))) return null
  const good = verify(null, Buffer.from(text, 'utf8'), publicFromRaw(raw), blob.subarray(4))
  return good ? text : null
}

function keyId(raw: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(`${keyName}\n`), Buffer.from([ed25519]), raw])
  return createHash('sha256').update(typed).digest().subarray(0, 4)
}

function rawPublic(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
}

function publicFromRaw(raw: Buffer): KeyObject {
  return createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
  })
}

function readOrMakeKey(file: string): KeyObject {
  if (existsSync(file)) return createPrivateKey(readFileSync(file))
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
  return privateKey
}
