import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A touch is told once a minute at most. */
const betweenMs = 60_000
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Tells that somebody is at this terminal, though there may be nobody to call. */
export class Presence implements ReactiveController {
  readonly #tell: () => void
  #toldAt = -Infinity

  constructor(host: ReactiveControllerHost, tell: () => void) {
    this.#tell = tell
    host.addController(this)
  }

  hostConnected(): void {
    for (const touch of touches) addEventListener(touch, this.#touched, { passive: true })
  }

  hostDisconnected(): void {
    for (const touch of touches) removeEventListener(touch, this.#touched)
  }

  readonly #touched = (): void => {
    if (performance.now() - this.#toldAt < betweenMs) return
    this.#toldAt = performance.now()
    this.#tell()
  }
}
