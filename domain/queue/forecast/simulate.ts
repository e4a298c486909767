import type { Head } from '../site.ts'
import { classText } from '../site.ts'
import { Chance } from './chance.ts'
import type { Sample } from './corrections.ts'
import type { Durations } from './durations.ts'
import type { Experience } from './experience.ts'
import { shareAfter } from './no-shows.ts'
import type { Place, Site, SiteCounter } from './snapshot.ts'
import { mayCall } from './snapshot.ts'

/** Nobody's wait is followed further, in seconds. */
const horizonS = 6 * 3600
/** Comings and calls followed in one run at most. */
const turnsMax = 5000
/** With fewer runs that end in a call, nothing is told. */
const calledMin = 10
/** A break of which nothing is known lasts so long on average, in seconds. */
const breakS = 1200
/** A rule that calls nobody is asked again after so many seconds. */
const askAgainS = 30
/** The shortest service that is still before somebody. */
const leastS = 0.5

/** What does not change between the runs of one forecast. */
type Prepared = {
  site: Site
  experience: Experience
  place: Place
  counters: readonly CounterAhead[]
  classes: readonly ClassAhead[]
  /** Who does not come when called, by their wait. */
  noShows: { shares: Float64Array; durations: Durations }
}
type CounterAhead = {
  counter: SiteCounter
  lines: number[]
  pace: number[]
  away: number[]
  /** Of the service in hand. */
  inHand: InHand | null
}
type InHand = { handling: Durations; pace: number; elapsedS: number; missing: number }
type ClassAhead = { handling: Durations; patienceS: number; meanGapS: number; joined: number[] }

/**
 * Waits of one waiting customer from now until the call, in seconds, ascending: the hall as it
 * stands is lived through so many times, each line in its order, each counter by the rule in force.
 * What chance decides (what is left of each service, when counters come back, who comes and who
 * leaves) is drawn from what was seen. Null: in nearly every run nobody came to call them.
 */
export function simulate(
  site: Site,
  experience: Experience,
  place: Place,
  { runs, seed }: { runs: number; seed: number },
): Sample | null {
  const prepared = prepare(site, experience, place)
  const waits = new Float64Array(runs)
  const ahead = new Ahead(prepared)
  for (let run = 0; run < runs; run++)
    waits[run] = ahead.waitS(new Chance(seed * 2654435761 + run * 40503))
  waits.sort()
  const called = waits.findIndex((wait) => wait >= horizonS)
  const count = called < 0 ? runs : called
  return count < calledMin ? null : waits.subarray(0, count)
}

function prepare(site: Site, experience: Experience, place: Place): Prepared {
  const { lines, nowS } = site
  const busyness = experience.arrivals.busyness(nowS)
  const { durations } = experience.noShows
  const noShows = { shares: experience.noShows.shares(), durations }
  const counters = site.counters.map((counter) => {
    const { id, open, changedS } = counter
    return {
      counter,
      lines: lines.flatMap((line, at) => (mayCall(counter, line) ? [at] : [])),
      pace: lines.map(({ serviceId }) => experience.pace(serviceId, id)),
      away: open ? [] : experience.absences.leftOf(id, changedS, nowS - changedS),
      inHand: inHandAt(counter, nowS, experience, noShows),
    }
  })
  const classes = lines.map((line) => ({
    handling: experience.handling(line.serviceId),
    patienceS: experience.patienceS(line.serviceId),
    meanGapS: 1 / experience.arrivals.rate(classText(line), nowS, busyness),
    joined: line.waiting.map(({ joinedS }) => joinedS - nowS),
  }))
  return { site, experience, place, counters, classes, noShows }
}

/** What a counter has in hand, and how likely it is that nobody came to it. */
function inHandAt(
  { serving, id, sinceS, waitedS }: SiteCounter,
  nowS: number,
  experience: Experience,
  { shares, durations }: Prepared['noShows'],
): InHand | null {
  if (serving === null) return null
  const pace = experience.pace(serving, id)
  const handling = experience.handling(serving)
  const elapsedS = nowS - sinceS
  const share = shareAfter(shares, waitedS)
  const missed = share * durations.shareLonger(elapsedS)
  const came = (1 - share) * Math.max(0.01, handling.shareLonger(elapsedS / pace))
  return { handling, pace, elapsedS, missing: missed / (missed + came) }
}

/** Lives ways the hall may go on, one after the other. Times are in seconds from now. */
class Ahead {
  readonly #all: Prepared
  #chance = new Chance(0)
  readonly #freeAt: Float64Array
  /** Of each line: the next to be called, when the next customer joins, who joined later. */
  readonly #next: Int32Array
  readonly #joins: Float64Array
  readonly #later: number[][]
  readonly #heads: Head[]
  readonly #found: Head[] = []
  /** The first of `#joins`, or before it. */
  #soonest = 0
  readonly #leavers = new Map<number, boolean>()

