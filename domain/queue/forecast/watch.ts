import type { Rule } from '../site.ts'
import { firstComeRule } from '../site.ts'
import { forecastAll } from './everybody.ts'
import { Experience } from './experience.ts'
import type { Asked, WaitForecast } from './forecast.ts'
import { forecastWait, learnFromCall, learnWhileWaiting } from './forecast.ts'
import { Lines } from './lines.ts'
import type { Site, SiteCounter } from './snapshot.ts'
import { goOn, newVisitor } from './visitor.ts'
import type { GoingOn, Joining, Visitor } from './visitor.ts'

/** A counter that has been away longer is not expected back, in seconds. */
const awayMaxS = 7200
/** A longer time between two customers is no handing over, in seconds. */
const gapMaxS = 300

/**
 * Follows a hall through its days: keeps how it stands, and learns from all that happens. Times are
 * in seconds since the hall's midnight and never go back within a day; what does not fit (a call of
 * somebody unknown) is passed over, for a forecast is no judge of the record.
 */
export class SiteWatch {
  readonly experience: Experience
  rule: Rule = firstComeRule
  readonly #counters = new Map<string, SiteCounter>()
  readonly #lines = new Lines()
  readonly #visitors = new Map<string, Visitor>()
  #calls = 0
  #made = 0

  constructor(experience = new Experience()) {
    this.experience = experience
  }

