/** Commands that share one commit at most. */
const batchMax = 64

/** How long a command waits at most for others to share its commit with. */
const gatherMsMax = 5

/**
 * Gathers what arrives together, for one durable commit costs as much as the rules of many commands.
 * It waits as long as each turn of the event loop brings more; whoever comes alone is not kept
 * waiting, for the next turn brings nothing.
 */
export class Batches<T> {
  readonly #run: (batch: T[]) => void
  #waiting: T[] = []

  constructor(run: (batch: T[]) => void) {
    this.#run = run
  }

  add(one: T): void {
    this.#waiting.push(one)
    if (this.#waiting.length === 1) this.#gather(performance.now())
  }

  /** Runs all that waits, at once. */
  drain(): void {
    while (this.#waiting.length > 0) this.#run(this.#waiting.splice(0, batchMax))
  }

  #gather(began: number): void {
    const before = this.#waiting.length
    setImmediate(() => {
      const { length } = this.#waiting
      const more = length > before && length < batchMax && performance.now() - began < gatherMsMax
      if (more) this.#gather(began)
      else this.#runOne()
    })
  }

  /** One batch a turn: those in it are answered before the next one is committed. */
  #runOne(): void {
    if (this.#waiting.length === 0) return
    this.#run(this.#waiting.splice(0, batchMax))
    if (this.#waiting.length > 0) this.#gather(performance.now())
  }
}
