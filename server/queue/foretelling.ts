import type { HallDay } from '#domain/hall/hall-day.ts'
import { ruleContext, ruleInForce } from '#domain/queue/calling.ts'
import { ruleOf } from '#domain/queue/choice/choose.ts'
import { forecastAll } from '#domain/queue/forecast/everybody.ts'
import type { EverybodysWaits } from '#domain/queue/forecast/everybody.ts'
import { Experience } from '#domain/queue/forecast/experience.ts'
import { forecastWait } from '#domain/queue/forecast/forecast.ts'
import type { WaitForecast } from '#domain/queue/forecast/forecast.ts'
import { siteOf, withNewcomer } from '#domain/queue/forecast/hall-site.ts'
import { waitingMax } from '#domain/queue/forecast/snapshot.ts'
import type { Site } from '#domain/queue/forecast/snapshot.ts'
import { SiteWatch } from '#domain/queue/forecast/watch.ts'
import { openCountersFor, isOpen } from '#domain/queue/routing.ts'
import { classText } from '#domain/queue/site.ts'
import type { Forecast, Ticket } from '#domain/queue/ticket.ts'
import { usualHandlingMs } from '#domain/queue/usual.ts'
import { estimateWait, newcomer, peopleAhead } from '#domain/queue/wait-estimate.ts'
import type { Standing } from '#domain/queue/wait-estimate.ts'
import { second } from '#domain/time.ts'
import type { Db } from '../db/open.ts'
import { Past, toldAgainS } from './foretelling-past.ts'
import { Burst } from './burst.ts'
import { Tellings } from './tellings.ts'
import type { Telling } from './tellings.ts'

/** The record of the past is read in pieces of so many ms, with pauses between them. */
const pieceMs = 8
const pauseMs = 25
/** Waits move with the clock even when nothing happens: after so long they are foretold anew. */
const goodForMs = 10 * second
/** After a change screens show the waits of before it for so long, so that all else is not late. */
const settleMs = 30
/** Who would wait less than half a minute at a free counter is told that there is no wait. */
const atOnceS = 30

/** A hall as it stands in memory, its record, and its clock. */
export type ForetoldHall = {
  readonly db: Db
  readonly day: HallDay
  readonly seq: number
  now(): number
}

/** What everybody can be told, of which state of the hall it is, and what was looked at. */
type Answers = EverybodysWaits & { seq: number; at: number; print: string }

/** Somebody in the lines: a number that waits, or whoever would take one now. */
type Somebody = Standing & { id?: string }

/**
 * Foretells the waits of one hall. A number that is taken is foretold alone, from the hall as it
 * stands at that moment; all that screens show comes from one living through for everybody, made a
 * moment after a change and kept until the next. Numbers are given out first: in a burst the one may
 * take a twentieth of the time and the other a tenth (`Burst`), and screens show what was found
 * last, half a second old at most where 300 wait, for minutes do not change in that time. Until the
 * past is read the formula speaks.
 */
export class Foretelling {
  readonly #hall: ForetoldHall
  readonly #watch: SiteWatch
  readonly #past: Past
  readonly #tellings = new Tellings()
  /** How the waits told at issue were found; the record keeps only what was told. */
  readonly #found = new WeakMap<Forecast, WaitForecast>()
  readonly #issuing = new Burst(20)
  readonly #showing = new Burst(10)
  #answers: Answers | null = null
  #hasRead = false
  #reading: NodeJS.Timeout | null = null
  #renewing: NodeJS.Timeout | null = null
  /** Told when screens were shown what was not the newest, and newer can be had now. */
  onFresh: () => void = () => {}

