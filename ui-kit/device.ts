import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { call } from './call.ts'
import { nobody, type Credential, type RefusalCode } from './credential.ts'
import { IdentityStore, type Identity } from './device/identity.ts'
import { askedHall, borrow } from './device/lent.ts'
import { Pairing } from './device/pairing.ts'
import { isNotYou, prove } from './device/proof.ts'
import type { DeviceKind, Loss, PairingStep } from './device/step.ts'
import type { Words } from './speech.ts'

export type { DeviceKind } from './device/step.ts'
/** `unpaired`: shows a code, or asks for a key. `offline`: nobody has answered yet; it goes on asking. */
export type DeviceState = 'asking' | 'ready' | 'unpaired' | 'offline'

const firstRetryMs = 500
const lastRetryMs = 5_000
/** A token lives ten minutes; a new one is there well before. */
const renewMs = 8 * 60_000
/** A token that was refused right after it was had is not asked for in a storm. */
const calmMs = 2_000
/** So long the screen says what it was taken in as, before it opens. */
const approvedMs = 3_000

const steps = { asking: { name: 'asking' }, offline: { name: 'offline' } } as const

type Held = { token: string; holder: string | null }
/** What was found out; null: nobody answered. */
type Found = Held | 'nothing' | null

/**
 * The credential of a screen: the token it gets for proving the key it was paired with; else what
 * the sample hall lends to a browser on its own machine; else a key that was typed here. Where there
 * is none of these it asks to be paired (`step`, shown by `<pairing-page>`), until it is.
 *
 * A token lives in the memory of the page alone, and is had anew before it ends and when it is
 * refused. A screen that was revoked forgets who it was.
 */
export class Device implements Credential, ReactiveController {
  readonly kind: DeviceKind
  /** The counter that the address names. */
  readonly counterId: string | null
  readonly ready: Promise<void>
  state: DeviceState = 'asking'
  token: string | null = null
  /** Id of the paired device; null: a key or a lent credential, which changes only with its holder. */
  holder: string | null = null
  /** Why it is paired no longer. */
  loss: Loss | null = null
  /** The key that was typed here opens nothing. */
  keyRefused = false
  /** The hall that it asks to be taken in by. */
  hall: Words | null = null
  readonly #host: ReactiveControllerHost
  readonly #arrived = Promise.withResolvers<void>()
  readonly #identities: IdentityStore
  #asking: Promise<boolean> | null = null
  #pairing: Pairing | null = null
  #renewal = 0
  #provedAt = -Infinity

  constructor(host: ReactiveControllerHost, kind: DeviceKind, counterId: string | null) {
    this.#host = host
    this.kind = kind
    this.counterId = counterId || null
    this.ready = this.#arrived.promise
    this.#identities = new IdentityStore(`${kind}:${counterId ?? ''}`)
    host.addController(this)
  }

  hostConnected(): void {
    if (!this.token) void this.renew()
  }

