import type { Evaluation } from '#domain/evaluation/rating.ts'
import type { ApiKey, HallDay } from '#domain/hall/hall-day.ts'
import type { DayChange, Touched } from '#domain/hall/touched.ts'
import type { CounterDay } from '#domain/queue/counter.ts'
import type { Diversion } from '#domain/queue/diversion.ts'
import type { Leg, Ticket } from '#domain/queue/ticket.ts'
import type { Db } from './open.ts'
import { TableWriter } from './rows.ts'
import { PeopleProjection } from './projection-people.ts'
import * as schema from './schema.ts'

/**
 * Writes what a command touched into the tables. Each row is the thing in memory itself, so the
 * tables can never say something else than the day does.
 */
export class Projection {
  readonly #tickets: TableWriter<Ticket>
  readonly #legs: TableWriter<Leg>
  readonly #evaluations: TableWriter<Evaluation>
  readonly #counters: TableWriter<CounterDay>
  readonly #keys: TableWriter<ApiKey>
  readonly #setup: TableWriter<{ kind: string; id: string; value: unknown }>
  readonly #series: TableWriter<typeof schema.series.$inferSelect>
  readonly #settings: TableWriter<typeof schema.settings.$inferSelect>
  readonly #sessions: TableWriter<typeof schema.staffSessions.$inferSelect>
  readonly #diversions: TableWriter<Diversion>
  readonly #people: PeopleProjection
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
    this.#tickets = new TableWriter(db, schema.tickets, ['id'])
    this.#legs = new TableWriter(db, schema.legs, ['id'])
    this.#evaluations = new TableWriter(db, schema.evaluations, ['legId'])
    this.#counters = new TableWriter(db, schema.counters, ['id'])
    this.#keys = new TableWriter(db, schema.apiKeys, ['id'])
    this.#setup = new TableWriter(db, schema.setupItems, ['kind', 'id'])
    this.#series = new TableWriter(db, schema.series, ['businessDay', 'prefix'])
    this.#settings = new TableWriter(db, schema.settings, ['position'])
    this.#sessions = new TableWriter(db, schema.staffSessions, ['id'])
    this.#diversions = new TableWriter(db, schema.diversions, ['id'])
    this.#people = new PeopleProjection(db)
  }

  write(day: HallDay, touched: Touched): void {
    for (const [ticket, before] of inFreeingOrder(touched.tickets))
      this.#tickets.set(ticket, before)
    for (const [leg, before] of inEndingOrder(touched.legs)) this.#legs.set(leg, before)
    for (const [evaluation, before] of touched.evaluations)
      this.#evaluations.set(evaluation, before)
    for (const [counter, before] of touched.counters) this.#counters.set(counter, before)
    this.#writeRest(day, touched)
  }

  #writeRest(day: HallDay, touched: Touched): void {
    for (const [id, { endedAt, because }] of touched.sessionsEnded)
      this.#db
        .prepare('UPDATE staff_sessions SET ended_at = ?, because = ? WHERE id = ?')
        .run(endedAt, because, id)
    for (const session of touched.sessionsStarted)
      this.#sessions.insert({ ...session, endedAt: null, because: null })
    for (const key of touched.keys) this.#keys.put(key)
    this.#people.write(touched)
    for (const { kind, id, value } of touched.setup) {
      if (value) this.#setup.put({ kind, id, value })
      else this.#db.prepare('DELETE FROM setup_items WHERE kind = ? AND id = ?').run(kind, id)
    }
    const known = day.settings.length - touched.settings.length
    touched.settings.forEach((setting, at) =>
      this.#settings.insert({ ...setting, position: known + at }),
    )
    for (const change of touched.days) this.#writeDay(change)
    for (const diversion of touched.diversions) this.#diversions.insert(diversion)
    for (const prefix of touched.series)
      this.#series.put({
        businessDay: day.businessDay ?? '',
        prefix,
        lastNumber: day.series.get(prefix) ?? 0,
        calls: day.callsOf.get(prefix) ?? 0,
      })
  }

  #writeDay(change: DayChange): void {
    if ('openedAt' in change)
      this.#db
        .prepare('INSERT INTO business_days (business_day, opened_at, because) VALUES (?, ?, ?)')
        .run(change.businessDay, change.openedAt, change.because)
    else
      this.#db
        .prepare('UPDATE business_days SET closed_at = ?, counts = ? WHERE business_day = ?')
        .run(change.closedAt, JSON.stringify(change.counts), change.businessDay)
  }
}

/** Tickets that leave a counter first: the next one may be called there in the same command. */
function inFreeingOrder(tickets: Map<Ticket, number>): [Ticket, number][] {
  const holds = (ticket: Ticket) => ticket.state === 'called' || ticket.state === 'serving'
  return [...tickets].toSorted(([a], [b]) => Number(holds(a)) - Number(holds(b)))
}

/** Ended legs first: a ticket has one open leg at a time. */
function inEndingOrder(legs: Map<Leg, number>): [Leg, number][] {
  return [...legs].toSorted(([a], [b]) => Number(a.endedAt === null) - Number(b.endedAt === null))
}
