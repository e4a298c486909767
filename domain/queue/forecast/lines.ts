import type { ClassKey } from '../site.ts'
import { classText } from '../site.ts'
import type { SiteLine, WaitingOne } from './snapshot.ts'

/** The lines of a hall, each in its order: those placed first, then by seniority, ties oldest first. */
export class Lines {
  readonly #lines = new Map<string, SiteLine>()

  get all(): SiteLine[] {
    return [...this.#lines.values()]
  }

  clear(): void {
    for (const line of this.#lines.values()) line.waiting.length = 0
  }

  /** The line of a class, or of those of it who were sent to a counter; made where there is none. */
  of({ serviceId, priority }: ClassKey, forCounterId: string | null): SiteLine {
    const name =
      classText({ serviceId, priority }) + (forCounterId === null ? '' : `@${forCounterId}`)
    const known = this.#lines.get(name)
    if (known) return known
    const line = { serviceId, priority, forCounterId, waiting: [] }
    this.#lines.set(name, line)
    return line
  }

  /** Puts somebody at their place; gives the line. */
  add(one: WaitingOne, its: ClassKey, forCounterId: string | null): SiteLine {
    const line = this.of(its, forCounterId)
    const after = line.waiting.findLastIndex((other) => compareWaiting(other, one) <= 0)
    line.waiting.splice(after + 1, 0, one)
    return line
  }

  remove(one: WaitingOne, { waiting }: SiteLine): void {
    const at = waiting.indexOf(one)
    if (at >= 0) waiting.splice(at, 1)
  }
}

/** Order of those in a line, as `compareInLine` has it for tickets. */
export function compareWaiting(a: WaitingOne, b: WaitingOne): number {
  return Number(b.placed) - Number(a.placed) || a.joinedS - b.joinedS || a.order - b.order
}
