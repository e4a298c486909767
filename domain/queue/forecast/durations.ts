import type { Chance } from './chance.ts'

/** With fewer that lasted so long, nothing is said of what is left. */
const lastingMin = 4

/** The latest durations of one kind, in seconds, as they came: no curve is laid through them. */
export class Durations {
  readonly #kept: number
  readonly #ring: number[] = []
  #next = 0
  #sum = 0
  #sorted: Float64Array | null = null

  constructor(kept: number, known: readonly number[] = []) {
    this.#kept = kept
    for (const seconds of known) this.add(seconds)
  }

  get count(): number {
    return this.#ring.length
  }

  /** 0 while none is known. */
  get mean(): number {
    return this.#sum / Math.max(1, this.#ring.length)
  }

  add(seconds: number): void {
    if (this.#ring.length === this.#kept) this.#sum -= this.#ring[this.#next] ?? 0
    this.#ring[this.#next] = seconds
    this.#next = (this.#next + 1) % this.#kept
    this.#sum += seconds
    this.#sorted = null
  }

  /** One of them; there has to be one. */
  draw(chance: Chance): number {
    return this.#ring[chance.below(this.#ring.length)] ?? 0
  }

  /** The share of them that lasted longer. */
  shareLonger(elapsedS: number): number {
    const sorted = (this.#sorted ??= Float64Array.from(this.#ring).sort())
    return sorted.length === 0 ? 0 : 1 - countUpTo(sorted, elapsedS) / sorted.length
  }

  /** What is left of one that has lasted so long; null: too few lasted longer. */
  drawLeft(elapsedS: number, chance: Chance): number | null {
    const sorted = (this.#sorted ??= Float64Array.from(this.#ring).sort())
    const first = countUpTo(sorted, elapsedS)
    const longer = sorted.length - first
    if (longer < lastingMin) return null
    return (sorted[first + chance.below(longer)] ?? elapsedS) - elapsedS
  }
}

/** How many of these sorted numbers are at most so large. */
export function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) > limit) high = middle
    else low = middle + 1
  }
  return low
}

/** Spread of handling times about their median, as the standard deviation of the logarithm. */
const usualSpread = 0.7

/**
 * Handling times to begin with where none is known: log-normal about the norm of the service, as
 * those of counters are (Brown et al., “Statistical analysis of a telephone call center”, 2005).
 */
export function durationsAround(medianS: number): Durations {
  return new Durations(
    steps.length,
    steps.map((z) => medianS * Math.exp(usualSpread * z)),
  )
}

/** Standard normal quantiles at 0.05, 0.15, … 0.95. */
const steps = [-1.645, -1.036, -0.674, -0.385, -0.126, 0.126, 0.385, 0.674, 1.036, 1.645]
