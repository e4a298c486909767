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
  readonly token: string | null = location.hash.slice(1) || null
  session: string | null = null
  /** For ever pending where the address names no ticket. */
  readonly ready = this.token ? Promise.resolve() : new Promise<void>(() => {})

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('hashchange', readAfresh)
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', readAfresh)
  }

  renew(): Promise<boolean> {
    return Promise.resolve(false)
  }
}

/** Another ticket is another page: nothing of the one before may stay. */
function readAfresh(): void {
  location.reload()
}
