import Database from 'better-sqlite3'
import { isRefused, refuse } from '#domain/decision.ts'
import type { Accepted, Decision, Refused } from '#domain/decision.ts'
import { whyActorGone } from '#domain/devices/standing.ts'
import type { HallEvent } from '#domain/events.ts'
import { evolve } from '#domain/hall/evolve.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import { Touched } from '#domain/hall/touched.ts'
import type { Actor } from '#domain/people/principal.ts'
import { whySignInGone } from '#domain/people/standing.ts'
import { Batches } from './batches.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/open.ts'
import { Projection } from './db/projection.ts'
import { loadHallDay } from './hall/load.ts'
import { Idempotency } from './idempotency.ts'
import type { Attempt, Kept } from './idempotency.ts'
import { EventRecord } from './record/record.ts'
import type { Secrets } from './secrets.ts'

/** One wish to change the hall. */
export type Command<V = object> = {
  actor: Actor
  /** The sign-in it came under, at a counter or at the console. */
  sessionId: string | null
  /** Client, key and payload of a command that may be sent twice; null: the hall's own acts. */
  attempt: Attempt | null
  decide(day: HallDay, moment: Moment): Decision<V>
  /** What the caller is told, read from the hall after the events. Kept for a repeated command. */
  reply(day: HallDay, value: V): object
  /** Rows beside the record (words, secrets) that belong to the same commit. */
  beside?: (db: Db, now: number) => void
  status?: number
}

/** The answer of a command: made now, or kept from the first time it was sent. */
export type Outcome =
  | { ok: true; status: number; reply: object; seq: number }
  | { ok: false; refusal: Refused; seq: number }

type Waiting = {
  command: Command
  resolve: (outcome: Outcome) => void
  reject: (error: unknown) => void
}

/**
 * The one door for writing a hall. Commands that arrive together share one durable commit; each
 * decides on the hall as the one before left it. Nobody is answered, and no screen told, before
 * the commit. When it fails, nobody is answered with success and the hall is rebuilt from the tables.
 */
export class Change {
  day: HallDay
  readonly #db: Db
  readonly #record: EventRecord
  readonly #projection: Projection
  readonly #idempotency: Idempotency
  readonly #clock: Clock
  readonly #secrets: Secrets
  readonly #hallId: string
  readonly #batches = new Batches<Waiting>((batch) => this.#runBatch(batch))
  #closed = false
  #listeners: (() => void)[] = []
  /** How waits are foretold; without it the rules have their formula alone. */
  foretell: Pick<Moment, 'forecast' | 'told'> = {}
  /** Called when the disk answers with an error after which nothing may be acknowledged. */
  onFatal: (error: Error) => void = () => {}
  onBatch: (size: number, ms: number) => void = () => {}

  constructor(db: Db, hallId: string, clock: Clock, secrets: Secrets) {
    this.#db = db
    this.#hallId = hallId
    this.#clock = clock
    this.#secrets = secrets
    this.#record = new EventRecord(db)
    this.#projection = new Projection(db)
    this.#idempotency = new Idempotency(db)
    this.day = loadHallDay(db, hallId)
  }

  get seq(): number {
    return this.#record.seq
  }

  /** Told after each commit that changed something. */
  onCommit(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Puts a command into the next batch. */
  submit<V extends object>(command: Command<V>): Promise<Outcome> {
    if (this.#closed) return Promise.reject(new Error('The hall is closing'))
    return new Promise((resolve, reject) => this.#batches.add({ command, resolve, reject }))
  }

  /** Finishes what has been asked for, then takes no more. */
  close(): void {
    this.#batches.drain()
    this.#closed = true
  }

  #runBatch(batch: Waiting[]): void {
    const began = performance.now()
    const before = this.#record.seq
    const outcomes: Outcome[] = []
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      for (const { command } of batch) outcomes.push(this.#runOne(command))
      this.#db.exec('COMMIT')
    } catch (error) {
      this.#undo(batch, error)
      return
    }
    batch.forEach(({ resolve }, at) => resolve(outcomes[at] as Outcome))
    this.onBatch(batch.length, performance.now() - began)
    if (this.#record.seq !== before) for (const listener of this.#listeners) listener()
  }

  /** Decides, records and writes one command inside the open transaction. */
  #runOne(command: Command): Outcome {
    const now = this.#clock.now()
    const { attempt } = command
    const gone = whyActorGone(this.day, command.actor) ?? whySignInGone(this.day, command)
    if (gone) return { ok: false, refusal: gone, seq: this.#record.seq }
    if (attempt) {
      const kept = this.#idempotency.find(attempt, now)
      if (kept) return kept
    }
    const seal: Moment['seal'] = (what, id) => this.#secrets.hashOf(what, id)
    const { actor, sessionId } = command
    const moment = { now, actor, sessionId, seal, ...this.foretell }
    const decision = command.decide(this.day, moment)
    if (isRefused(decision)) return this.#keep(attempt, { refusal: decision }, now)
    const touched = new Touched()
    const value = this.#apply(decision, command.actor, now, touched)
    this.#projection.write(this.day, touched)
    command.beside?.(this.#db, now)
    const reply = command.reply(this.day, value)
    return this.#keep(attempt, { status: command.status ?? 200, reply }, now)
  }

  /** Records the events, applies them, and goes on with what the decision wants to do next. */
  #apply(decision: Accepted<object>, actor: Actor, now: number, touched: Touched): object {
    let value = decision.value
    let step: Decision = decision
    while (!isRefused(step)) {
      value = { ...value, ...step.value }
      for (const event of step.events) this.#add(event, actor, now, touched)
      if (!step.next) break
      step = step.next()
    }
    return value
  }

  #add(event: HallEvent, actor: Actor, now: number, touched: Touched): void {
    // An event that opens a day belongs to that day already.
    const businessDay =
      event.type === 'day.opened' ? event.data.businessDay : (this.day.businessDay ?? '')
    evolve(this.day, this.#record.append(event, now, businessDay, actor), touched)
  }

  #keep(attempt: Attempt | null, kept: Kept, now: number): Outcome {
    const { seq } = this.#record
    if (attempt) this.#idempotency.keep(attempt, kept, seq, now)
    return 'refusal' in kept
      ? { ok: false, refusal: kept.refusal, seq }
      : { ok: true, status: kept.status, reply: kept.reply, seq }
  }

  /**
   * A batch that failed leaves nothing behind. A full disk is refused clearly and serving goes on;
   * an I/O error or a torn file stops the server, for what the disk says after it cannot be trusted.
   * Any other fault is that of one command: the rest are run again, each alone.
   */
  #undo(batch: Waiting[], error: unknown): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    this.#record.readHead()
    this.day = loadHallDay(this.#db, this.#hallId)
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL') {
      const full: Outcome = { ok: false, refusal: refuse('storage-full'), seq: this.#record.seq }
      for (const { resolve } of batch) resolve(full)
      return
    }
    if (isFatal(error)) {
      this.#closed = true
      for (const { reject } of batch) reject(error)
      this.onFatal(error)
      return
    }
    const [only] = batch
    if (batch.length === 1 && only) only.reject(error)
    else for (const one of batch) this.#runBatch([one])
  }
}

function isFatal(error: unknown): error is Error {
  return (
    error instanceof Database.SqliteError &&
    /^SQLITE_(IOERR|CORRUPT|NOTADB|PROTOCOL)/.test(error.code)
  )
}
