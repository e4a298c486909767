import type { Asked } from './forecast.ts'

/** With fewer waits that came true, the formula is trusted. */
const comparedMin = 60
const fading = 0.995
/** The formula has to err by a tenth less to take over again: in between, chance would decide. */
const margin = 0.9

/** Which way of foretelling has erred less in this hall: errors in seconds, older ones fading. */
export class Evidence {
  readonly #errors = new Map<Asked, { count: number; simulated: number; formula: number }>()

  add(asked: Asked, simulatedS: number, formulaS: number): void {
    const known = this.#errors.get(asked) ?? { count: 0, simulated: 0, formula: 0 }
    this.#errors.set(asked, {
      count: known.count + 1,
      simulated: known.simulated * fading + simulatedS,
      formula: known.formula * fading + formulaS,
    })
  }

  /** Whether the simulation does not err more than the queue-length formula. */
  isProven(asked: Asked): boolean {
    const known = this.#errors.get(asked)
    if (!known || known.count < comparedMin) return false
    return known.simulated * margin < known.formula
  }
}
