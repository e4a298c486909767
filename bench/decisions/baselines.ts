/** What peers print on a ticket; each foretells the wait in seconds from the same events. */
export type Guesses = Record<BaselineName, number>

export const baselines = [
  'moving average, 30 min',
  'last to enter service (LES)',
  'head of line (HOL)',
  'position × mean ÷ busy',
] as const
export type BaselineName = (typeof baselines)[number]

type Customer = { joinedS: number; service: string; calledS: number | null; counter: string | null }

const averagedS = 1800
/** Of service times kept for their mean. */
const handlingKept = 500

/** Lives the same lines through as the forecast, and makes the guesses of the baselines. */
export class Baselines {
  #waiting = new Map<string, Customer>()
  #called = new Map<string, Customer>()
  #busy = new Set<string>()
  #recent: { atS: number; waitS: number }[] = []
  #lastWaitS = 0
  readonly #handling: number[] = []

  beginDay(): void {
    this.#waiting = new Map()
    this.#called = new Map()
    this.#busy = new Set()
    this.#recent = []
    this.#lastWaitS = 0
  }

  /** What is told to whoever joins now; told before they are in the line. */
  guess(nowS: number): Guesses {
    this.#recent = this.#recent.filter(({ atS }) => atS > nowS - averagedS)
    const [first] = this.#waiting.values()
    const position = this.#waiting.size + 1
    return {
      'moving average, 30 min': mean(this.#recent.map(({ waitS }) => waitS)),
      'last to enter service (LES)': this.#lastWaitS,
      'head of line (HOL)': first ? nowS - first.joinedS : 0,
      'position × mean ÷ busy': (position * mean(this.#handling)) / Math.max(1, this.#busy.size),
    }
  }

  joined(atS: number, id: string, service: string): void {
    this.#waiting.set(id, { joinedS: atS, service, calledS: null, counter: null })
  }

  called(atS: number, id: string, counter: string | null): void {
    const customer = this.#waiting.get(id)
    if (!customer) return
    this.#waiting.delete(id)
    this.#called.set(id, { ...customer, calledS: atS, counter })
    this.#lastWaitS = atS - customer.joinedS
    this.#recent.push({ atS, waitS: this.#lastWaitS })
    if (counter !== null) this.#busy.add(counter)
  }

  finished(atS: number, id: string): void {
    const customer = this.#called.get(id)
    if (!customer || customer.calledS === null) return
    this.#handling.push(atS - customer.calledS)
    if (this.#handling.length > handlingKept) this.#handling.shift()
    if (customer.counter !== null) this.#busy.delete(customer.counter)
  }

  left(id: string): void {
    this.#waiting.delete(id)
  }
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
