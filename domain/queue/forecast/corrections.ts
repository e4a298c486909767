import type { Chance } from './chance.ts'
import { countUpTo } from './durations.ts'

/** Sampled waits in seconds, ascending. */
export type Sample = Float64Array

/** Beyond its ends a sample goes on by its half, plus this, in seconds. */
const softS = 20

/** The wait at a level of a sample: 0.5 its median; below 0 and above 1 beyond its ends. */
export function quantileOf(sample: Sample, level: number): number {
  const last = sample.length - 1
  const lowest = sample[0] ?? 0
  const highest = sample[last] ?? 0
  const median = sample[sample.length >> 1] ?? 0
  if (level <= 0) return Math.max(0, lowest + level * (median - lowest + softS))
  if (level >= 1) return highest + (level - 1) * (highest - median + softS)
  const at = level * last
  const below = sample[Math.floor(at)] ?? 0
  return below + (at - Math.floor(at)) * ((sample[Math.floor(at) + 1] ?? below) - below)
}

/** The level of a sample at which a wait came true, its inverse; ties are drawn. */
export function levelOf(sample: Sample, waitS: number, chance: Chance): number {
  const lowest = sample[0] ?? 0
  const highest = sample[sample.length - 1] ?? 0
  const median = sample[sample.length >> 1] ?? 0
  if (waitS > highest) return 1 + (waitS - highest) / (highest - median + softS)
  if (waitS < lowest) return (waitS - lowest) / (median - lowest + softS)
  const upTo = countUpTo(sample, waitS)
  const before = countUpTo(sample, waitS - 1e-9)
  return Math.min(1, (before + chance.even() * Math.max(1, upTo - before)) / sample.length)
}

const levelsKept = 400
/** How far beyond its sample a wait is remembered: a single one says no more than that it was long. */
const levelMax = 1.5
/** So many outcomes at the very levels foretold are taken for granted. */
const levelsPrior = 40

/** At which levels of its samples one kind of forecast came true (probability integral transform). */
class Levels {
  readonly #latest: number[] = []
  #next = 0
  #sorted: Float64Array | null = null

  add(level: number): void {
    this.#latest[this.#next] = Math.min(levelMax, Math.max(1 - levelMax, level))
    this.#next = (this.#next + 1) % levelsKept
    this.#sorted = null
  }

  /** The level below which this share came true. */
  at(share: number): number {
    const count = this.#latest.length
    if (count === 0) return share
    const sorted = (this.#sorted ??= Float64Array.from(this.#latest).sort())
    const at = Math.min(count - 1, Math.max(0, share * (count + 1) - 1))
    const below = sorted[Math.floor(at)] ?? share
    const found = below + (at - Math.floor(at)) * ((sorted[Math.floor(at) + 1] ?? below) - below)
    return (found * count + share * levelsPrior) / (count + levelsPrior)
  }
}

/** How far a miss moves the range, of a share; small enough to be steady, large enough to follow. */
const step = 0.05
const tail = 0.1
/**
 * The ends may be moved by so much of a share at most, and by little before much was seen: on a hall's
 * first morning a few long waits would else stretch every range for hours.
 */
const shiftMax = 0.6
const shiftFirst = 0.1
const shiftSeen = 300

/**
 * Corrects forecasts by how those before them came true: the shape by the kind and scale of the
 * forecast, then both ends so that a tenth of those who waited falls beyond each (adaptive
 * conformal inference: Gibbs and Candès, 2021).
 */
export class Corrections {
  readonly #levels = new Map<string, Levels>()
  readonly #ends = new Map<string, { low: number; high: number; seen: number }>()

  #of(name: string): Levels {
    const known = this.#levels.get(name) ?? new Levels()
    this.#levels.set(name, known)
    return known
  }

  /** The corrected median and ends of a sample of the kind `name`, in seconds. */
  read(name: string, group: string, sample: Sample) {
    const levels = this.#of(name)
    const { low, high } = this.#ends.get(group) ?? { low: 0, high: 0 }
    return {
      medianS: quantileOf(sample, levels.at(0.5)),
      lowS: quantileOf(sample, moved(levels, tail - low)),
      highS: quantileOf(sample, moved(levels, 1 - tail + high)),
    }
  }

  /** A wait came true at this level of a sample of the kind `name`. */
  learnLevel(name: string, level: number): void {
    this.#of(name).add(level)
  }

  /** Whether it fell beyond the ends of the range that was told. */
  learnEnds(group: string, below: boolean, above: boolean): void {
    const known = this.#ends.get(group) ?? { low: 0, high: 0, seen: 0 }
    const seen = known.seen + 1
    const most = Math.min(shiftMax, shiftFirst + ((shiftMax - shiftFirst) * seen) / shiftSeen)
    this.#ends.set(group, {
      low: bounded(known.low + step * (Number(below) - tail), most),
      high: bounded(known.high + step * (Number(above) - tail), most),
      seen,
    })
  }
}

const bounded = (shift: number, most: number) => Math.min(most, Math.max(-tail * 3, shift))

/** The level of a share; a share beyond all that was seen goes on as far as it is beyond. */
function moved(levels: Levels, share: number): number {
  const seen = Math.min(0.995, Math.max(0.005, share))
  return levels.at(seen) + 2 * (share - seen)
}
