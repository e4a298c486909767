import { slotOf } from './arrivals.ts'

type Absence = { lastedS: number; counterId: string }

const keptPerSlot = 120
/** One of the same counter says so much more than one of another. */
const sameCounter = 4
/** Fewer tell nothing. */
const knownMin = 5

/**
 * How long counters stayed away, by the half hour in which they left: a lunch lasts otherwise than
 * a pause at ten, and who left in the evening does not come back.
 */
export class Absences {
  readonly #slots = new Map<number, Absence[]>()

  /** `lastedS` Infinity: it did not come back that day. */
  add(leftAtS: number, lastedS: number, counterId: string): void {
    const slot = slotOf(leftAtS)
    const kept = this.#slots.get(slot) ?? []
    kept.push({ lastedS, counterId })
    if (kept.length > keptPerSlot) kept.shift()
    this.#slots.set(slot, kept)
  }

  /**
   * What may be left of an absence, in seconds, likelier values more often: those begun at about
   * the same time that lasted longer than this one has. Empty: too few are known.
   */
  leftOf(counterId: string, leftAtS: number, elapsedS: number): number[] {
    const slot = slotOf(leftAtS)
    const found: number[] = []
    for (const near of [slot - 1, slot, slot + 1])
      for (const absence of this.#slots.get(near) ?? []) {
        if (absence.lastedS <= elapsedS) continue
        const weight = (near === slot ? 2 : 1) + (absence.counterId === counterId ? sameCounter : 0)
        for (let times = 0; times < weight; times++) found.push(absence.lastedS - elapsedS)
      }
    return found.length < knownMin ? [] : found
  }
}
