import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Problem } from '#contract/refusals.ts'

/** Why a door or a view did not open. */
export type RefusalCode = Problem['code']

/**
 * What opens doors and views for a page: a device's key or the holder's token of a ticket. `call`,
 * `LiveView` and `Outbox` take either.
 */
export interface Credential {
  /** Sent as `Authorization: Bearer`; null while there is none. */
  readonly token: string | null
  /** Whose token it is, where tokens change and their holder stays: an open line outlives that. */
  readonly holder?: string | null
  /** The sign-in of a member of staff at this terminal, sent as `Staff-Session`. */
  session: string | null
  /** Fulfilled as soon as there is a token. */
  readonly ready: Promise<void>
  /** The token was refused: asks for another. False: there is none. */
  renew(because: RefusalCode): Promise<boolean>
}

/** Who asks only what everybody may ask. */
export const nobody: Credential = {
  token: null,
  session: null,
  ready: Promise.resolve(),
  renew: () => Promise.resolve(false),
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