  constructor(hall: ForetoldHall) {
    this.#hall = hall
    const normS = (serviceId: string) => usualHandlingMs(hall.day, serviceId) / second
    this.#watch = new SiteWatch(new Experience(normS))
    this.#past = new Past(hall.db, this.#watch, (ticketId) => {
      const told = hall.day.tickets.get(ticketId)?.forecast
      return told ? this.#found.get(told) : undefined
    })
  }

  /** Reads on in the record; called every second. A hall that is only a tool is never told to. */
  keepUp(): void {
    if (this.#reading || this.#isReplay) return
    if (!this.#readOn(pieceMs)) {
      this.#reading = setTimeout(() => {
        this.#reading = null
        this.keepUp()
      }, pauseMs).unref()
    } else if (!this.#hasRead) {
      this.#hasRead = true
      this.onFresh()
    }
  }

  /**
   * Told after each commit. Recorded days pass as fast as the machine can, so their numbers are
   * foretold by what is known at that moment of the day, whatever the machine has time for.
   */
  committed(): void {
    if (!this.#isReplay) return
    const hasRead = this.#readOn(this.#hasRead ? Infinity : pieceMs)
    this.#hasRead ||= hasRead
  }

  get #isReplay(): boolean {
    return this.#hall.day.setup.hall.purpose === 'replay'
  }

  #readOn(budgetMs: number): boolean {
    const { day, seq } = this.#hall
    this.#watch.rule = ruleOf(ruleInForce(day, this.#hall.now()).rule, ruleContext(day))
    return this.#past.readOn(day, seq, budgetMs)
  }

  close(): void {
    for (const timer of [this.#reading, this.#renewing]) if (timer) clearTimeout(timer)
  }

  /** What somebody is told who takes a number now; null: nothing can be foretold. */
  atIssue(standing: Standing): Forecast | null {
    const { day, seq } = this.#hall
    if (!this.#hasRead || !this.#isAnybodyThere(standing) || this.#isTooFull) return null
    const formula = estimateWait(day, standing, this.#hall.now())
    if (!formula) return null
    if (this.#issuing.isResting && !this.#isReplay)
      return this.#issuing.like(classText(standing), formula)
    const told = this.#issuing.take(() => this.#alone(standing, seq + 1))
    if (!told) return null
    const forecast = { ahead: formula.ahead, ...rangeOf(told) }
    this.#found.set(forecast, told)
    this.#issuing.keep(classText(standing), forecast, formula)
    return forecast
  }

  /** What the holder of a waiting ticket was told last, counted from when they began to wait. */
  told(ticketId: string): Forecast | null {
    const ticket = this.#hall.day.tickets.get(ticketId)
    return ticket ? this.#tellings.last(ticket) : null
  }

  /** The wait from now on of somebody who stands there; null: no counter is open for them. */
  waitOf(somebody: Somebody): Forecast | null {
    const { day } = this.#hall
    if (!this.#isAnybodyThere(somebody)) return null
    const answers = this.#everybody()
    const { id } = somebody
    const told =
      id === undefined ? answers?.newcomers.get(classText(somebody)) : answers?.waiting.get(id)
    if (told) return { ahead: peopleAhead(day, somebody), ...rangeOf(told) }
    const ticket = day.tickets.get(id ?? '')
    // Whoever has just taken a number is still told what they heard then.
    if (answers && ticket?.leg === 1 && ticket.forecast) return ticket.forecast
    return estimateWait(day, somebody, this.#hall.now())
  }

  /** What the holder of a waiting ticket is told now, and whether it got worse. */
  tell(ticket: Ticket): Telling {
    const { day } = this.#hall
    return this.#tellings.tell(day, ticket, this.waitOf(ticket), this.#hall.now())
  }

  /** Who comes now is called at once: a counter is free for them, and nobody goes before. */
  isServedAtOnce(serviceId: string): boolean {
    const { day } = this.#hall
    if (!openCountersFor(day, serviceId).some(({ state }) => state === 'idle')) return false
    const wait = this.waitOf(newcomer(serviceId, this.#hall.now()))
    return wait !== null && wait.medianS < atOnceS
  }

  #isAnybodyThere({ serviceId, forCounterId }: Standing): boolean {
    const { day } = this.#hall
    if (forCounterId === null) return openCountersFor(day, serviceId).length > 0
    const counter = day.counters.get(forCounterId)
    return counter !== undefined && isOpen(counter)
  }

  #alone(standing: Standing, seed: number): WaitForecast | null {
    const found = withNewcomer(this.#site(), standing, this.#midnight())
    return found && forecastWait(found.site, this.#watch.experience, found.place, { seed })
  }

  /** What everybody can be told; null: nothing is foretold. */
  #everybody(): Answers | null {
    if (!this.#hasRead) return null
    const { seq, db } = this.#hall
    const known = this.#answers
    const isGood = this.#isGood(known)
    // What is decided but not committed may still come to nothing.
    if ((isGood && known.seq === seq) || db.inTransaction) return known
    // A call is on the wall first, and what it does to waits a moment later.
    if (isGood || (known && this.#showing.isResting)) {
      this.#renewing ??= setTimeout(
        () => {
          this.#renewing = null
          const fresh = this.#foretell()
          const isNew = fresh?.waiting !== this.#answers?.waiting
          this.#answers = fresh
          if (isNew) this.onFresh()
        },
        Math.max(settleMs, this.#showing.restMs),
      ).unref()
      return known
    }
    return (this.#answers = this.#foretell())
  }

  #foretell(): Answers | null {
    const { day, seq } = this.#hall
    this.#past.readOn(day, seq, pieceMs)
    this.#tellings.forgetGone(day)
    if (this.#isTooFull) return null
    const site = this.#site()
    const print = printOf(site)
    // A note or a sign-in changes nobody's wait, and must not change what chance draws either.
    const known = this.#answers
    if (known?.print === print && this.#isGood(known)) return { ...known, seq }
    return this.#showing.take(() => {
      this.#watch.learnWhileWaiting(site.nowS)
      const all = forecastAll(site, this.#watch.experience, { seed: seq })
      this.#watch.keepAll(all.waiting, toldAgainS)
      return { ...all, seq, at: this.#hall.now(), print }
    })
  }

  #isGood(known: Answers | null): known is Answers {
    return known !== null && Math.abs(this.#hall.now() - known.at) < goodForMs
  }

  /** More wait than can be foretold. */
  get #isTooFull(): boolean {
    let waiting = 0
    for (const line of this.#hall.day.lines.values()) waiting += line.length
    return waiting > waitingMax
  }

  #site(): Site {
    return siteOf(this.#hall.day, this.#hall.now(), this.#midnight())
  }

  #midnight(): number {
    const { day } = this.#hall
    return this.#past.midnight(day, day.businessDay ?? '')
  }
}

/** All that a foretelling looks at but the time: the same text, the same hall. */
function printOf({ counters, lines, turn }: Site): string {
  const desks = counters.map(({ serviceIds, ...one }) => [one, [...serviceIds]])
  const queues = lines.map((line) => [line.serviceId, line.priority, line.waiting])
  return JSON.stringify([turn, desks, queues])
}

function rangeOf({ medianS, lowS, highS }: WaitForecast): Omit<Forecast, 'ahead'> {
  return { medianS, lowS, highS }
}
