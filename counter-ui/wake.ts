import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Renders its host exactly when something is due, so that a button is live in that very moment. */
export class Wake implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #timer = 0

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** The next of these instants that is still to come, ms of the clock that says `now`. */
  at(instants: readonly (number | null | undefined)[], now: number): void {
    clearTimeout(this.#timer)
    const due = instants.filter((at) => at != null && at > now) as number[]
    if (due.length === 0) return
    this.#timer = window.setTimeout(() => this.#host.requestUpdate(), Math.min(...due) - now)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }
}
