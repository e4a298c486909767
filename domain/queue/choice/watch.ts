import type { ClassKey, Head } from '../site.ts'
import { classText } from '../site.ts'
import { choose } from './choose.ts'
import type { RuleContext } from './choose.ts'
import type { CallingRule } from './rule.ts'

type WaitingOne = { id: string; joinedS: number; order: number }

/** A line in its order, and the calls that went by it. */
type WatchedLine = ClassKey & {
  waiting: WaitingOne[]
  /** Numbers of those called before somebody here who had joined earlier, ascending. */
  passings: number[]
}

/**
 * Follows the lines of a hall and says whom its rule calls at each counter that is free. Times are
 * in seconds since the hall's midnight; what does not fit is passed over.
 */
export class CallingWatch {
  readonly #rule: CallingRule
  readonly #context: RuleContext
  readonly #lines = new Map<string, WatchedLine>()
  readonly #waiting = new Map<string, WatchedLine>()
  #joined = 0
  #turn = 0

  constructor(rule: CallingRule, context: RuleContext) {
    this.#rule = rule
    this.#context = context
  }

  beginDay(): void {
    this.#lines.clear()
    this.#waiting.clear()
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

  /** Left without being called, or was called by somebody else's decision. */
  left(id: string): void {
    const line = this.#waiting.get(id)
    if (!line) return
    this.#waiting.delete(id)
    line.waiting.splice(
      line.waiting.findIndex((one) => one.id === id),
      1,
    )
    const first = line.waiting[0]?.order ?? Infinity
    line.passings.splice(0, countUpTo(line.passings, first))
  }

  /** Whom a counter that handles these services calls now; the one is then gone from the lines. */
  callNext(atS: number, services: ReadonlySet<string>): string | null {
    const heads = [...this.#lines.values()].flatMap((line) => this.#headOf(line, services, atS))
    const choice = choose(this.#rule, this.#context, heads, this.#turn)
    if (!choice) return null
    const { id, order } = choice.head
    for (const { line, order: earlier } of heads)
      if (earlier < order) line.passings.splice(countUpTo(line.passings, order), 0, order)
    this.#turn += 1
    this.left(id)
    return id
  }

  #headOf(line: WatchedLine, services: ReadonlySet<string>, atS: number) {
    const { serviceId, priority, passings } = line
    const one = line.waiting[0]
    if (!one || !services.has(serviceId)) return []
    const { id, order, joinedS } = one
    const passed = passings.length - countUpTo(passings, order)
    const head: Head = { serviceId, priority, waitedS: atS - joinedS, order, passed }
    return [{ ...head, id, line }]
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
