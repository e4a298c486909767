import type { ClassKey } from '../site.ts'
import type { CallingWatch } from './watch.ts'

/** A customer of a past day, with what chance decided about them. Times in seconds since midnight. */
export type TrialVisit = ClassKey & {
  id: string
  joinedS: number
  /** How long they are at the counter once they are called. */
  tookS: number
  served: boolean
  /** When they go, if nobody has called them by then; null: they stay. */
  leavesS: number | null
}

/** A time in which a counter is open. */
export type TrialSpell = {
  counterId: string
  serviceIds: readonly string[]
  openS: number
  closeS: number
}

export type TrialDay = { visits: readonly TrialVisit[]; spells: readonly TrialSpell[] }

/** How a customer fared. */
export type TrialOutcome = {
  visit: TrialVisit
  /** Until the call, or until they left. */
  waitS: number
  called: boolean
  /** How often somebody who joined later was called before, at a counter that may call both. */
  passed: number
}

/** What happens in a trial, told to whoever decides; `next` alone is answered, with whom to call. */
export type TrialLine =
  | { type: 'counter_open'; t: number; counter: string; services: readonly string[] }
  | { type: 'counter_close'; t: number; counter: string }
  | { type: 'ticket'; t: number; id: string; service: string; priority: number }
  | { type: 'finish'; t: number; id: string; counter: string; outcome: 'served' | 'no_show' }
  | { type: 'leave'; t: number; id: string }
  | { type: 'next'; t: number; counter: string }

export type Trial = Generator<TrialLine, TrialOutcome[], string | null>
type Part = Generator<TrialLine, void, string | null>

/**
 * Lives a past day again with other calls: the same customers come, the same counters are open,
 * each service takes as long as it took. Whoever waits when the doors close is still served; who
 * wants what no counter there does is left out.
 */
export function tryDay(day: TrialDay): Trial {
  return new Trying(day).live()
}

/** The same with a rule that is asked at once. */
export function tryDayWith(day: TrialDay, watch: CallingWatch): TrialOutcome[] {
  watch.beginDay()
  const trial = tryDay(day)
  let step = trial.next()
  while (!step.done) step = trial.next(watch.follow(step.value))
  return step.value
}

type Desk = {
  id: string
  services: ReadonlySet<string>
  open: boolean
  /** Closes as soon as nobody waits for it. */
  closing: boolean
  inHand: TrialVisit | null
  /** Busy until, or free since. */
  sinceS: number
}

class Trying {
  readonly #happenings: readonly Happening[]
  readonly #lastJoinS: number
  readonly #desks = new Map<string, Desk>()
  readonly #waiting = new Map<string, { visit: TrialVisit; order: number; passed: number }>()
  readonly #outcomes: TrialOutcome[] = []
  #joined = 0
  #happened = 0
  #reopened = false

  constructor(day: TrialDay) {
    this.#happenings = happeningsOf(day)
    this.#lastJoinS = Math.max(0, ...day.visits.map(({ joinedS }) => joinedS))
  }

