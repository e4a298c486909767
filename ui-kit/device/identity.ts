import { done, on, openStore } from '../indexed-db.ts'
import { makeKey } from './key.ts'

/** The code that a screen shows, with the secret it asks with; kept, so that a reload shows the same. */
export type Asked = {
  pairingId: string
  userCode: string
  fingerprint: { zh: string[]; en: string[] }
  /** On the clock of this machine. */
  endsAt: number
}

/** Who a screen is: its key, its id once it was taken in, and until then the code it shows. */
export type Identity = { key: CryptoKeyPair; deviceId: string | null; asked: Asked | null }

/**
 * Where a browser keeps who its screen is; one for each kind of screen and counter, for one browser
 * may show several. The key lies there as a key, not as its bytes: a copy of them is of no use.
 */
export class IdentityStore {
  readonly #name: string
  readonly #open: Promise<IDBDatabase | null>
  #inMemory: Identity | null = null

  constructor(name: string) {
    this.#name = name
    this.#open = openStore('hall-device')
  }

  async read(): Promise<Identity | null> {
    const db = await this.#open
    if (!db || this.#inMemory) return this.#inMemory
    const found = (await done(on(db, 'readonly').get(this.#name))) as Identity | undefined
    return found ?? null
  }

  /** The identity that is kept, or a new one with a key of its own. */
  async readOrMake(): Promise<Identity> {
    const kept = await this.read()
    if (kept) return kept
    const made = { key: await makeKey(), deviceId: null, asked: null }
    await this.keep(made)
    return made
  }

  /** A browser that does not keep it (its disk is full) holds it as long as the page. */
  async keep(identity: Identity): Promise<void> {
    const db = await this.#open
    const isKept =
      db && (await done(on(db, 'readwrite').put(identity, this.#name)).catch(() => null))
    this.#inMemory = isKept ? null : identity
  }

  async forget(): Promise<void> {
    const db = await this.#open
    this.#inMemory = null
    if (db) await done(on(db, 'readwrite').delete(this.#name))
  }
}
