import { handlingKept } from '../../hall/hall-day.ts'

/** Until something is known of a service, in seconds. */
const startS = 600

/** The usual handling time of each service: the median of its latest ones (Q30). */
export class UsualTimes {
  readonly #latest = new Map<string, number[]>()
  readonly #medians = new Map<string, number>()

  add(serviceId: string, tookS: number): void {
    const latest = this.#latest.get(serviceId) ?? []
    this.#latest.set(serviceId, latest)
    latest.push(tookS)
    if (latest.length > handlingKept) latest.shift()
    const ascending = latest.toSorted((a, b) => a - b)
    this.#medians.set(serviceId, ascending[ascending.length >> 1] ?? tookS)
  }

  of(serviceId: string): number {
    return this.#medians.get(serviceId) ?? startS
  }

  /** That of all services together. */
  ofAll(): number {
    let sum = 0
    for (const median of this.#medians.values()) sum += median
    return this.#medians.size === 0 ? startS : sum / this.#medians.size
  }
}