  *live(): Trial {
    let nowS = 0
    for (;;) {
      const t = this.#nextS()
      if (t === Infinity && (this.#waiting.size === 0 || this.#reopened)) return this.#outcomes
      if (t === Infinity) yield* this.#reopen(nowS)
      else nowS = t
      yield* this.#finish(nowS)
      while (this.#happenings[this.#happened]?.t === t) yield* this.#happen()
      yield* this.#call(nowS)
    }
  }

  #nextS(): number {
    let next = this.#happenings[this.#happened]?.t ?? Infinity
    for (const { inHand, sinceS } of this.#desks.values()) if (inHand) next = Math.min(next, sinceS)
    return next
  }

  /** Nobody is sent home: who is left is served by the counters that were there that day. */
  *#reopen(t: number): Part {
    this.#reopened = true
    for (const desk of this.#desks.values()) {
      desk.open = desk.closing = true
      yield { type: 'counter_open', t, counter: desk.id, services: [...desk.services] }
    }
  }

  *#finish(t: number): Part {
    for (const desk of this.#desks.values()) {
      if (!desk.inHand || desk.sinceS > t) continue
      const { id, served } = desk.inHand
      const outcome = served ? 'served' : 'no_show'
      desk.inHand = null
      yield { type: 'finish', t, id, counter: desk.id, outcome }
    }
  }

  *#happen(): Part {
    const happening = this.#happenings[this.#happened++]
    if (!happening) return
    const { t } = happening
    if ('joins' in happening) {
      const visit = happening.joins
      const { id, serviceId: service, priority } = visit
      this.#waiting.set(id, { visit, order: this.#joined++, passed: 0 })
      yield { type: 'ticket', t, id, service, priority }
    } else if ('leaves' in happening) {
      const { id } = happening.leaves
      if (this.#leave(id, t, false)) yield { type: 'leave', t, id }
    } else if ('opens' in happening) {
      const { counterId: id, serviceIds } = happening.opens
      const known = this.#desks.get(id) ?? { inHand: null, sinceS: t }
      const services = new Set(serviceIds)
      this.#desks.set(id, { ...known, id, services, open: true, closing: false })
      yield { type: 'counter_open', t, counter: id, services: serviceIds }
    } else {
      const desk = this.#desks.get(happening.closes.counterId)
      if (desk && t >= this.#lastJoinS) desk.closing = true
      else if (desk) yield* close(desk, t)
    }
  }

  *#call(t: number): Part {
    const free = [...this.#desks.values()].filter(({ open, inHand }) => open && !inHand)
    free.sort((a, b) => a.sinceS - b.sinceS || (a.id < b.id ? -1 : 1))
    for (const desk of free) {
      const isWanted = this.#isWanted(desk)
      const id = isWanted ? yield { type: 'next', t, counter: desk.id } : null
      const one = id === null ? undefined : this.#waiting.get(id)
      if (one && desk.services.has(one.visit.serviceId)) {
        this.#pass(desk, one.order)
        this.#leave(one.visit.id, t, true)
        desk.inHand = one.visit
        desk.sinceS = t + one.visit.tookS
      } else if (desk.closing && !isWanted) yield* close(desk, t)
    }
  }

  #isWanted({ services }: Desk): boolean {
    for (const { visit } of this.#waiting.values()) if (services.has(visit.serviceId)) return true
    return false
  }

  #pass({ services }: Desk, order: number): void {
    for (const one of this.#waiting.values())
      if (one.order < order && services.has(one.visit.serviceId)) one.passed += 1
  }

  #leave(id: string, t: number, called: boolean): boolean {
    const one = this.#waiting.get(id)
    if (!one) return false
    this.#waiting.delete(id)
    const { visit, passed } = one
    this.#outcomes.push({ visit, waitS: t - visit.joinedS, called, passed })
    return true
  }
}

function* close(desk: Desk, t: number): Part {
  desk.open = desk.closing = false
  yield { type: 'counter_close', t, counter: desk.id }
}

type Happening = { t: number } & (
  { closes: TrialSpell } | { opens: TrialSpell } | { joins: TrialVisit } | { leaves: TrialVisit }
)

/** In the order of time; of one moment: who closes, who opens, who comes, who goes. */
function happeningsOf({ visits, spells }: TrialDay): Happening[] {
  const working = spells.filter(({ openS, closeS }) => closeS > openS)
  const all: Happening[] = [
    ...working.map((closes) => ({ t: closes.closeS, closes })),
    ...working.map((opens) => ({ t: opens.openS, opens })),
    ...visits.map((joins) => ({ t: joins.joinedS, joins })),
    ...visits.flatMap((leaves) => (leaves.leavesS === null ? [] : [{ t: leaves.leavesS, leaves }])),
  ]
  return all.sort((a, b) => a.t - b.t)
}
