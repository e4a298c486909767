import { Durations } from './durations.ts'

/** Waits are told apart by so many seconds; from the last on they are alike. */
const stepS = 600
const steps = 12
/** So many customers who waited a step less count with those of a step. */
const evidence = 15

/**
 * Who does not come when called: the longer the wait, the likelier. A counter is soon done with
 * them, so a long line moves faster than its length tells.
 */
export class NoShows {
  /** From the first call until the counter gave up, in seconds. */
  readonly durations = new Durations(200)
  readonly #called = new Float64Array(steps)
  readonly #missed = new Float64Array(steps)

  /** Somebody was called after such a wait; `missedAfterS` is null where they came. */
  add(waitedS: number, missedAfterS: number | null): void {
    const step = stepOf(waitedS)
    this.#called[step] = (this.#called[step] ?? 0) + 1
    if (missedAfterS === null) return
    this.#missed[step] = (this.#missed[step] ?? 0) + 1
    this.durations.add(missedAfterS)
  }

  /** The share of those who do not come, by the steps of `shareAfter`. */
  shares(): Float64Array {
    const shares = new Float64Array(steps)
    let before = 0
    for (let step = 0; step < steps; step++) {
      const missed = (this.#missed[step] ?? 0) + before * evidence
      before = missed / ((this.#called[step] ?? 0) + evidence)
      shares[step] = before
    }
    return shares
  }
}

function stepOf(waitedS: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor(waitedS / stepS)))
}

/** The share that does not come after such a wait. */
export function shareAfter(shares: Float64Array, waitedS: number): number {
  return shares[stepOf(waitedS)] ?? 0
}
