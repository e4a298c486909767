import type { Forecast } from '#domain/queue/ticket.ts'

/** Waits below this are not told apart when one is carried over to another, in seconds. */
const softS = 30

type Known = { told: Forecast; formulaS: number }

/**
 * Keeps foretelling from slowing down a hall where much happens at once: after each time it rests
 * so long that it takes one part in `share` of the machine's time.
 */
export class Burst {
  readonly #share: number
  #restUntil = 0
  readonly #known = new Map<string, Known>()

  constructor(share: number) {
    this.#share = share
  }

  get isResting(): boolean {
    return this.restMs > 0
  }

  get restMs(): number {
    return Math.max(0, this.#restUntil - performance.now())
  }

  take<T>(work: () => T): T {
    const began = performance.now()
    const done = work()
    const ended = performance.now()
    this.#restUntil = ended + (ended - began) * (this.#share - 1)
    return done
  }

  /** Keeps what was told last to somebody of a class, beside what the formula said then. */
  keep(name: string, told: Forecast, { medianS: formulaS }: Forecast): void {
    this.#known.set(name, { told, formulaS })
  }

  /**
   * What is told to the next one of a class while foretelling rests: what the last one was told,
   * longer or shorter as the formula finds their wait. Null: none was told yet.
   */
  like(name: string, formula: Forecast): Forecast | null {
    const known = this.#known.get(name)
    if (!known) return null
    const factor = (formula.medianS + softS) / (known.formulaS + softS)
    const { medianS, lowS, highS } = known.told
    const times = (seconds: number) => Math.round(seconds * factor)
    // Zero is told only where it was found for the one who asks.
    const least = Math.max(1, times(medianS))
    return {
      ahead: formula.ahead,
      medianS: least,
      lowS: times(lowS),
      highS: Math.max(least, times(highS)),
    }
  }
}
