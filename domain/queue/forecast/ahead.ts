import type { Head } from '../site.ts'
import { Chance } from './chance.ts'
import { shareAfter } from './no-shows.ts'
import type { ClassAhead, CounterAhead, Prepared } from './prepare.ts'

/** Nobody's wait is followed further, in seconds. */
export const horizonS = 6 * 3600
/** Comings and calls followed in one run at most. */
const turnsMax = 5000
/** After so many it is looked whether anybody can still be called who is asked about. */
const turnsBetweenLooks = 64
/** A break of which nothing is known lasts so long on average, in seconds. */
const breakS = 1200
/** A rule that calls nobody is asked again after so many seconds. */
const askAgainS = 30
/** The shortest service that is still before somebody. */
const leastS = 0.5

/** Told of each call of somebody who is asked about: which place it is, and when. */
type Called = (place: number, waitS: number) => void

/** Lives ways the hall may go on, one after the other. Times are in seconds from now. */
export class Ahead {
  readonly #all: Prepared
  #chance = new Chance(0)
  readonly #freeAt: Float64Array
  /** Of each line: the next to be called, when the next customer joins, who joined later. */
  readonly #next: Int32Array
  readonly #joins: Float64Array
  readonly #later: number[][]
  /** Lines that somebody is expected to join. */
  readonly #expecting: readonly number[]
  /** When the first of each line joined; NaN: to be looked up. Infinity: nobody waits. */
  readonly #front: Float64Array
  /** From when on that one may be called, and whether they were placed first. */
  readonly #frontFrom: Float64Array
  readonly #frontPlaced: Uint8Array
  readonly #heads: Head[]
  /** Lines whose heads may be called, so many of them; and a list of heads for each count. */
  readonly #found: Int32Array
  #foundCount = 0
  readonly #lists: Head[][] = []
  /** The first of `#joins`, or before it. */
  #soonest = 0
  /** When the first appointment of the lines looked at may be called. */
  #callableAt = Infinity
  readonly #leavers = new Map<number, boolean>()
  /** Of each line, how many are still to be called who are asked about; and of all together. */
  readonly #wanted: Int32Array
  #wantedLeft = 0

