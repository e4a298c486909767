import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { TicketView } from '#contract/live.ts'
import { SoundOutput } from '#ui-kit/voice/output.ts'

/** With so few people ahead the holder should come near. */
export const nearAhead = 2

const calledMs = [200, 100, 200, 100, 400]
const nearMs = [200]

/**
 * Makes the phone noticed: a short vibration and ring when few are ahead, if the holder wants that,
 * and a long one at each call in any case. Phones ring only after their owner has touched the page,
 * which the switch does.
 */
export class Alerts implements ReactiveController {
  on = false
  readonly #host: ReactiveControllerHost
  #output: SoundOutput | null = null
  #wasNear = false
  #calledAt: number | null = null

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {}

  /** The touch that switches it on is also the one that opens the sound. */
  async toggle(): Promise<void> {
    this.on = !this.on
    this.#host.requestUpdate()
    if (!this.on) return
    this.#output ??= new SoundOutput()
    navigator.vibrate?.(nearMs)
    await this.#output.open()
  }

  /** Compares with what was shown before; every call of a number is told once. */
  heed({ state, ahead, lastCalledAt }: TicketView): void {
    const isCalled = state === 'called' && lastCalledAt !== this.#calledAt
    if (isCalled) {
      this.#calledAt = lastCalledAt
      this.#raise(calledMs)
    }
    const isNear = state === 'waiting' && ahead !== null && ahead <= nearAhead
    if (isNear && !this.#wasNear && this.on) this.#raise(nearMs)
    this.#wasNear = isNear
  }

  #raise(pattern: number[]): void {
    navigator.vibrate?.(pattern)
    if (this.#output?.isOpen) this.#output.chime().catch(() => undefined)
  }
}
