/**
 * A stream of chance that a seed decides (mulberry32), so that the same state and seed always give
 * the same forecast.
 */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** Even between 0 and 1, 1 left out. */
  even(): number {
    let mixed = (this.#state = (this.#state + 0x6d2b79f5) | 0)
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 on, below `count`. */
  below(count: number): number {
    return (this.even() * count) | 0
  }

  /** Memoryless, in the unit of its mean; Infinity where the mean is. */
  memoryless(mean: number): number {
    return mean === Infinity ? Infinity : -Math.log(1 - this.even()) * mean
  }
}
