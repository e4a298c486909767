import type { RecordedEvent } from '#domain/events.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { setting } from '#domain/hall/hall-day.ts'
import { forecastAll } from '#domain/queue/forecast/everybody.ts'
import { follow } from '#domain/queue/forecast/follow.ts'
import type { Surroundings } from '#domain/queue/forecast/follow.ts'
import { midnightOf } from '#domain/queue/forecast/hall-site.ts'
import type { WaitForecast } from '#domain/queue/forecast/forecast.ts'
import { waitingMax } from '#domain/queue/forecast/snapshot.ts'
import type { SiteWatch } from '#domain/queue/forecast/watch.ts'
import { minute, second } from '#domain/time.ts'
import type { Db } from '../db/open.ts'
import { prepared } from '../db/prepared.ts'
import { fromRow } from '../record/chain.ts'
import type { EventRow } from '../record/chain.ts'

/** Business days whose events are read at start: what a hall has learned is made from them. */
const daysRead = 20
/** Of so many of them the numbers are foretold once more, so that corrections are known. */
const daysForetold = 5
/** Not every number of a rush: after one the next is foretold so many seconds of the day later. */
const foretoldAfterS = 15
/** So often all who wait then are foretold anew. */
const lookAfterS = 600
/** Rows read at a time. */
const rowsRead = 200
/** Whoever was told nothing for so many seconds is foretold anew, to learn from. */
export const toldAgainS = 300

type Row = Omit<EventRow, 'prevHash' | 'hash'>

/** Where in the record the watch stands, what it has of its last days, and up to where they go. */
type Reading = { seq: number; foretoldFrom: number; live: number }

/**
 * Lets a watch see the record of a hall: first its last days, then what is new. It reads what is
 * committed, and never all at once. What this process told itself is kept as it was found; numbers
 * of before are foretold once more, for what comes true of them corrects the next ones.
 */
export class Past {
  readonly #db: Db
  readonly #watch: SiteWatch
  readonly #found: (ticketId: string) => WaitForecast | undefined
  readonly #midnights = new Map<string, number>()
  #reading: Reading | null = null
  #day = ''
  #foretoldS = -Infinity
  #lookedS = -Infinity

  /** `found`: how what was told at the issue of a number was found, if this process told it. */
  constructor(db: Db, watch: SiteWatch, found: (ticketId: string) => WaitForecast | undefined) {
    this.#db = db
    this.#watch = watch
    this.#found = found
  }

  /** Goes on reading until it has seen this event or its time is up; true: it has. */
  readOn(day: HallDay, until: number, budgetMs: number): boolean {
    // What is not committed yet may still come to nothing.
    if (this.#db.inTransaction) return false
    const began = performance.now()
    const reading = (this.#reading ??= this.#begin(until))
    const around = this.#around(day)
    while (reading.seq < until) {
      const rows = prepared<[number, number], Row>(
        this.#db,
        `SELECT seq, at, business_day AS businessDay, type, actor, body FROM events
         WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${rowsRead}`,
      ).all(reading.seq, until)
      if (rows.length === 0) break
      for (const row of rows) {
        this.#see(fromRow(row), reading, around)
        reading.seq = row.seq
        if (performance.now() - began > budgetMs) return reading.seq >= until
      }
    }
    return true
  }

  #see(event: RecordedEvent, { foretoldFrom, live }: Reading, around: Surroundings): void {
    const watch = this.#watch
    follow(watch, event, around)
    if (event.type !== 'ticket.issued' || event.data.forecast === null) return
    const { ticketId } = event.data
    const found = this.#found(ticketId)
    if (found) return watch.keep(ticketId, found)
    if (event.seq < foretoldFrom || event.seq > live) return
    if (event.businessDay !== this.#day) this.#foretoldS = this.#lookedS = -Infinity
    this.#day = event.businessDay
    const atS = around.secondsOf(event.businessDay, event.at)
    if (atS < this.#foretoldS + foretoldAfterS || watch.waiting > waitingMax) return
    this.#foretoldS = atS
    watch.forecast(atS, ticketId, 'at-issue')
    if (atS < this.#lookedS + lookAfterS) return
    this.#lookedS = atS
    const { waiting } = forecastAll(watch.site(atS), watch.experience, { seed: event.seq })
    watch.keepAll(waiting, toldAgainS)
  }

  #begin(live: number): Reading {
    const opened = prepared<[], { seq: number }>(
      this.#db,
      `SELECT seq FROM events WHERE type = 'day.opened' ORDER BY seq DESC LIMIT ${daysRead}`,
    ).all()
    const first = opened.at(-1)?.seq ?? 1
    const foretoldFrom = opened[Math.min(daysForetold, opened.length) - 1]?.seq ?? 0
    return { seq: first - 1, foretoldFrom, live }
  }

  #around(day: HallDay): Surroundings {
    const { counters, staff } = day.setup
    return {
      secondsOf: (businessDay, at) => (at - this.midnight(day, businessDay)) / second,
      servicesAt: (counterId, staffId) => {
        const services = counters.get(counterId)?.serviceIds ?? []
        const skills = staff.get(staffId ?? '')?.serviceIds
        return skills ? services.filter((id) => skills.includes(id)) : services
      },
      earlyS: (setting(day, 'appointmentEarlyMinutes') * minute) / second,
    }
  }

  /** Worked out once a day, for a zone's clock is slow to read. */
  midnight(day: HallDay, businessDay: string): number {
    const name = `${businessDay} ${day.setup.hall.timeZone}`
    const known = this.#midnights.get(name) ?? midnightOf(day, businessDay)
    this.#midnights.set(name, known)
    return known
  }
}
