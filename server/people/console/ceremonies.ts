import { minute, second } from '#domain/time.ts'
import type { Browser } from '../../cookies.ts'
import { drawSecret, hashSecret } from '../../secrets.ts'
import type { Place } from './place.ts'

/** How long somebody may take over one proof. */
export const ceremonyMs = 5 * minute

/** Open ones at one time; who begins more never finishes them, and the oldest is forgotten. */
const openMax = 2_000
const openPerAddressMax = 20

/** What a challenge was given out for, and where it is to be answered. */
type Challenge = { challenge: string; place: Place }
/** Whose account it is about; `codeHash`: the one-time code that opened it, if one did. */
type About = { hallId: string; staffId: string; codeHash: string | null }

/** What a browser has begun, by what is to come of it. */
export type Begun = {
  'sign-in': Challenge
  'step-up': Challenge & { sessionId: string }
  'new-passkey': Challenge & About
  'new-password': About & { hash: string; totp: string; tries: number }
}

type Open = { [P in keyof Begun]: { purpose: P; begun: Begun[P] } }[keyof Begun] & {
  address: string
  expiresAt: number
}

/**
 * Proofs that have begun and are not finished. Each belongs to one browser, by a short-lived cookie,
 * holds for five minutes and is used once: an answer that was overheard or kept opens nothing. They
 * live in memory, so a restart asks to begin anew.
 */
export class Ceremonies {
  readonly #open = new Map<string, Open>()

  begin<P extends keyof Begun>(browser: Browser, purpose: P, begun: Begun[P], now: number): void {
    const { address } = browser
    this.#makeRoom(address, now)
    const secret = drawSecret()
    const open = { purpose, begun, address, expiresAt: now + ceremonyMs } as Open
    this.#open.set(hashSecret(secret), open)
    browser.keep('ceremony', secret, ceremonyMs / second)
  }

  /** What this browser has begun, which is over with that. */
  take<P extends keyof Begun>(browser: Browser, purpose: P, now: number): Begun[P] | null {
    const found = this.look(browser, purpose, now)
    this.#open.delete(keyOf(browser))
    browser.drop('ceremony')
    return found
  }

  /** The same, and it may still be finished. */
  look<P extends keyof Begun>(browser: Browser, purpose: P, now: number): Begun[P] | null {
    const open = this.#open.get(keyOf(browser))
    if (!open || open.purpose !== purpose || open.expiresAt <= now) return null
    return open.begun as Begun[P]
  }

  #makeRoom(address: string, now: number): void {
    for (const [key, { expiresAt }] of this.#open) if (expiresAt <= now) this.#open.delete(key)
    const own = [...this.#open].filter(([, open]) => open.address === address)
    const [oldestOwn] = own
    if (oldestOwn && own.length >= openPerAddressMax) this.#open.delete(oldestOwn[0])
    const [oldest] = this.#open.keys()
    if (oldest !== undefined && this.#open.size >= openMax) this.#open.delete(oldest)
  }
}

function keyOf(browser: Browser): string {
  return hashSecret(browser.cookie('ceremony') ?? '')
}
