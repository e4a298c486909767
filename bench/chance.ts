/** A stream of chance that a seed decides: the same seed gives the same stream on every machine. */
export type Chance = {
  /** Even between 0 and 1, 1 left out. */
  even(): number
  /** A whole number, both ends included. */
  between(lowest: number, highest: number): number
  /** Log-normal around a median; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number
  /** One of the items, in proportion to its weight. */
  pick<T extends { weight: number }>(items: readonly T[]): T
}

/** Mulberry32: 32 bits of state are plenty for a day of a few hundred customers. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const even = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    even,
    between: (lowest, highest) => lowest + Math.floor(even() * (highest - lowest + 1)),
    logNormal: (median, spread) => median * Math.exp(spread * normal(even)),
    pick: (items) => {
      let left = even() * items.reduce((sum, { weight }) => sum + weight, 0)
      for (const item of items) {
        left -= item.weight
        if (left < 0) return item
      }
      return lastOf(items)
    },
  }
}

/** Box–Muller; 1 − even() is never 0, so the logarithm is finite. */
function normal(even: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even())
}

/** Rounding may leave a crumb after the last weight. */
function lastOf<T>(items: readonly T[]): T {
  const last = items.at(-1)
  if (last === undefined) throw new Error('nothing to pick from')
  return last
}
