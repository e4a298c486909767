import type { HallDay } from '#domain/hall/hall-day.ts'
import { setting } from '#domain/hall/hall-day.ts'
import { whyLater, worseThanBefore } from '#domain/queue/forecast/worse.ts'
import type { Told, Worse } from '#domain/queue/forecast/worse.ts'
import type { Forecast, Ticket } from '#domain/queue/ticket.ts'
import { second } from '#domain/time.ts'

/** What a holder is told: the wait from now on, and whether it got worse. */
export type Telling = { wait: Forecast | null; worse: Worse | null }

type Kept = { leg: number; first: Told; last: Told }

/**
 * What the holders of waiting tickets have been told on their pages, first and last. It lives as
 * long as this process; what was told at issue is in the record and stays.
 */
export class Tellings {
  readonly #kept = new Map<string, Kept>()

  /** Tells a wait, and how it stands to what was told before. */
  tell(day: HallDay, ticket: Ticket, wait: Forecast | null, at: number): Telling {
    if (!wait) return { wait, worse: null }
    const now = { ...wait, at }
    const known = this.#of(ticket)
    const { first, last: before } = known ?? { first: now, last: null }
    this.#kept.set(ticket.id, { leg: ticket.leg, first, last: now })
    const minutes = worseThanBefore({ first, before, now }, setting(day, 'waitWorseMinutes'))
    if (minutes === null) return { wait, worse: null }
    return { wait, worse: { minutes, because: whyLater(day, ticket, first.at, at) } }
  }

  /** What was told last, counted from when they began to wait; null: nothing. */
  last(ticket: Ticket): Forecast | null {
    const told = this.#of(ticket)?.last
    if (!told) return null
    const passedS = (told.at - ticket.queuedAt) / second
    const { ahead, medianS, lowS, highS } = told
    const from = (seconds: number) => Math.max(0, Math.round(seconds + passedS))
    return { ahead, medianS: from(medianS), lowS: from(lowS), highS: from(highS) }
  }

  /** Forgets those who wait no more. */
  forgetGone({ tickets }: HallDay): void {
    for (const id of this.#kept.keys())
      if (tickets.get(id)?.state !== 'waiting') this.#kept.delete(id)
  }

  #of({ id, leg, forecast, issuedAt }: Ticket): Kept | null {
    const kept = this.#kept.get(id)
    if (kept?.leg === leg) return kept
    if (leg > 1 || !forecast) return null
    const told = { ...forecast, at: issuedAt }
    return { leg, first: told, last: told }
  }
}
