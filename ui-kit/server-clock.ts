/**
 * The server's clock, carried on by this machine's between two signs of life. A device's own time
 * of day may be wrong; how much of it has passed is not.
 */
export class ServerClock {
  #serverTime: number | null = null
  #wall = 0
  #steady = 0

  /** Takes the time of a message that has just arrived. */
  set(serverTime: number): void {
    // What the line delays by is not a change of the clock, and no second should be shown twice.
    if (this.#serverTime !== null && Math.abs(this.now() - serverTime) < 250)
      serverTime = this.now()
    this.#serverTime = serverTime
    this.#wall = Date.now()
    this.#steady = performance.now()
  }

  now(): number {
    if (this.#serverTime === null) return Date.now()
    // The steady clock stands still while a phone sleeps, the other one may be set back.
    const passed = Math.max(Date.now() - this.#wall, performance.now() - this.#steady)
    return this.#serverTime + Math.round(passed)
  }
}