  constructor(all: Prepared) {
    this.#all = all
    const { lines } = all.site
    this.#freeAt = new Float64Array(all.counters.length)
    this.#next = new Int32Array(lines.length)
    this.#joins = new Float64Array(lines.length)
    this.#wanted = new Int32Array(lines.length)
    this.#front = new Float64Array(lines.length)
    this.#frontFrom = new Float64Array(lines.length)
    this.#frontPlaced = new Uint8Array(lines.length)
    this.#found = new Int32Array(lines.length)
    this.#later = lines.map(() => [])
    this.#expecting = all.classes.flatMap(({ meanGapS }, at) => (meanGapS < Infinity ? [at] : []))
    this.#heads = lines.map(({ serviceId, priority }) => ({
      ...{ serviceId, priority, waitedS: 0, order: 0, passed: 0 },
    }))
  }

  #begin(chance: Chance): void {
    const { counters, classes, wanted } = this.#all
    this.#chance = chance
    this.#soonest = 0
    this.#leavers.clear()
    this.#wantedLeft = wanted
    for (let at = 0; at < counters.length; at++) {
      const one = counters[at]
      if (one) this.#freeAt[at] = this.#firstFree(one)
    }
    for (let line = 0; line < classes.length; line++) {
      this.#next[line] = 0
      this.#front[line] = NaN
      this.#wanted[line] = classes[line]?.wanted ?? 0
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

  /** Goes on until all who are asked about are called, or nobody would call those who are left. */
  live(chance: Chance, tell: Called): void {
    this.#begin(chance)
    let calls = this.#all.site.turn
    for (let turn = 1; turn <= turnsMax && this.#wantedLeft > 0; turn++) {
      const at = this.#firstOf(this.#freeAt)
      const time = this.#freeAt[at] ?? Infinity
      const free = this.#all.counters[at]
      if (!free || time >= horizonS) return
      if (turn % turnsBetweenLooks === 0 && !this.#isWorthGoingOn()) return
      this.#letJoin(time)
      const line = this.#choose(free, time, calls)
      if (line === null) {
        this.#freeAt[at] = Math.max(time + 0.001, this.#nextChance(free, time))
        continue
      }
      const tookS = this.#call(free, line, time, tell)
      if (tookS > 0) calls++
      this.#freeAt[at] = time + tookS
    }
  }

  /** Calls the first of a line; gives the time it takes the counter. */
  #call(free: CounterAhead, line: number, time: number, tell: Called): number {
    const one = this.#all.classes[line]
    const position = this.#next[line] ?? 0
    this.#next[line] = position + 1
    this.#front[line] = NaN
    const place = one?.asked[position] ?? -1
    if (!one || place < 0) return Math.max(leastS, this.#tookS(line, free)) + this.#gap()
    tell(place, time)
    this.#wantedLeft--
    this.#wanted[line] = (this.#wanted[line] ?? 0) - 1
    // Whoever has not come, or would have left, was only asked about: the counter calls on at once.
    if (position === one.newcomerAt) return 0
    const joined = one.joined[position] ?? 0
    if (one.patienceS !== Infinity && this.#hasLeft(one, line, position, joined, time)) return 0
    return Math.max(leastS, this.#tookS(line, free)) + this.#gap()
  }

  /** Whether some counter may still call somebody who is asked about. */
  #isWorthGoingOn(): boolean {
    const { classes } = this.#all
    for (let line = 0; line < classes.length; line++) {
      if ((this.#wanted[line] ?? 0) === 0) continue
      for (const at of classes[line]?.counters ?? [])
        if ((this.#freeAt[at] ?? Infinity) < horizonS) return true
    }
    return false
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
    for (const line of this.#expecting) {
      const meanGapS = classes[line]?.meanGapS ?? Infinity
      let at = this.#joins[line] ?? Infinity
      if (at <= time && this.#front[line] === Infinity) this.#front[line] = NaN
      for (; at <= time; at += Math.max(0.01, this.#chance.memoryless(meanGapS)))
        this.#later[line]?.push(at)
      this.#joins[line] = at
      if (at < this.#soonest) this.#soonest = at
    }
  }

  /** The line called at this counter: of who was placed first, else by the rule; null: none. */
  #choose({ lines }: CounterAhead, time: number, turn: number): number | null {
    this.#foundCount = 0
    this.#callableAt = Infinity
    let placed = -1
    let placedJoined = Infinity
    for (const line of lines) {
      let joined = this.#front[line] ?? Infinity
      if (joined !== joined) joined = this.#lookUp(line, time)
      if (joined === Infinity) continue
      const head = this.#heads[line]
      const from = this.#frontFrom[line] ?? 0
      if (from > time) this.#callableAt = Math.min(this.#callableAt, from)
      if (from > time || !head) continue
      if (this.#frontPlaced[line] === 1 && joined < placedJoined) {
        placed = line
        placedJoined = joined
      }
      head.waitedS = Math.max(0, time - joined)
      head.order = joined
      this.#found[this.#foundCount++] = line
    }
    if (placed >= 0) return placed
    return this.#foundCount === 0 ? null : this.#byRule(turn)
  }

  /** The line whose head the rule calls; null: none of them. */
  #byRule(turn: number): number | null {
    const count = this.#foundCount
    // Kept by length, for a list that is emptied and filled again is made anew each time.
    const list = (this.#lists[count] ??= this.#heads.slice(0, count))
    for (let at = 0; at < count; at++) {
      const head = this.#heads[this.#found[at] ?? 0]
      if (head) list[at] = head
    }
    const chosen = this.#all.site.rule(list, turn)
    return chosen && (this.#found[list.indexOf(chosen)] ?? null)
  }

  /** Looks up when the first of a line joined, passing by those who have left. */
  #lookUp(line: number, time: number): number {
    const one = this.#all.classes[line]
    const later = this.#later[line]
    if (!one || !later) return Infinity
    let next = this.#next[line] ?? 0
    let joined = Infinity
    for (; ; next++) {
      joined = one.joined[next] ?? later[next - one.joined.length] ?? Infinity
      if (joined === Infinity || one.patienceS === Infinity) break
      // Whoever is asked about stays to be called.
      if ((one.asked[next] ?? -1) >= 0 || !this.#hasLeft(one, line, next, joined, time)) break
    }
    this.#next[line] = next
    this.#front[line] = joined
    this.#frontFrom[line] = one.from[next] ?? 0
    this.#frontPlaced[line] = Number(next < one.placed)
    return joined
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

  /** When a counter that called nobody may find somebody. */
  #nextChance({ lines }: CounterAhead, time: number): number {
    let first = this.#callableAt
    for (const line of lines) first = Math.min(first, this.#joins[line] ?? Infinity)
    return this.#foundCount > 0 ? Math.min(first, time + askAgainS) : first
  }
}
