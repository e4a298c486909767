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

  /** Puts somebody at their place; gives the line. */
  add(one: WaitingOne, { serviceId, priority }: ClassKey, forCounterId: string | null): SiteLine {
    const name = lineText({ serviceId, priority, forCounterId })
    const line = this.#lines.get(name) ?? { serviceId, priority, forCounterId, waiting: [] }
    this.#lines.set(name, line)
    const after = line.waiting.findLastIndex((other) => compare(other, one) <= 0)
    line.waiting.splice(after + 1, 0, one)
    return line
  }

  remove(one: WaitingOne, { waiting }: SiteLine): void {
    const at = waiting.indexOf(one)
    if (at >= 0) waiting.splice(at, 1)
  }
}

/** Text that names a line, for maps. */
export function lineText(line: ClassKey & Pick<SiteLine, 'forCounterId'>): string {
  return line.forCounterId === null ? classText(line) : `${classText(line)}@${line.forCounterId}`
}

function compare(a: WaitingOne, b: WaitingOne): number {
  return Number(b.placed) - Number(a.placed) || a.joinedS - b.joinedS || a.order - b.order
}
