import type { ReactiveController, ReactiveControllerHost } from 'lit'

const sameTapMs = 500
/** A finger that taps twice hits the next page with its second tap; that is not meant. */
const newPageMs = 500

/**
 * How a public page takes fingers; one for each page. What is under a finger shows it at once
 * (attribute `pressed`, styled in `styles/base.ts`; the browser's own `:active` comes only after
 * 150 ms). A shaking hand taps twice: a second tap on the same thing within half a second is the
 * first one, and one that was aimed at the page before does nothing on the page that has just come.
 * Keys that are meant to be hit quickly carry `data-rapid`.
 */
export class Touch implements ReactiveController {
  #pressed: Element | null = null
  #enteredAt = -Infinity
  #last: EventTarget | undefined
  #lastAt = -Infinity

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
    const target = event.composedPath().find(isPressable)
    if (!target || target.getAttribute('aria-disabled') === 'true') return
    target.toggleAttribute('pressed', true)
    this.#pressed = target
  }

  readonly #release = (): void => {
    this.#pressed?.removeAttribute('pressed')
    this.#pressed = null
  }

  readonly #tap = (event: MouseEvent): void => {
    const target = event.composedPath().find(isControl)
    const isSame = target === this.#last && event.timeStamp - this.#lastAt < sameTapMs
    this.#last = target
    this.#lastAt = event.timeStamp
    const isRepeated = isSame && target !== undefined && !target.hasAttribute('data-rapid')
    if (!isRepeated && performance.now() - this.#enteredAt >= newPageMs) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
}

/** What gives way under a finger; a label is the face of the choice within it. */
function isPressable(node: EventTarget): node is Element {
  return node instanceof Element && node.matches('button, a[href], label')
}

function isControl(node: EventTarget): node is Element {
  return node instanceof Element && node.matches('button, a, [role], label, input')
}
