import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What a page shows of a countdown; both in whole seconds. */
export type Remaining = { left: number; of: number }

/** Often enough that a second on the page is never longer than a second. */
const tickMs = 200

/**
 * Seconds that run down in the corner of a page. Runs on the page's own monotonic clock: how long a
 * page has stood here is nothing the server knows, and a corrected wall clock must not cut it short.
 */
export class Countdown implements ReactiveController {
  /** Whole seconds left, as shown; 0 while nothing runs. */
  #seconds = 0
  #totalMs = 0
  readonly #host: ReactiveControllerHost
  readonly #ended: () => void
  #until = 0
  #timer: ReturnType<typeof setInterval> | null = null

  constructor(host: ReactiveControllerHost, ended: () => void) {
    this.#host = host
    this.#ended = ended
    host.addController(this)
  }

  hostDisconnected(): void {
    this.stop()
  }

  /** `leftMs`: less than the whole where part of it is already gone. */
  start(totalMs: number, leftMs: number = totalMs): void {
    this.#totalMs = totalMs
    this.#until = performance.now() + leftMs
    this.#timer ??= setInterval(this.#tick, tickMs)
    this.#show()
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    this.#seconds = 0
  }

  get remaining(): Remaining {
    return { left: this.#seconds, of: Math.ceil(this.#totalMs / 1000) }
  }

  /** What is left, ms. */
  get leftMs(): number {
    return this.#timer === null ? 0 : Math.max(0, this.#until - performance.now())
  }

  readonly #tick = (): void => {
    if (this.leftMs > 0) return this.#show()
    this.stop()
    this.#ended()
    this.#host.requestUpdate()
  }

  #show(): void {
    const seconds = Math.ceil(this.leftMs / 1000)
    if (seconds === this.#seconds) return
    this.#seconds = seconds
    this.#host.requestUpdate()
  }
}
