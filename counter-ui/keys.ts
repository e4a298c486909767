import type { ReactiveController, ReactiveControllerHost } from 'lit'

type Host = ReactiveControllerHost & HTMLElement

/** The keys of this screen: Enter for the filled button, digits for the others; Esc goes back. */
export type Key = 'Enter' | '1' | '2' | '3' | '4' | '5' | '6'
const digits = ['1', '2', '3', '4', '5', '6'] as const

const arrival = 'key-target'

/**
 * Makes its host answer a key for as long as it is on the page. The key is the one printed on the
 * host, so it is asked for at each stroke and not remembered.
 */
export class AnswersKey implements ReactiveController {
  readonly host: Host
  readonly key: () => Key | null
  readonly press: () => void

  constructor(host: Host, key: () => Key | null, press: () => void) {
    this.host = host
    this.key = key
    this.press = press
    host.addController(this)
  }

  hostConnected(): void {
    const meeting = { detail: this as AnswersKey, bubbles: true, composed: true }
    this.host.dispatchEvent(new CustomEvent(arrival, meeting))
  }
}

type Wishes = {
  /** Esc: back, or the menu where there is nothing to go back to. */
  escape: () => void
  /** Digits can be switched off, for clerks whose other program needs them. */
  digits: () => boolean
}

/**
 * The keyboard of the whole screen. Digits count only while nothing is typed into a field, and no
 * key counts while the Chinese input method composes or while it is held down.
 */
export class Keyboard implements ReactiveController {
  readonly #host: Host
  readonly #wishes: Wishes
  readonly #targets = new Set<AnswersKey>()

  constructor(host: Host, wishes: Wishes) {
    this.#host = host
    this.#wishes = wishes
    host.addController(this)
    host.addEventListener(arrival, this.#meet)
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#hear)
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#hear)
  }

  readonly #meet = (event: Event): void => {
    this.#targets.add((event as CustomEvent<AnswersKey>).detail)
  }

  readonly #hear = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.repeat) return this.#ignoreHeld(event)
    if (event.key === 'Escape') return this.#take(event, this.#wishes.escape)
    const key = keyOf(event)
    if (!key) return
    const focused = event.composedPath()[0]
    if (key === 'Enter' ? hasOwnEnter(focused, event.shiftKey) : isTypedIn(focused)) return
    if (key !== 'Enter' && !this.#wishes.digits()) return
    const target = this.#targetOf(key)
    if (target) this.#take(event, target.press)
  }

  /** A key held down would press the next page's button too, as soon as that page is there. */
  #ignoreHeld(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !isTypedIn(event.composedPath()[0])) event.preventDefault()
  }

  #take(event: KeyboardEvent, act: () => void): void {
    event.preventDefault()
    act()
  }

  /** The newest on the page: a page in front was put there last. */
  #targetOf(key: Key): AnswersKey | undefined {
    for (const target of this.#targets)
      if (!this.#host.isConnected || !target.host.isConnected) this.#targets.delete(target)
    return [...this.#targets].reverse().find((target) => target.key() === key)
  }
}

function keyOf({ key }: KeyboardEvent): Key | undefined {
  return key === 'Enter' ? key : digits.find((digit) => digit === key)
}

/** Buttons and links have an Enter of their own; in a note, Shift makes the new line. */
function hasOwnEnter(focused: EventTarget | undefined, shift: boolean): boolean {
  if (focused instanceof HTMLTextAreaElement) return shift
  return focused instanceof HTMLButtonElement || focused instanceof HTMLAnchorElement
}

function isTypedIn(focused: EventTarget | undefined): boolean {
  if (focused instanceof HTMLTextAreaElement) return true
  return focused instanceof HTMLInputElement && !['radio', 'checkbox'].includes(focused.type)
}
