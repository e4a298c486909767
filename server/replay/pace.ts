import { setTimeout as sleep } from 'node:timers/promises'
import { minute } from '#domain/time.ts'
import type { HandClock } from '../clock.ts'
import type { Hall } from '../hall/hall.ts'

/** How the time of a record passes. */
export type Pace = {
  /** Recorded time that passes in one unit of the hall's. */
  speed: number
  /** Waits until an instant of the record. */
  goTo(at: number): Promise<void>
  /** Lets the hall look after itself: a business day may begin. */
  tick(): Promise<void>
}

/** At full speed: a clock in hand jumps from one thing to the next, and the hall ticks with it. */
export class HandPace implements Pace {
  readonly speed = 1
  readonly #clock: HandClock
  readonly #hall: Hall
  #tickedAt = 0

  constructor(clock: HandClock, hall: Hall) {
    this.#clock = clock
    this.#hall = hall
  }

  async goTo(at: number): Promise<void> {
    this.#clock.moveTo(at)
    if (at - this.#tickedAt >= minute) await this.tick()
  }

  async tick(): Promise<void> {
    this.#tickedAt = this.#clock.now()
    await this.#hall.tick()
  }
}

/** For eyes: real time, so many times as fast. The server that is watched ticks by itself. */
export class RealPace implements Pace {
  readonly speed: number
  readonly #began = Date.now()
  readonly #from: number

  constructor(speed: number, from: number) {
    this.speed = speed
    this.#from = from
  }

  async goTo(at: number): Promise<void> {
    const wait = this.#began + (at - this.#from) / this.speed - Date.now()
    if (wait > 1) await sleep(wait)
  }

  async tick(): Promise<void> {}
}
