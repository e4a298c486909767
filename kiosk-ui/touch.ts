import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A finger that taps twice hits the next page with its second tap; that is not meant. */
const newPageMs = 500

/**
 * How the screen takes fingers, besides `ignoreDoubleTaps`: whatever is under one says so at once
 * (attribute `pressed`; the browser's own `:active` comes only after 150 ms), and a tap that was
 * aimed at the page before does nothing on the page that has just come.
 */
export class Touch implements ReactiveController {
  #pressed: Element | null = null
  #enteredAt = -Infinity

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pointerdown', this.#press, true)
    addEventListener('pointerup', this.#release, true)
    addEventListener('pointercancel', this.#release, true)
    addEventListener('click', this.#tap, true)
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.#press, true)
    removeEventListener('pointerup', this.#release, true)
    removeEventListener('pointercancel', this.#release, true)
    removeEventListener('click', this.#tap, true)
  }

  /** A new page has come under the finger. */
  enterPage(): void {
    this.#enteredAt = performance.now()
  }

  readonly #press = (event: PointerEvent): void => {
    this.#release()
    const button = event.composedPath().find((node) => node instanceof HTMLButtonElement)
    if (!button || button.getAttribute('aria-disabled') === 'true') return
    button.toggleAttribute('pressed', true)
    this.#pressed = button
  }

  readonly #release = (): void => {
    this.#pressed?.removeAttribute('pressed')
    this.#pressed = null
  }

  readonly #tap = (event: MouseEvent): void => {
    if (performance.now() - this.#enteredAt >= newPageMs) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
}
