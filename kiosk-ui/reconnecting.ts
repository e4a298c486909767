import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Waits before each try; the last one is used for ever. */
const waitsS = [5, 10, 20, 30] as const

/**
 * Counts down to the next try while the line is cut, as the offline page tells it. The live view
 * goes on by itself besides; a try here starts afresh, which also helps where the device changed
 * its network.
 */
export class Reconnecting implements ReactiveController {
  /** Seconds until the next try; null while it is under way. */
  inS: number | null = null
  /** When the page found the line cut, by the steady clock. */
  #since = 0
  #tries = 0
  #tick = 0
  readonly #host: ReactiveControllerHost
  readonly #attempt: () => void

  constructor(host: ReactiveControllerHost, attempt: () => void) {
    this.#host = host
    this.#attempt = attempt
    host.addController(this)
  }

  hostConnected(): void {
    this.#since = performance.now()
    this.#tries = 0
    this.inS = waitsS[0]
    this.#tick = window.setInterval(this.#second, 1000)
  }

  hostDisconnected(): void {
    clearInterval(this.#tick)
  }

  /** How long the page has known that the line is cut, ms. */
  get forMs(): number {
    return performance.now() - this.#since
  }

  readonly #second = (): void => {
    if (this.inS === null) {
      this.#tries += 1
      this.inS = waitsS[Math.min(this.#tries, waitsS.length - 1)] ?? waitsS[0]
    } else if (this.inS > 1) {
      this.inS -= 1
    } else {
      this.inS = null
      this.#attempt()
    }
    this.#host.requestUpdate()
  }
}
