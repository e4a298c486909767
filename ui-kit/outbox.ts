import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { RouteKey } from '#contract/routes.ts'
import { knock, type CallInput, type CallResult, type Knock } from './call.ts'
import type { Credential } from './credential.ts'
import { newId } from './new-id.ts'
import { Shelf } from './shelf.ts'

/** A command on its way: the same key however often it is sent. */
export type Errand = { key: string; door: RouteKey; asked: Knock; at: number }

/** `kept`: the device holds the command and goes on sending it; without it nobody does. */
export type Sent<K extends RouteKey> = CallResult<K> & { kept: boolean }

type Options = {
  /** How long a command may wait for the line, ms. */
  keepMs: number
  /** A command that had to wait was answered, or (null) grew too old and was dropped. */
  onSettled?: (errand: Errand, result: CallResult<RouteKey> | null) => void
}

const keptMax = 50
const noLine = { ok: false, problem: null } as const
const patienceMs = 3_000
/** Nobody waits longer than this to hear that a command is kept. */
const answerMs = 8_000
const firstRetryMs = 1_000
const lastRetryMs = 15_000

/** Refusals that say nothing about the command itself: it waits until they are cured. */
const notYet = new Set([
  'credential-missing',
  'credential-invalid',
  'session-required',
  'session-ended',
  'too-many-requests',
  'storage-full',
  'storage-failed',
])

/**
 * Sends the few commands that must outlive a lost line and a reboot: a rating, the completion of the
 * customer in hand. Each is kept on the device before it is sent, and sent in order until answered.
 * `waiting` says how many are kept; the host renders when it changes.
 */
export class Outbox implements ReactiveController {
  waiting = 0
  readonly #host: ReactiveControllerHost
  readonly #credential: Credential
  readonly #options: Options
  readonly #shelf: Shelf<Errand>
  readonly #asking = new Map<string, (result: Sent<RouteKey>) => void>()
  #running: Promise<void> = Promise.resolve()
  #retry = 0
  #retryMs = firstRetryMs

  /** `name`: one for each screen and counter of a browser. */
  constructor(
    host: ReactiveControllerHost,
    credential: Credential,
    name: string,
    options: Options,
  ) {
    this.#host = host
    this.#credential = credential
    this.#options = options
    this.#shelf = new Shelf(`hall-outbox:${name}`)
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('online', this.flush)
    this.flush()
  }

  hostDisconnected(): void {
    removeEventListener('online', this.flush)
    clearTimeout(this.#retry)
  }

  /**
   * Sends a command, once it is kept. Where the device has no room for it, it has only this moment:
   * then a lost line (`problem` null) answers with `kept` false.
   */
  async send<K extends RouteKey>(door: K, input: CallInput<K>): Promise<Sent<K>> {
    const asked: Knock = input
    const errand: Errand = { key: newId(), door, asked, at: Date.now() }
    const isKept = this.waiting < keptMax && (await this.#keep(errand))
    if (!isKept) return { ...(await knock<K>(this.#credential, door, asked)), kept: false }
    const answered = new Promise<Sent<RouteKey>>((resolve) => {
      this.#asking.set(errand.key, resolve)
      setTimeout(() => this.#answer(errand.key, { ...noLine, kept: true }), answerMs)
    })
    this.flush()
    return (await answered) as Sent<K>
  }

  /** Tries now: the line is back, or somebody signed in. */
  readonly flush = (): void => {
    clearTimeout(this.#retry)
    this.#running = this.#running.then(() => this.#run()).catch(() => this.#wait(null))
  }

  /** False where the device has no room left. */
  #keep(errand: Errand): Promise<boolean> {
    return this.#shelf.add(errand).then(
      () => true,
      () => false,
    )
  }

  async #run(): Promise<void> {
    await this.#credential.ready
    for (;;) {
      const next = await this.#shelf.first()
      if (!next) break
      const result = await this.#deliver(next.value)
      if (result && isNotYet(result)) {
        this.#wait({ key: next.value.key, result })
        break
      }
      this.#retryMs = firstRetryMs
      await this.#shelf.remove(next.order)
      this.#settle(next.value, result)
    }
    await this.#count()
  }

  async #deliver({ key, door, asked, at }: Errand): Promise<CallResult<RouteKey> | null> {
    if (Date.now() - at > this.#options.keepMs) return null
    return knock(this.#credential, door, { ...asked, key, patienceMs })
  }

  #settle(errand: Errand, result: CallResult<RouteKey> | null): void {
    const isAnswer = result !== null && this.#answer(errand.key, { ...result, kept: false })
    if (!isAnswer) this.#options.onSettled?.(errand, result)
  }

  /** False where nobody waits for it any more. */
  #answer(key: string, result: Sent<RouteKey>): boolean {
    const answer = this.#asking.get(key)
    this.#asking.delete(key)
    answer?.(result)
    return answer !== undefined
  }

  /** Nobody is kept waiting for what stands behind a command that could not be delivered. */
  #wait(stuck: { key: string; result: CallResult<RouteKey> } | null): void {
    for (const key of [...this.#asking.keys()])
      this.#answer(key, { ...(key === stuck?.key ? stuck.result : noLine), kept: true })
    this.#retry = window.setTimeout(this.flush, this.#retryMs * (0.5 + Math.random()))
    this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs)
  }

  async #count(): Promise<void> {
    const waiting = await this.#shelf.count()
    if (waiting === this.waiting) return
    this.waiting = waiting
    this.#host.requestUpdate()
  }
}

function isNotYet(result: CallResult<RouteKey>): boolean {
  return !result.ok && (result.problem === null || notYet.has(result.problem.code))
}