  hostDisconnected(): void {
    clearTimeout(this.#renewal)
  }

  /** Where it stands on the way to a credential. */
  get step(): PairingStep {
    if (this.#pairing) return this.#pairing.step
    return this.state === 'offline' ? steps.offline : steps.asking
  }

  /** The staff sign-in; outlives a reload of the page, not the closing of the browser. */
  get session(): string | null {
    return sessionStorage.getItem(this.#sessionItem)
  }

  set session(session: string | null) {
    if (session) sessionStorage.setItem(this.#sessionItem, session)
    else sessionStorage.removeItem(this.#sessionItem)
    this.#host.requestUpdate()
  }

  /** Takes the key typed on this device and keeps it. */
  useKey(secret: string): void {
    localStorage.setItem(this.#keyItem, secret)
    this.#settle('ready', { token: secret, holder: null })
  }

  /** Another code, or another try, at once. */
  again(): void {
    this.#pairing?.again()
  }

  renew(because?: RefusalCode): Promise<boolean> {
    if (this.#pairing) return Promise.resolve(false)
    this.#asking ??= this.#renew(because).finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  get #sessionItem(): string {
    return `hall-session:${this.counterId ?? ''}`
  }

  get #keyItem(): string {
    return `hall-key:${this.kind}:${this.counterId ?? ''}`
  }

  async #renew(because?: RefusalCode): Promise<boolean> {
    if (because === 'device-revoked') return this.#lose('revoked')
    const refused = because === undefined ? null : this.token
    const isTyped = refused !== null && refused === localStorage.getItem(this.#keyItem)
    // A paired or lent screen is of the right kind; only a typed key may be of another.
    if (because === 'not-allowed' && !isTyped) return false
    for (let wait = firstRetryMs; ; wait = Math.min(wait * 2, lastRetryMs)) {
      const found = await this.#find(refused)
      if (found && found !== 'nothing') return this.#settle('ready', found)
      if (found === 'nothing') return this.#pair()
      if (!this.token) this.#settle('offline', null)
      await pause(wait * (0.5 + Math.random()))
    }
  }

  async #find(refused: string | null): Promise<Found> {
    const identity = await this.#identities.read()
    if (identity?.deviceId) return this.#prove(identity.key, identity.deviceId)
    const lent = await borrow(this.kind, this.counterId)
    if (!lent) return null
    const token = lent.token ?? localStorage.getItem(this.#keyItem)
    this.keyRefused = token !== null && token === refused
    return token === null || this.keyRefused ? 'nothing' : { token, holder: null }
  }

  async #prove(key: CryptoKeyPair, deviceId: string): Promise<Found> {
    await pause(this.#provedAt + calmMs - performance.now())
    const proved = await prove(key, deviceId)
    this.#provedAt = performance.now()
    if (proved.ok) return { token: proved.answer.token, holder: deviceId }
    if (!isNotYou(proved)) return null
    await this.#forget(proved.problem?.code === 'device-revoked' ? 'revoked' : 'forgotten')
    return 'nothing'
  }

  async #lose(loss: Loss): Promise<boolean> {
    await this.#forget(loss)
    return this.#pair()
  }

  /** A key that somebody took back opens nothing again; one whose cookie was lost is paired anew. */
  async #forget(loss: Loss): Promise<void> {
    this.loss = loss
    this.session = null
    const identity = await this.#identities.read()
    if (loss === 'revoked' || !identity) await this.#identities.forget()
    else await this.#identities.keep({ ...identity, deviceId: null, asked: null })
  }

  /** Shows a code until it is taken in; what asks meanwhile is told that there is no credential. */
  #pair(): false {
    const identity = { kind: this.kind, hallId: askedHall }
    const pairing = new Pairing(identity, this.#identities, () => this.#host.requestUpdate())
    this.#pairing = pairing
    this.state = 'unpaired'
    this.token = null
    this.holder = null
    void this.#nameHall()
    void pairing.run().then((paired) => paired && this.#open(paired))
    this.#host.requestUpdate()
    return false
  }

  async #open({ key, deviceId }: Identity): Promise<void> {
    if (deviceId === null) return
    const [found] = await Promise.all([this.#prove(key, deviceId), pause(approvedMs)])
    this.loss = found === 'nothing' ? this.loss : null
    this.#pairing = null
    if (found && found !== 'nothing') this.#settle('ready', found)
    else if (found === null) void this.renew()
    else this.#pair()
  }

  async #nameHall(): Promise<void> {
    const told = await call(nobody, 'GET /api/v1/halls')
    if (!told.ok) return
    const { halls } = told.answer
    this.hall = (halls.find(({ id }) => id === askedHall) ?? halls[0])?.name ?? null
    this.#host.requestUpdate()
  }

  #settle(state: 'ready' | 'offline', held: Held | null): boolean {
    this.#pairing?.stop()
    this.#pairing = null
    this.state = state
    this.token = held?.token ?? null
    this.holder = held?.holder ?? null
    if (held) this.#arrived.resolve()
    clearTimeout(this.#renewal)
    if (held?.holder) this.#renewal = window.setTimeout(() => void this.renew(), renewMs)
    this.#host.requestUpdate()
    return held !== null
  }
}

/** Not at all where it is over already. */
function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
}