  constructor(all: Prepared) {
    this.#all = all
    const { lines } = all.site
    this.#freeAt = new Float64Array(all.counters.length)
    this.#next = new Int32Array(lines.length)
    this.#joins = new Float64Array(lines.length)
    this.#later = lines.map(() => [])
    this.#heads = lines.map(({ serviceId, priority }) => ({
      ...{ serviceId, priority, waitedS: 0, order: 0, passed: 0 },
    }))
  }

  #begin(chance: Chance): void {
    const { counters, classes } = this.#all
    this.#chance = chance
    this.#soonest = 0
    this.#leavers.clear()
    for (let at = 0; at < counters.length; at++) {
      const one = counters[at]
      if (one) this.#freeAt[at] = this.#firstFree(one)
    }
    for (let line = 0; line < classes.length; line++) {
      this.#next[line] = 0
      this.#joins[line] = chance.memoryless(classes[line]?.meanGapS ?? Infinity)
      const later = this.#later[line]
      if (later) later.length = 0
    }
  }

  #firstFree({ counter, lines, away, inHand }: CounterAhead): number {
    const { open, changedS, sinceS } = counter
    const { experience, site } = this.#all
    if (lines.length === 0) return Infinity
    if (!open) {
      if (away.length > 0) return away[this.#chance.below(away.length)] ?? Infinity
      return changedS > 0 ? this.#chance.memoryless(breakS) : Infinity
    }
    if (inHand === null) {
      if (!experience.knowsGaps) return 0
      return experience.gaps.drawLeft(site.nowS - sinceS, this.#chance) ?? 0
    }
    const { handling, pace, elapsedS, missing } = inHand
    if (missing > 0 && this.#chance.even() < missing) {
      const left = this.#all.noShows.durations.drawLeft(elapsedS, this.#chance)
      return (left ?? leastS) + this.#gap()
    }
    const left =
      handling.drawLeft(elapsedS / pace, this.#chance) ??
      this.#chance.memoryless(Math.max(5, handling.mean * 0.6))
    return Math.max(leastS, left * pace) + this.#gap()
  }

  #gap(): number {
    const { gaps, knowsGaps } = this.#all.experience
    return knowsGaps ? gaps.draw(this.#chance) : 0
  }

  /** When the customer of the place is called. */
  waitS(chance: Chance): number {
    const { place } = this.#all
    this.#begin(chance)
    for (let turn = 0; turn < turnsMax; turn++) {
      const at = this.#firstOf(this.#freeAt)
      const time = this.#freeAt[at] ?? Infinity
      const free = this.#all.counters[at]
      if (!free || time >= horizonS) return horizonS
      this.#letJoin(time)
      const line = this.#choose(free, time, turn)
      if (line === null) {
        this.#freeAt[at] = Math.max(time + 0.001, this.#nextJoin(free, time))
        continue
      }
      if (line === place.line && this.#next[line] === place.position) return time
      this.#next[line] = (this.#next[line] ?? 0) + 1
      this.#freeAt[at] = time + Math.max(leastS, this.#tookS(line, free)) + this.#gap()
    }
    return horizonS
  }

  /** How long the first of a line takes, who was chosen just now. */
  #tookS(line: number, { pace }: CounterAhead): number {
    const { classes, noShows } = this.#all
    const share = shareAfter(noShows.shares, this.#heads[line]?.waitedS ?? 0)
    if (share > 0 && this.#chance.even() < share) return noShows.durations.draw(this.#chance)
    return (classes[line]?.handling.draw(this.#chance) ?? leastS) * (pace[line] ?? 1)
  }

  #firstOf(times: Float64Array): number {
    let first = 0
    for (let at = 1; at < times.length; at++)
      if ((times[at] ?? Infinity) < (times[first] ?? Infinity)) first = at
    return first
  }

  #letJoin(time: number): void {
    if (time < this.#soonest) return
    this.#soonest = Infinity
    const { classes } = this.#all
    for (let line = 0; line < classes.length; line++) {
      const meanGapS = classes[line]?.meanGapS ?? Infinity
      let at = this.#joins[line] ?? Infinity
      for (; at <= time; at += Math.max(0.01, this.#chance.memoryless(meanGapS)))
        this.#later[line]?.push(at)
      this.#joins[line] = at
      if (at < this.#soonest) this.#soonest = at
    }
  }

  /** The line that the rule calls at this counter; null: none. */
  #choose({ lines }: CounterAhead, time: number, turn: number): number | null {
    this.#found.length = 0
    for (const line of lines) {
      const joined = this.#joinedOf(line, time)
      const head = this.#heads[line]
      if (joined === null || !head) continue
      head.waitedS = time - joined
      head.order = joined
      this.#found.push(head)
    }
    const chosen = this.#found.length > 0 ? this.#all.site.rule(this.#found, turn) : null
    return chosen && this.#heads.indexOf(chosen)
  }

  /** When the first of a line joined, passing by those who have left; null: nobody waits. */
  #joinedOf(line: number, time: number): number | null {
    const { classes, place } = this.#all
    const one = classes[line]
    const later = this.#later[line]
    if (!one || !later) return null
    for (;;) {
      const next = this.#next[line] ?? 0
      const joined = one.joined[next] ?? later[next - one.joined.length]
      if (joined === undefined) return null
      const isTarget = line === place.line && next === place.position
      if (isTarget || one.patienceS === Infinity || !this.#hasLeft(one, line, next, joined, time))
        return joined
      this.#next[line] = next + 1
    }
  }

  /** Whether somebody left before they were called; drawn once, when they first stand in front. */
  #hasLeft(one: ClassAhead, line: number, next: number, joined: number, time: number): boolean {
    const name = line * 1e6 + next
    const known = this.#leavers.get(name)
    if (known !== undefined) return known
    const has = this.#chance.memoryless(one.patienceS) < time - Math.max(0, joined)
    this.#leavers.set(name, has)
    return has
  }

  #nextJoin({ lines }: CounterAhead, time: number): number {
    let first = Infinity
    for (const line of lines) first = Math.min(first, this.#joins[line] ?? Infinity)
    return this.#found.length > 0 ? Math.min(first, time + askAgainS) : first
  }
}
