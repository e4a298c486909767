import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * What opens doors and views for a page: a device's key or the holder's token of a ticket. `call`,
 * `LiveView` and `Outbox` take either.
 */
export interface Credential {
  /** Sent as `Authorization: Bearer`; null while there is none. */
  readonly token: string | null
  /** The sign-in of a member of staff at this terminal, sent as `Staff-Session`. */
  session: string | null
  /** Fulfilled as soon as there is a token. */
  readonly ready: Promise<void>
  /** The token was refused: asks for another. False: there is none. */
  renew(): Promise<boolean>
}

/**
 * The holder of one ticket: the token stands behind the `#` of the address, which no server log and
 * no other site ever sees.
 */
export class TicketPass implements Credential, ReactiveController {
  token: string | null = null
  session: string | null = null
  readonly ready: Promise<void>
  readonly #host: ReactiveControllerHost
  readonly #arrived = Promise.withResolvers<void>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    this.ready = this.#arrived.promise
    host.addController(this)
    this.#read()
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#read)
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#read)
  }

  renew(): Promise<boolean> {
    return Promise.resolve(false)
  }

  readonly #read = (): void => {
    this.token = location.hash.slice(1) || null
    if (this.token) this.#arrived.resolve()
    this.#host.requestUpdate()
  }
}
