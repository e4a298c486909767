import type { LitElement, ReactiveController } from 'lit'

type Direction = { x: number; y: number }

const directions: Record<string, Direction> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** What lies aside counts so much more than what lies ahead. */
const asideWeight = 3

/**
 * A tactile keypad beside the screen: arrows move the focus to the neighbour in that direction,
 * Enter presses (the browser's own), Escape goes back.
 */
export class Keypad implements ReactiveController {
  readonly #host: LitElement
  readonly #onBack: () => void
  /** The last hand was on the keypad: a new page takes the focus to its first control. */
  #inUse = false

  constructor(host: LitElement, onBack: () => void) {
    this.#host = host
    this.#onBack = onBack
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('keydown', this.#key)
    addEventListener('pointerdown', this.#finger, true)
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#key)
    removeEventListener('pointerdown', this.#finger, true)
  }

  /** On a new page: the first control, so that the next press of Enter does something. */
  enterPage(): void {
    if (this.#inUse) this.#controls()[0]?.focus()
  }

  readonly #finger = (): void => {
    this.#inUse = false
  }

  readonly #key = (event: KeyboardEvent): void => {
    this.#inUse = true
    if (event.key === 'Escape') return this.#onBack()
    // A key that is held down presses once.
    if (event.key === 'Enter' && event.repeat) return event.preventDefault()
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    const controls = this.#controls()
    const from = focused()
    const next = from && controls.includes(from) ? nearest(from, controls, direction) : controls[0]
    next?.focus()
  }

  #controls(): HTMLElement[] {
    const all = controlsIn(this.#host.renderRoot)
    const asked = all.filter((control) => control.closest('dialog[open]'))
    return asked.length > 0 ? asked : all
  }
}

/** Every button that can be seen, in reading order, through all shadow roots. */
function controlsIn(root: DocumentFragment | HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const own = element instanceof HTMLButtonElement && element.getClientRects().length > 0
    return [
      ...(own ? [element] : []),
      ...(element.shadowRoot ? controlsIn(element.shadowRoot) : []),
    ]
  })
}

function focused(): HTMLElement | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement ? element : null
}

function nearest(
  from: HTMLElement,
  controls: HTMLElement[],
  direction: Direction,
): HTMLElement | undefined {
  const start = from.getBoundingClientRect()
  return controls
    .filter((control) => control !== from)
    .map((control) => ({ control, way: way(start, control.getBoundingClientRect(), direction) }))
    .filter(({ way }) => way !== null)
    .sort((a, b) => Number(a.way) - Number(b.way))[0]?.control
}

/** How far it is to a box in a direction; null: it does not lie there. */
function way(from: DOMRect, to: DOMRect, { x, y }: Direction): number | null {
  const ahead =
    x !== 0
      ? gap(from.x, from.right, to.x, to.right, x)
      : gap(from.y, from.bottom, to.y, to.bottom, y)
  if (ahead === null) return null
  const aside =
    x !== 0
      ? apart(from.y, from.bottom, to.y, to.bottom)
      : apart(from.x, from.right, to.x, to.right)
  return ahead + aside * asideWeight
}

function gap(
  from: number,
  fromEnd: number,
  to: number,
  toEnd: number,
  sign: number,
): number | null {
  const distance = sign > 0 ? to - fromEnd : from - toEnd
  return distance > -1 ? distance : null
}

/** Zero where two spans overlap. */
function apart(from: number, fromEnd: number, to: number, toEnd: number): number {
  return Math.max(0, to - fromEnd, from - toEnd)
}
