import type { ClassKey, Rule } from '../site.ts'
import { classText, firstComeRule } from '../site.ts'
import { Experience } from './experience.ts'
import type { Asked, WaitForecast } from './forecast.ts'
import { forecastWait, learnFromCall, learnWhileWaiting } from './forecast.ts'
import type { SiteCounter, SiteLine, WaitingOne } from './snapshot.ts'

/** A counter that has been away longer is not expected back, in seconds. */
const awayMaxS = 7200
/** A longer time between two customers is no handing over, in seconds. */
const gapMaxS = 300

/** A customer of the day: the line, and what was told of the wait. */
type Visitor = ClassKey & {
  one: WaitingOne
  told: WaitForecast[]
  calledS: number | null
  counterId: string | null
}

/**
 * Follows a hall through its days: keeps how it stands, and learns from all that happens. Times are
 * in seconds since the hall's midnight and never go back within a day; what does not fit (a call of
 * somebody unknown) is passed over, for a forecast is no judge of the record.
 */
export class SiteWatch {
  readonly experience: Experience
  rule: Rule = firstComeRule
  readonly #counters = new Map<string, SiteCounter>()
  readonly #lines = new Map<string, SiteLine>()
  readonly #visitors = new Map<string, Visitor>()
  #made = 0

  constructor(experience = new Experience()) {
    this.experience = experience
  }

  /** A new business day: nobody waits, every counter is closed; what was learned stays. */
  beginDay(): void {
    this.#visitors.clear()
    for (const line of this.#lines.values()) line.waiting.length = 0
    for (const [id, { serviceIds }] of this.#counters)
      this.#counters.set(id, closedCounter(id, serviceIds))
  }

  endDay(): void {
    for (const { open, changedS, id } of this.#counters.values())
      if (!open) this.experience.absences.add(changedS, Infinity, id)
    this.experience.arrivals.endDay()
  }

  opened(atS: number, id: string, services: readonly string[]): void {
    const serviceIds = new Set(services)
    const counter = this.#counters.get(id) ?? closedCounter(id, serviceIds)
    this.#counters.set(id, counter)
    if (!counter.open) this.experience.absences.add(counter.changedS, atS - counter.changedS, id)
    counter.serviceIds = serviceIds
    counter.open = true
    counter.changedS = atS
    if (counter.serving === null) counter.sinceS = -Infinity
  }

  closed(atS: number, id: string): void {
    const counter = this.#counters.get(id)
    if (!counter) return
    counter.open = false
    counter.changedS = atS
  }

  joined(atS: number, id: string, { serviceId, priority }: ClassKey): void {
    const name = classText({ serviceId, priority })
    const line = this.#lines.get(name) ?? { serviceId, priority, waiting: [] }
    this.#lines.set(name, line)
    const one = { id, joinedS: atS, order: this.#visitors.size }
    line.waiting.push(one)
    const blank = { told: [], calledS: null, counterId: null }
    this.#visitors.set(id, { serviceId, priority, one, ...blank })
    this.experience.joined(line, atS)
  }

  called(atS: number, id: string, counterId: string | null): void {
    const visitor = this.#visitors.get(id)
    if (!visitor || !this.#leaveLine(visitor)) return
    const { one, serviceId } = visitor
    visitor.calledS = atS
    visitor.counterId = counterId
    this.experience.waited(serviceId, atS - one.joinedS, false)
    for (const told of visitor.told)
      learnFromCall(this.experience, told, { waitS: atS - told.madeAtS, seed: ++this.#made })
    visitor.told = []
    const counter = this.#counters.get(counterId ?? '')
    if (!counter) return
    const gapS = atS - counter.sinceS
    if (counter.serving === null && one.joinedS <= counter.sinceS && gapS < gapMaxS)
      this.experience.gaps.add(gapS)
    counter.serving = serviceId
    counter.waitedS = atS - one.joinedS
    counter.sinceS = atS
  }

  /** A service ended; `came` is false where the customer was called in vain. */
  finished(atS: number, id: string, came = true): void {
    const visitor = this.#visitors.get(id)
    if (!visitor || visitor.calledS === null) return
    const { serviceId, counterId, calledS, one } = visitor
    const tookS = atS - calledS
    this.experience.noShows.add(calledS - one.joinedS, came ? null : tookS)
    if (came) this.experience.served(serviceId, counterId, tookS)
    const counter = this.#counters.get(counterId ?? '')
    if (!counter) return
    counter.serving = null
    counter.sinceS = atS
  }

  /** Left the line uncalled. */
  left(atS: number, id: string): void {
    const visitor = this.#visitors.get(id)
    if (!visitor || !this.#leaveLine(visitor)) return
    visitor.told = []
    this.experience.waited(visitor.serviceId, atS - visitor.one.joinedS, true)
  }

  /** The wait still before somebody who waits; null: they do not. It is kept, to learn from. */
  forecast(atS: number, id: string, asked: Asked): WaitForecast | null {
    const visitor = this.#visitors.get(id)
    const lines = [...this.#lines.values()]
    const line = lines.findIndex((one) => visitor && classText(one) === classText(visitor))
    const position = lines[line]?.waiting.findIndex((one) => one.id === id) ?? -1
    if (!visitor || position < 0) return null
    this.#learnFromThoseWaiting(atS)
    const counters = [...this.#counters.values()].filter(
      ({ open, changedS }) => open || changedS === 0 || atS - changedS < awayMaxS,
    )
    const site = { nowS: atS, counters, lines, rule: this.rule }
    const told = forecastWait(
      site,
      this.experience,
      { line, position },
      { seed: ++this.#made, asked },
    )
    visitor.told.push(told)
    return told
  }

  #learnFromThoseWaiting(nowS: number): void {
    for (const { waiting } of this.#lines.values())
      for (const { id } of waiting)
        for (const told of this.#visitors.get(id)?.told ?? [])
          learnWhileWaiting(this.experience, told, nowS - told.madeAtS)
  }

  #leaveLine(visitor: Visitor): boolean {
    const waiting = this.#lines.get(classText(visitor))?.waiting ?? []
    const at = waiting.indexOf(visitor.one)
    if (at >= 0) waiting.splice(at, 1)
    return at >= 0
  }
}

function closedCounter(id: string, serviceIds: ReadonlySet<string>): SiteCounter {
  return { id, serviceIds, open: false, changedS: 0, serving: null, waitedS: 0, sinceS: -Infinity }
}
