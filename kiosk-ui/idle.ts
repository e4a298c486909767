import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * How long a page waits for its customer. The last `shownMs` of `limitMs` are counted down before
 * their eyes. `asks`: the countdown is a question, so that only its answer counts as a touch.
 */
export type Patience = { limitMs: number; shownMs: number; asks: boolean }

const second = 1000

export const patience = {
  home: { limitMs: 40 * second, shownMs: 0, asks: false },
  services: { limitMs: 60 * second, shownMs: 20 * second, asks: true },
  divert: { limitMs: 60 * second, shownMs: 20 * second, asks: true },
  way: { limitMs: 20 * second, shownMs: 20 * second, asks: false },
  ticket: { limitMs: 20 * second, shownMs: 20 * second, asks: false },
} as const satisfies Record<string, Patience>

const checkMs = 200

/** Notices that nobody touches the screen any more, and ends the visit. */
export class Idle implements ReactiveController {
  /** Seconds left while they are counted down, else null. */
  leftS: number | null = null
  readonly #host: ReactiveControllerHost
  readonly #onEnd: () => void
  #patience: Patience = patience.home
  #touchedAt = 0
  #check = 0

  constructor(host: ReactiveControllerHost, onEnd: () => void) {
    this.#host = host
    this.#onEnd = onEnd
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pointerdown', this.#touched, true)
    addEventListener('keydown', this.#touched, true)
    this.#check = window.setInterval(this.#look, checkMs)
    this.#touchedAt = performance.now()
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.#touched, true)
    removeEventListener('keydown', this.#touched, true)
    clearInterval(this.#check)
  }

  /** Begins to wait anew: on a new page, or when the customer says that they are still there. */
  restart(next: Patience = this.#patience): void {
    this.#patience = next
    this.#touchedAt = performance.now()
    this.#look()
  }

  readonly #touched = (): void => {
    if (this.#patience.asks && this.leftS !== null) return
    this.restart()
  }

  readonly #look = (): void => {
    const { limitMs, shownMs } = this.#patience
    const leftMs = this.#touchedAt + limitMs - performance.now()
    if (leftMs <= 0) {
      this.restart()
      this.#onEnd()
      return
    }
    const leftS = leftMs <= shownMs ? Math.ceil(leftMs / second) : null
    if (leftS === this.leftS) return
    this.leftS = leftS
    this.#host.requestUpdate()
  }
}
