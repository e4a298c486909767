import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { call, type CallInput, type CallResult } from '#ui-kit/call.ts'
import { nobody, type Credential } from '#ui-kit/credential.ts'
import { newId } from '#ui-kit/new-id.ts'
import type { Problem } from '#contract/refusals.ts'
import type { RouteKey } from '#contract/routes.ts'

/** What the server says of the person who is signed in. */
export type Me = Extract<CallResult<'GET /api/v1/console/me'>, { ok: true }>['answer']
/** A line of the matrix that is open to them, and on what terms. */
export type Terms = Me['may'][number]
export type Act = Terms['act']

/** `offline`: nobody has answered yet, and it goes on asking. */
export type EntryState = 'asking' | 'offline' | 'out' | 'in'

const retryMs = 3_000

/** How a sign-in ended; null: there was none, or they left of themselves. */
function endingOf({ code, details }: Problem): string | null {
  const because = code.startsWith('session-') ? (details['because'] ?? 'other') : null
  return because === null || because === 'signed-out' ? null : String(because)
}

/**
 * The sign-in of one person at the console. The browser keeps it in a cookie that no script reads,
 * so who is in and what they may do is asked of the server: at the start, after each sign-in, and
 * whenever a door or the live view says that it has ended.
 */
export class Entry implements Credential, ReactiveController {
  /** The cookie opens the doors. */
  readonly token = null
  state: EntryState = 'asking'
  me: Me | null = null
  /** Why the last sign-in ended, as the server names it; null: nobody was signed in. */
  ended: string | null = null
  /** Settled by the dialog that asks for a step-up; null: nothing is asked. */
  stepUp: { settle(done: boolean): void } | null = null
  readonly #host: ReactiveControllerHost
  readonly #returns = new Set<() => void>()
  #ready = Promise.withResolvers<void>()
  #isOpen = false
  #retry = 0
  #toldRoles = ''

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    void this.look()
  }

  hostDisconnected(): void {
    clearTimeout(this.#retry)
  }

  /** Fulfilled while somebody is in. */
  get ready(): Promise<void> {
    return this.#ready.promise
  }

  /** The live view and `call` hold a sign-in that ended against the credential: it is asked about. */
  get session(): string | null {
    return null
  }

  set session(session: string | null) {
    if (session === null) void this.#lost()
  }

  async renew(): Promise<boolean> {
    if (this.state !== 'in') return false
    await this.#lost()
    return false
  }

  /** On what terms the person may do this; null: not at all. */
  may(act: Act): Terms | null {
    return this.me?.may.find((terms) => terms.act === act) ?? null
  }

  /** Runs whenever the same person is in again, so that pages read afresh what they missed. */
  onReturn(listener: () => void): () => void {
    this.#returns.add(listener)
    return () => this.#returns.delete(listener)
  }

  /** Asks who is in. */
  async look(): Promise<void> {
    clearTimeout(this.#retry)
    const asked = await call(nobody, 'GET /api/v1/console/me', { unattended: true })
    if (asked.ok) return this.enter(asked.answer)
    if (asked.problem) return this.#leave(endingOf(asked.problem))
    if (this.state === 'asking') this.state = 'offline'
    this.#retry = window.setTimeout(() => void this.look(), retryMs)
    this.#host.requestUpdate()
  }

  /** Somebody has just proved who they are. */
  enter(me: Me): void {
    const isBack = this.state === 'out' && this.me?.staffId === me.staffId
    this.me = me
    this.state = 'in'
    this.ended = null
    this.#isOpen = true
    this.#ready.resolve()
    this.#host.requestUpdate()
    if (isBack) for (const listener of this.#returns) listener()
  }

  /** What the live view says the person is: what they may do is asked afresh when that changes. */
  keepUp(roles: readonly string[]): void {
    const told = roles.join()
    const isKnown = told === this.me?.roles.join()
    const isNew = !isKnown && told !== this.#toldRoles
    this.#toldRoles = isKnown ? '' : told
    if (isNew && this.state === 'in') void this.look()
  }

  async signOut(): Promise<void> {
    const left = await call(nobody, 'POST /api/v1/console/sign-out')
    if (left.ok || left.problem) this.#leave(null)
  }

  /**
   * Asks a door on behalf of the person. Where it wants to know once more that it is them, the dialog
   * asks, and the same command goes again under the same key.
   */
  async ask<K extends RouteKey>(
    door: K,
    ...[input]: Record<never, never> extends CallInput<K>
      ? [input?: CallInput<K>]
      : [input: CallInput<K>]
  ): Promise<CallResult<K>> {
    const asked = { ...(input as CallInput<K>), key: newId() }
    for (;;) {
      const result = await call<K>(this, door, asked)
      if (result.ok || result.problem?.code !== 'step-up-required') return result
      if (!(await this.#stepUpAgain())) return result
    }
  }

  #stepUpAgain(): Promise<boolean> {
    this.stepUp?.settle(false)
    return new Promise((resolve) => {
      this.stepUp = {
        settle: (done) => {
          this.stepUp = null
          this.#host.requestUpdate()
          resolve(done)
        },
      }
      this.#host.requestUpdate()
    })
  }

  /** Keeps who it was: their page stays under the sign-in, with what was typed on it. */
  #leave(because: string | null): void {
    this.#hold()
    this.stepUp?.settle(false)
    if (because === null && this.state !== 'out') this.me = null
    this.state = 'out'
    this.ended = because
    this.#host.requestUpdate()
  }

  /** Whatever opens next waits until somebody is in; what waits already goes on waiting. */
  #hold(): void {
    if (this.#isOpen) this.#ready = Promise.withResolvers()
    this.#isOpen = false
  }

  #lost(): Promise<void> {
    if (this.state !== 'in') return Promise.resolve()
    this.#hold()
    return this.look()
  }
}
