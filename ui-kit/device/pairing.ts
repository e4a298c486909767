import type { pairingPollS as PairingPollS } from '#contract/devices.ts'
import { call, type CallInput, type CallResult } from '../call.ts'
import { nobody } from '../credential.ts'
import type { Asked, Identity, IdentityStore } from './identity.ts'
import { canMakeKeys, publicHalf } from './key.ts'
import type { PairingStep } from './step.ts'

type Asking = CallInput<'POST /api/v1/pairings'>['body']

// A screen carries no code of the contract; its types hold this equal to it.
const pollS: typeof PairingPollS = 5
/** A code is good for so long. The server's clock is not this machine's, so it is counted from here. */
const codeMs = 10 * 60_000
const retryMs = 3_000
/** Codes that nobody types, one after another, before the screen waits for somebody: an hour. */
const untypedMax = 6
/** Where the server does not say how long it wants to be left alone. */
const limitMs = 60_000

/**
 * How a screen comes to be taken in: shows a code, asks every five seconds whether somebody typed it
 * at the console, and fetches another when it runs out. `run` goes on until it is taken in, or until
 * it is stopped; `again` is the press that asks for another code at once.
 */
export class Pairing {
  step: PairingStep = { name: 'asking' }
  readonly #kind: Asking['kind']
  readonly #hallId: string | null
  readonly #identities: IdentityStore
  readonly #changed: () => void
  readonly #stopped = new AbortController()
  #press = Promise.withResolvers<void>()

  constructor(
    { kind, hallId }: { kind: Asking['kind']; hallId: string | null },
    identities: IdentityStore,
    changed: () => void,
  ) {
    this.#kind = kind
    this.#hallId = hallId
    this.#identities = identities
    this.#changed = changed
  }

  /** The identity that was taken in; null: it was stopped, or browsers cannot be paired here. */
  async run(): Promise<Identity | null> {
    if (!canMakeKeys()) return this.#show({ name: 'keys-only' })
    for (let untyped = 0; !this.#isStopped;) {
      const identity = await this.#withCode()
      if (!identity) return null
      const end = identity.deviceId === null ? await this.#wait(identity) : 'approved'
      if (end === 'approved') return this.#identities.read()
      untyped = end === 'over' ? untyped + 1 : 0
      if (end === 'refused' || untyped >= untypedMax) {
        this.#show({ name: end === 'refused' ? 'refused' : 'expired' })
        await this.#pressed()
        untyped = 0
      }
    }
    return null
  }

  stop(): void {
    this.#stopped.abort()
    this.#press.resolve()
  }

  /** Somebody wants another code, or another try, now. */
  again(): void {
    this.#press.resolve()
  }

  get #isStopped(): boolean {
    return this.#stopped.signal.aborted
  }

  /** With a code that is still good, or taken in by another page of this browser meanwhile. */
  async #withCode(): Promise<Identity | null> {
    while (!this.#isStopped) {
      const identity = await this.#identities.readOrMake()
      if (identity.deviceId !== null) return identity
      if (identity.asked && identity.asked.endsAt > Date.now()) return identity
      this.#show({ name: 'asking' })
      const answer = await this.#ask(identity)
      if (answer.ok) {
        const { pairingId, userCode, fingerprint } = answer.answer
        const asked = { pairingId, userCode, fingerprint, endsAt: Date.now() + codeMs }
        await this.#identities.keep({ ...identity, asked })
      } else if (!(await this.#afterRefusal(answer))) return null
    }
    return null
  }

  async #ask({ key }: Identity): Promise<CallResult<'POST /api/v1/pairings'>> {
    const publicKey = (await publicHalf(key)) as Asking['publicKey']
    const hall = this.#hallId === null ? {} : { hallId: this.#hallId }
    return call(nobody, 'POST /api/v1/pairings', { body: { kind: this.#kind, publicKey, ...hall } })
  }

  /** Whether to ask once more. */
  async #afterRefusal({ problem }: CallResult<'POST /api/v1/pairings'> & { ok: false }) {
    if (problem?.code === 'not-allowed') return this.#show({ name: 'keys-only' })
    // A key that was taken back, or that stands for another kind, is good for nothing any more.
    const isKeyOver = problem?.code === 'device-revoked' || problem?.code === 'device-kind'
    if (isKeyOver) await this.#identities.forget()
    else if (problem?.code === 'too-many-requests') {
      const waitMs = Number(problem.details['waitS'] ?? 0) * 1000 || limitMs
      this.#show({ name: 'limit', until: Date.now() + waitMs })
      await this.#pressed(waitMs)
    } else {
      this.#show({ name: 'offline' })
      await this.#pressed(retryMs)
    }
    return true
  }

  /** Shows the code until it has come to something, or is over. */
  async #wait({ asked }: Identity): Promise<'approved' | 'refused' | 'over'> {
    if (!asked) return 'over'
    const { userCode, fingerprint, endsAt } = asked
    for (let offline = false; !this.#isStopped;) {
      this.#show({ name: 'waiting', userCode, fingerprint, endsAt, offline })
      await this.#pressed(pollS * 1000)
      const identity = await this.#identities.read()
      if (identity?.deviceId) return 'approved'
      const polled = await this.#poll(asked)
      offline = polled === null
      if (polled === 'waiting' || (offline && endsAt > Date.now())) continue
      if (polled === 'approved') return 'approved'
      await this.#dropCode(asked)
      return polled === 'refused' ? 'refused' : 'over'
    }
    return 'over'
  }

  /** Null: nobody answered. */
  async #poll({
    pairingId,
  }: Asked): Promise<'waiting' | 'approved' | 'refused' | 'expired' | null> {
    const polled = await call(nobody, 'POST /api/v1/pairings/poll', { body: { pairingId } })
    if (!polled.ok) {
      const code = polled.problem?.code
      return code === 'pairing-unknown' || code === 'pairing-over' ? 'expired' : null
    }
    const { state, deviceId, name = '', place = '' } = polled.answer
    if (state === 'approved' && deviceId !== undefined) {
      const identity = await this.#identities.readOrMake()
      await this.#identities.keep({ ...identity, deviceId, asked: null })
      this.#show({ name: 'approved', device: name, place })
    }
    return state
  }

  /** Unless another page of this browser has fetched the next one already. */
  async #dropCode({ pairingId }: Asked): Promise<void> {
    const identity = await this.#identities.read()
    if (identity?.asked?.pairingId === pairingId)
      await this.#identities.keep({ ...identity, asked: null })
  }

  /** Waits for a press, or for so long. */
  async #pressed(ms?: number): Promise<void> {
    if (this.#isStopped) return
    this.#press = Promise.withResolvers()
    const timer = ms === undefined ? 0 : setTimeout(() => this.#press.resolve(), ms)
    await this.#press.promise
    clearTimeout(timer)
  }

  #show(step: PairingStep): null {
    this.step = step
    if (!this.#isStopped) this.#changed()
    return null
  }
}