  /** A new business day: nobody waits, every counter is closed; what was learned stays. */
  beginDay(): void {
    this.#visitors.clear()
    this.#lines.clear()
    this.#calls = 0
    for (const [id, { serviceIds }] of this.#counters)
      this.#counters.set(id, closedCounter(id, serviceIds))
  }

  endDay(): void {
    for (const { open, changedS, id } of this.#counters.values())
      if (!open) this.experience.absences.add(changedS, Infinity, id)
    this.experience.arrivals.endDay()
  }

  /** The same in one, for who is not told of ends. A day without customers teaches nothing. */
  nextDay(): void {
    if (this.#visitors.size > 0) this.endDay()
    this.beginDay()
  }

  opened(atS: number, id: string, services: Iterable<string>): void {
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

  /** The counter goes on with the services it had. */
  reopened(atS: number, id: string): void {
    const counter = this.#counters.get(id)
    if (counter) this.opened(atS, id, counter.serviceIds)
  }

  joined(atS: number, id: string, joining: Joining): void {
    if (this.#visitors.has(id)) return
    const visitor = newVisitor(id, this.#visitors.size, atS, joining)
    this.#visitors.set(id, visitor)
    this.#standIn(atS, visitor, null)
  }

  /** Somebody who was there before waits again, for the same or for what comes next. */
  wentOn(atS: number, id: string, goingOn: GoingOn): void {
    const visitor = this.#visitors.get(id)
    if (!visitor || visitor.line) return
    goOn(visitor, atS, goingOn)
    this.#standIn(atS, visitor, goingOn.forCounterId ?? null)
  }

  called(atS: number, id: string, counterId: string | null): void {
    const visitor = this.#visitors.get(id)
    if (!visitor?.line) return
    this.#leaveLine(visitor)
    const waitedS = Math.max(0, atS - visitor.queuedS)
    this.#calls++
    this.experience.waited(visitor.serviceId, waitedS, false)
    for (const told of visitor.told)
      learnFromCall(this.experience, told, { waitS: atS - told.madeAtS, seed: ++this.#made })
    visitor.told = []
    const counter = this.#counters.get(counterId ?? '')
    const gapS = atS - (counter?.sinceS ?? -Infinity)
    if (counter?.serving === null && visitor.queuedS <= counter.sinceS && gapS < gapMaxS)
      this.experience.gaps.add(gapS)
    this.#take(atS, visitor, counterId, waitedS)
  }

  /** Whoever was called stands at the counter. */
  came(id: string): void {
    const visitor = this.#visitors.get(id)
    if (!visitor || visitor.calledS === null) return
    visitor.hasCome = true
    const counter = this.#counters.get(visitor.counterId ?? '')
    if (counter) counter.hasCome = true
  }

  /** Put aside: the counter is free for others. */
  putAside(atS: number, id: string): void {
    const visitor = this.#visitors.get(id)
    if (visitor) visitor.spentS += this.#letGo(atS, visitor)
  }

  /** Called back from aside. */
  tookUp(atS: number, id: string, counterId: string): void {
    const visitor = this.#visitors.get(id)
    if (!visitor || visitor.line) return
    visitor.wasAside = true
    this.#take(atS, visitor, counterId, 0)
  }

  /** It turned out at the counter that they came for something else. */
  corrected(id: string, serviceId: string): void {
    const visitor = this.#visitors.get(id)
    if (!visitor || visitor.calledS === null) return
    visitor.serviceId = serviceId
    const counter = this.#counters.get(visitor.counterId ?? '')
    if (counter) counter.serving = serviceId
  }

  /** A service ended; `came` is false where the customer was called in vain. */
  finished(atS: number, id: string, came = true): void {
    const visitor = this.#visitors.get(id)
    if (!visitor || visitor.calledS === null) return
    const { serviceId, counterId, calledS, queuedS, wasAside } = visitor
    const tookS = this.#letGo(atS, visitor)
    if (!wasAside) this.experience.noShows.add(Math.max(0, calledS - queuedS), came ? null : tookS)
    if (came) this.experience.served(serviceId, counterId, tookS + visitor.spentS)
    visitor.spentS = 0
  }

  /** Given back by the counter unserved: nothing is learned of it. */
  givenBack(atS: number, id: string): void {
    const visitor = this.#visitors.get(id)
    if (visitor) this.#letGo(atS, visitor)
  }

  /** Sent away by the counter: a service ended, if it had begun. */
  sentAway(atS: number, id: string): void {
    if (this.#visitors.get(id)?.hasCome) this.finished(atS, id)
    else this.givenBack(atS, id)
  }

  /** They get or lose a preference while they wait; seniority stays. */
  reclassed(id: string, priority: number): void {
    const visitor = this.#visitors.get(id)
    if (!visitor?.line) return
    const { forCounterId } = visitor.line
    this.#leaveLine(visitor)
    visitor.priority = priority
    visitor.line = this.#lines.add(visitor.one, visitor, forCounterId)
  }

  /** Whoever waits for this counter alone waits for any again. */
  sentOnFrom(counterId: string): void {
    for (const visitor of this.#visitors.values()) {
      if (visitor.line?.forCounterId !== counterId) continue
      this.#leaveLine(visitor)
      visitor.line = this.#lines.add(visitor.one, visitor, null)
    }
  }

  /** Left the line uncalled; `ofOwnWill` is false where the hall ended the number. */
  left(atS: number, id: string, ofOwnWill = true): void {
    const visitor = this.#visitors.get(id)
    if (!visitor?.line) return
    this.#leaveLine(visitor)
    visitor.told = []
    const waitedS = Math.max(0, atS - visitor.queuedS)
    this.experience.waited(visitor.serviceId, waitedS, ofOwnWill)
  }

  /** Keeps what somebody who waits was told, to learn from it when they are called. */
  keep(id: string, told: WaitForecast): void {
    const visitor = this.#visitors.get(id)
    if (visitor?.line) visitor.told.push(told)
  }

  /** Keeps what all who wait could be told, of those who were told nothing for so many seconds. */
  keepAll(waiting: ReadonlyMap<string, WaitForecast>, againS: number): void {
    for (const [id, told] of waiting) {
      const last = this.#visitors.get(id)?.told.at(-1)
      if (!last || told.madeAtS - last.madeAtS >= againS) this.keep(id, told)
    }
  }

  /**
   * The wait still before somebody who waits; null: they do not. It is kept, to learn from. Whoever
   * takes a number is foretold alone, whoever looks later together with everybody.
   */
  forecast(atS: number, id: string, asked: Asked): WaitForecast | null {
    const visitor = this.#visitors.get(id)
    if (!visitor?.line) return null
    this.learnWhileWaiting(atS)
    const site = this.site(atS)
    const seed = ++this.#made
    const line = site.lines.indexOf(visitor.line)
    const position = visitor.line.waiting.indexOf(visitor.one)
    const told =
      asked === 'at-issue'
        ? forecastWait(site, this.experience, { line, position }, { seed, asked })
        : forecastAll(site, this.experience, { seed }).waiting.get(id)
    if (told) visitor.told.push(told)
    return told ?? null
  }

  get waiting(): number {
    return this.#lines.all.reduce((sum, line) => sum + line.waiting.length, 0)
  }

  /** The hall as it stands. */
  site(atS: number): Site {
    const counters = [...this.#counters.values()].filter((one) => isExpected(one, atS))
    return { nowS: atS, counters, lines: this.#lines.all, rule: this.rule, turn: this.#calls }
  }

  /** Learns from all who wait longer than they were told. */
  learnWhileWaiting(nowS: number): void {
    for (const { waiting } of this.#lines.all)
      for (const { id } of waiting)
        for (const told of this.#visitors.get(id)?.told ?? [])
          learnWhileWaiting(this.experience, told, nowS - told.madeAtS)
  }

  #standIn(atS: number, visitor: Visitor, forCounterId: string | null): void {
    visitor.line = this.#lines.add(visitor.one, visitor, forCounterId)
    visitor.queuedS = Math.max(atS, visitor.one.joinedS)
    this.experience.joined(visitor, atS)
  }

  #take(atS: number, visitor: Visitor, counterId: string | null, waitedS: number): void {
    visitor.calledS = atS
    visitor.counterId = counterId
    visitor.hasCome = false
    const counter = this.#counters.get(counterId ?? '')
    if (!counter) return
    counter.serving = visitor.serviceId
    counter.waitedS = waitedS
    counter.sinceS = atS
    counter.hasCome = false
  }

  /** The counter is done with them for now; gives how long it was at it. */
  #letGo(atS: number, visitor: Visitor): number {
    if (visitor.calledS === null) return 0
    const tookS = atS - visitor.calledS
    const counter = this.#counters.get(visitor.counterId ?? '')
    visitor.calledS = null
    visitor.counterId = null
    if (!counter) return tookS
    counter.serving = null
    counter.sinceS = atS
    return tookS
  }

  #leaveLine(visitor: Visitor): void {
    if (visitor.line) this.#lines.remove(visitor.one, visitor.line)
    visitor.line = null
  }
}

/** Whether a counter is open, was not yet today, or has left so lately that it may come back. */
export function isExpected({ open, changedS }: SiteCounter, nowS: number): boolean {
  return open || changedS === 0 || nowS - changedS < awayMaxS
}

function closedCounter(id: string, serviceIds: ReadonlySet<string>): SiteCounter {
  const nobody = { serving: null, waitedS: 0, sinceS: -Infinity, hasCome: false }
  return { id, serviceIds, open: false, changedS: 0, ...nobody }
}
