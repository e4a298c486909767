import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Static } from 'typebox'
import type { SampleCredentialBody } from '#contract/people.ts'
import type { Credential } from './credential.ts'

export type DeviceKind = Static<typeof SampleCredentialBody>['kind']
/** `offline`: nobody has answered yet, and it goes on asking. */
export type DeviceState = 'asking' | 'ready' | 'needs-key' | 'offline'

const firstRetryMs = 500
const lastRetryMs = 5_000

/**
 * The credential of a screen. The sample hall lends one to a browser on its own machine; elsewhere
 * the screen uses the key that was typed into `<device-key-page>`, kept on the device for each kind
 * and counter.
 */
export class Device implements Credential, ReactiveController {
  readonly kind: DeviceKind
  readonly counterId: string | null
  readonly ready: Promise<void>
  state: DeviceState = 'asking'
  token: string | null = null
  /** The key that was typed here opens nothing. */
  keyRefused = false
  readonly #host: ReactiveControllerHost
  readonly #arrived = Promise.withResolvers<void>()
  #asking: Promise<boolean> | null = null

  constructor(host: ReactiveControllerHost, kind: DeviceKind, counterId: string | null) {
    this.#host = host
    this.kind = kind
    this.counterId = counterId
    this.ready = this.#arrived.promise
    host.addController(this)
  }

  hostConnected(): void {
    if (!this.token) void this.renew()
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
    this.#settle('ready', secret)
  }

  forget(): void {
    localStorage.removeItem(this.#keyItem)
    this.keyRefused = false
    this.session = null
    this.#settle('needs-key', null)
  }

  renew(): Promise<boolean> {
    this.#asking ??= this.#ask().finally(() => {
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

  async #ask(): Promise<boolean> {
    const refused = this.token
    for (let wait = firstRetryMs; ; wait = Math.min(wait * 2, lastRetryMs)) {
      const lent = await this.#lent()
      if (!lent) {
        if (!this.token) this.#settle('offline', null)
        await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())))
        continue
      }
      const token = lent.token ?? localStorage.getItem(this.#keyItem)
      const isNew = token !== null && token !== refused
      this.keyRefused = token !== null && !isNew
      this.#settle(isNew ? 'ready' : 'needs-key', isNew ? token : null)
      return isNew
    }
  }

  /** The sample hall's credential, if this is one on the same machine. Null: nobody answered. */
  async #lent(): Promise<{ token: string | null } | null> {
    // `?hall=` watches a hall of recorded days that runs beside the sample hall.
    const hallId = new URLSearchParams(location.search).get('hall')
    const body = {
      kind: this.kind,
      ...(this.counterId ? { counterId: this.counterId } : {}),
      ...(hallId ? { hallId } : {}),
    }
    try {
      const response = await fetch('/api/v1/sample/credentials', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (response.status >= 500 || response.status === 429) return null
      return response.ok ? ((await response.json()) as { token: string }) : { token: null }
    } catch {
      return null
    }
  }

  #settle(state: DeviceState, token: string | null): void {
    this.state = state
    this.token = token
    if (token) this.#arrived.resolve()
    this.#host.requestUpdate()
  }
}
