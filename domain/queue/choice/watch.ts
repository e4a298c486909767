import type { ClassKey, Head } from '../site.ts'
import { classText } from '../site.ts'
import { choose } from './choose.ts'
import type { RuleContext } from './choose.ts'
import type { CallingRule } from './rule.ts'
import { UsualTimes } from './usual-times.ts'

type WaitingOne = { id: string; joinedS: number; order: number }

/** A line in its order, and the calls that went by it. */
type WatchedLine = ClassKey & {
  waiting: WaitingOne[]
  /** Numbers of those called before somebody here who had joined earlier, ascending. */
  passings: number[]
}

type WatchedHead = Head & { id: string; line: WatchedLine }

/** Something that happens in a hall, as the lines of a replay tell it; what is not named is nothing. */
export type WatchedEvent = {
  type?: string
  t?: number
  id?: string
  counter?: string | null
  services?: readonly string[]
  service?: string
  priority?: number
  outcome?: string
}

/**
 * Follows the lines of a hall and says whom its rule calls at a counter that is free. Times are in
 * seconds since the hall's midnight; what does not fit is passed over.
 */
export class CallingWatch {
  readonly #rule: CallingRule
  readonly #targetS: RuleContext['targetS']
  readonly #usual = new UsualTimes()
  readonly #counters = new Map<string, ReadonlySet<string>>()
  readonly #lines = new Map<string, WatchedLine>()
  readonly #waiting = new Map<string, WatchedLine>()
  readonly #inHand = new Map<string, { serviceId: string; sinceS: number }>()
  #joined = 0
  #turn = 0

  constructor(rule: CallingRule, targetS: RuleContext['targetS']) {
    this.#rule = rule
    this.#targetS = targetS
  }

  /** Lives one event through; after `next` whom that counter calls. Unknown types mean nothing. */
  follow(event: WatchedEvent): string | null {
    const { t = 0, id = '', service = '', priority = 0, services = [] } = event
    const counter = event.counter ?? ''
    if (event.type === 'next') return this.callNext(t, counter)
    if (event.type === 'day') this.beginDay()
    if (event.type === 'counter_open') this.#counters.set(counter, new Set(services))
    if (event.type === 'ticket') this.joined(t, id, { serviceId: service, priority })
    if (event.type === 'call') this.called(t, id, counter)
    if (event.type === 'finish') this.finished(t, id, event.outcome !== 'no_show')
    if (event.type === 'leave') this.left(id)
    return null
  }

  /** Nobody waits and no counter is open; how long services take is still known. */
  beginDay(): void {
    for (const kept of [this.#counters, this.#lines, this.#waiting, this.#inHand]) kept.clear()
    this.#joined = 0
    this.#turn = 0
  }

  joined(atS: number, id: string, { serviceId, priority }: ClassKey): void {
    if (this.#waiting.has(id)) return
    const key = classText({ serviceId, priority })
    const line = this.#lines.get(key) ?? { serviceId, priority, waiting: [], passings: [] }
    this.#lines.set(key, line)
    line.waiting.push({ id, joinedS: atS, order: this.#joined++ })
    this.#waiting.set(id, line)
  }

  left(id: string): void {
    const line = this.#waiting.get(id)
    if (!line) return
    this.#waiting.delete(id)
    const at = line.waiting.findIndex((one) => one.id === id)
    line.waiting.splice(at, 1)
    const first = line.waiting[0]?.order ?? Infinity
    line.passings.splice(0, countUpTo(line.passings, first))
  }

  /** Whom this counter calls now. Whoever is named is called. */
  callNext(atS: number, counterId: string): string | null {
    const heads = this.#headsFor(counterId, atS)
    const context = {
      targetS: this.#targetS,
      meanS: (serviceId: string) => this.#usual.of(serviceId),
      meanAllS: this.#usual.ofAll(),
    }
    const choice = choose(this.#rule, context, heads, this.#turn)
    if (!choice) return null
    this.called(atS, choice.head.id, counterId)
    return choice.head.id
  }

  /** A call, also one that no rule has made. */
  called(atS: number, id: string, counterId: string): void {
    const called = this.#waiting.get(id)
    const order = called?.waiting.find((one) => one.id === id)?.order
    if (!called || order === undefined) return
    for (const { line, order: earlier } of this.#headsFor(counterId, atS))
      if (earlier < order) line.passings.splice(countUpTo(line.passings, order), 0, order)
    this.#turn += 1
    this.left(id)
    this.#inHand.set(id, { serviceId: called.serviceId, sinceS: atS })
  }

  finished(atS: number, id: string, served: boolean): void {
    const service = this.#inHand.get(id)
    this.#inHand.delete(id)
    if (service && served) this.#usual.add(service.serviceId, atS - service.sinceS)
  }

  #headsFor(counterId: string, atS: number): WatchedHead[] {
    const services = this.#counters.get(counterId)
    return [...this.#lines.values()].flatMap((line) => {
      const { serviceId, priority, waiting, passings } = line
      const [one] = waiting
      // Of a counter that nobody has opened it is not known what it may not do.
      if (!one || services?.has(serviceId) === false) return []
      const { id, order, joinedS } = one
      const passed = passings.length - countUpTo(passings, order)
      return [{ serviceId, priority, waitedS: atS - joinedS, order, passed, id, line }]
    })
  }
}

/** How many of these ascending numbers are not above this one. */
function countUpTo(ascending: readonly number[], most: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= most) low = middle + 1
    else high = middle
  }
  return low
}
