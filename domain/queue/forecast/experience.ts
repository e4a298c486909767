import type { ClassKey } from '../site.ts'
import { classText } from '../site.ts'
import { Absences } from './absences.ts'
import { Arrivals } from './arrivals.ts'
import { Corrections } from './corrections.ts'
import { Durations, durationsAround } from './durations.ts'
import { Evidence } from './evidence.ts'
import { NoShows } from './no-shows.ts'

const servicesKept = 500
/** With fewer, the times of a service are those of the services together, or its norm. */
const servicesMin = 8
/** So many services at the common pace are taken for granted of everybody. */
const paceEvidence = 15
const paceFading = 0.995
/** Time waited by customers of a service, s, before anything is said about their patience. */
const patienceSeenS = 500
/** With fewer seen, a counter calls as soon as it is free. */
const gapsMin = 30

/** What a hall's days have taught so far. It starts empty and is filled by `SiteWatch`. */
export class Experience {
  readonly absences = new Absences()
  readonly arrivals = new Arrivals()
  readonly corrections = new Corrections()
  readonly evidence = new Evidence()
  readonly noShows = new NoShows()
  /** From the end of a service to the next call, while somebody waits. */
  readonly gaps = new Durations(servicesKept)
  readonly #normS: (serviceId: string) => number
  readonly #services = new Map<string, Durations>()
  readonly #together = new Durations(600)
  readonly #norms = new Map<string, Durations>()
  readonly #paces = new Map<string, { times: number; sum: number }>()
  readonly #leaving = new Map<string, { left: number; waitedS: number }>()

  /** `normS`: usual time of a service to begin with, in seconds. */
  constructor(normS: (serviceId: string) => number = () => 300) {
    this.#normS = normS
  }

  /** How long services of a kind take: its own, those of all, or about its norm. */
  handling(serviceId: string): Durations {
    const own = this.#services.get(serviceId)
    if (own && own.count >= servicesMin) return own
    if (this.#together.count >= servicesMin) return this.#together
    const norm = this.#norms.get(serviceId) ?? durationsAround(this.#normS(serviceId))
    this.#norms.set(serviceId, norm)
    return norm
  }

  /** A service took so many seconds at a counter; null: where is not known. */
  served(serviceId: string, counterId: string | null, tookS: number): void {
    const own = this.#services.get(serviceId) ?? new Durations(servicesKept)
    this.#services.set(serviceId, own)
    if (counterId !== null && own.count > 2 * servicesMin && own.mean > 0) {
      const name = `${serviceId}@${counterId}`
      const { times, sum } = this.#paces.get(name) ?? { times: 0, sum: 0 }
      this.#paces.set(name, {
        times: times * paceFading + 1,
        sum: sum * paceFading + tookS / own.mean,
      })
    }
    own.add(tookS)
    this.#together.add(tookS)
  }

  /** How much longer than usual a service takes at a counter; 1: as everywhere. */
  pace(serviceId: string, counterId: string): number {
    const { times, sum } = this.#paces.get(`${serviceId}@${counterId}`) ?? { times: 0, sum: 0 }
    return (sum + paceEvidence) / (times + paceEvidence)
  }

  /** Somebody's wait ended, by a call or by leaving. */
  waited(serviceId: string, waitedS: number, hasLeft: boolean): void {
    const known = this.#leaving.get(serviceId) ?? { left: 0, waitedS: 0 }
    known.waitedS += waitedS
    if (hasLeft) known.left++
    this.#leaving.set(serviceId, known)
  }

  /** Mean time in seconds before somebody leaves a line uncalled; Infinity: nobody does. */
  patienceS(serviceId: string): number {
    const { left, waitedS } = this.#leaving.get(serviceId) ?? { left: 0, waitedS: 0 }
    return left === 0 || waitedS < patienceSeenS ? Infinity : waitedS / left
  }

  get knowsGaps(): boolean {
    return this.gaps.count >= gapsMin
  }

  joined(one: ClassKey, atS: number): void {
    this.arrivals.add(classText(one), atS)
  }
}
