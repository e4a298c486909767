/** Where the server's time comes from: the system, or a hand that turns it (replay, pictures). */
export type Clock = { now: () => number }

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands until it is moved. */
export class HandClock implements Clock {
  #at: number

  constructor(at: number) {
    this.#at = at
  }

  now(): number {
    return this.#at
  }

  /** Moves on to an instant; never back. */
  moveTo(at: number): void {
    this.#at = Math.max(this.#at, at)
  }
}
