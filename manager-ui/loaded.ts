import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Problem } from '#contract/refusals.ts'
import type { Entry } from './entry.ts'

export type Result<T> = { ok: true; answer: T } | { ok: false; problem: Problem | null }

/** How it is asked: by somebody's press, or by the page itself. */
export type How = { unattended: boolean }

const slowAfterMs = 400
const retryMs = 5_000

/**
 * What a page reads from the server: asked when the page comes, again when the person is back after
 * a sign-in, and for ever while nobody answers. What was read stays while it is read afresh.
 */
export class Loaded<T> implements ReactiveController {
  value: T | null = null
  /** Why the server would not say. */
  problem: Problem | null = null
  isOffline = false
  /** Asked, and no answer for a while. */
  isSlow = false
  readonly #host: ReactiveControllerHost
  readonly #entry: () => Entry
  readonly #read: (how: How) => Promise<Result<T>>
  #asked = 0
  #timer = 0
  #stop: (() => void) | null = null

  constructor(
    host: ReactiveControllerHost,
    entry: () => Entry,
    read: (entry: Entry, how: How) => Promise<Result<T>>,
  ) {
    this.#host = host
    this.#entry = entry
    this.#read = (how) => read(entry(), how)
    host.addController(this)
  }

  hostUpdate(): void {
    if (this.#stop) return
    this.#stop = this.#entry().onReturn(() => void this.reload())
    void this.reload()
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = null
    clearTimeout(this.#timer)
  }

  async reload(how: How = { unattended: false }): Promise<void> {
    clearTimeout(this.#timer)
    const turn = ++this.#asked
    const slow = window.setTimeout(() => this.#note(turn), slowAfterMs)
    const result = await this.#read(how)
    clearTimeout(slow)
    // Another question was asked since; its answer is the one to show.
    if (turn !== this.#asked || !this.#stop) return
    this.isSlow = false
    this.isOffline = !result.ok && result.problem === null
    this.problem = result.ok ? null : result.problem
    if (result.ok) this.value = result.answer
    if (this.isOffline)
      this.#timer = window.setTimeout(() => void this.reload({ unattended: true }), retryMs)
    this.#host.requestUpdate()
  }

  #note(turn: number): void {
    if (turn !== this.#asked) return
    this.isSlow = true
    this.#host.requestUpdate()
  }
}
