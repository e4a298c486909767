import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { endOverduePrompts } from '#domain/evaluation/rate.ts'
import { dayStepNow, rollOver } from '#domain/hall/day-acts.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Actor } from '#domain/people/principal.ts'
import { endOverdueConsoles } from '#domain/people/console-acts.ts'
import { expireProposals } from '#domain/people/proposals.ts'
import { endOverdueSessions } from '#domain/people/session.ts'
import { accept } from '#domain/decision.ts'
import type { HallEvent } from '#domain/events.ts'
import { event } from '#domain/events.ts'
import { second } from '#domain/time.ts'
import { Change } from '../change.ts'
import type { Clock } from '../clock.ts'
import { migrate } from '../db/migrate.ts'
import { lockOwner, openDb } from '../db/open.ts'
import type { Db } from '../db/open.ts'
import { CounterUses } from '../people/counter-uses.ts'
import { ConsoleUses } from '../people/console/uses.ts'
import { recordCounted } from '../people/denials.ts'
import { Foretelling } from '../queue/foretelling.ts'
import { Checkpoints } from '../record/checkpoints.ts'
import { Retention } from '../record/retention.ts'
import type { Signer } from '../record/signer.ts'
import type { Secrets } from '../secrets.ts'
import { reader } from './load.ts'

const system: Actor = { kind: 'system', id: 'hall', deviceId: null }

/** A backward step of the wall clock that is more than a correction (T5). */
const clockBackMs = 2 * second

export function hallFolder(dataDir: string, hallId: string): string {
  return join(dataDir, 'halls', hallId)
}

export function recordFile(dataDir: string, hallId: string): string {
  return join(hallFolder(dataDir, hallId), 'record.db')
}

/**
 * One hall being served: its record, the day in memory, and the acts that the hall does by itself
 * (cut-over, prompts nobody answered, shifts that are over).
 */
export class Hall {
  readonly id: string
  readonly db: Db
  readonly change: Change
  readonly clock: Clock
  readonly epoch: string
  readonly checkpoints: Checkpoints
  readonly foretelling: Foretelling
  readonly consoleUses: ConsoleUses
  readonly counterUses: CounterUses
  readonly #retention = new Retention()
  readonly #owner: Db
  #lastSeen = 0
  clockSuspect = false
  /** Whether the evaluator of a counter is connected; set by the live hub. */
  evaluatorOnline: (counterId: string) => boolean = () => false

  constructor(dataDir: string, hallId: string, clock: Clock, secrets: Secrets, signer: Signer) {
    this.id = hallId
    this.clock = clock
    mkdirSync(hallFolder(dataDir, hallId), { recursive: true, mode: 0o700 })
    this.#owner = lockOwner(join(hallFolder(dataDir, hallId), 'owner.db'))
    try {
      this.db = openDb(recordFile(dataDir, hallId))
      migrate(this.db)
      this.epoch = this.#fact('epoch') ?? this.#setFact('epoch', randomUUID())
      this.#setFact('hall', hallId)
      this.#lastSeen = Number(this.#fact('lastSeen') ?? 0)
      this.change = new Change(this.db, hallId, clock, secrets)
      this.foretelling = new Foretelling(this)
      this.change.foretell = {
        forecast: (standing) => this.foretelling.atIssue(standing),
        told: (ticketId) => this.foretelling.told(ticketId),
      }
      this.change.onCommit(() => this.foretelling.committed())
      this.consoleUses = new ConsoleUses(this.db)
      this.counterUses = new CounterUses(this.now())
      this.checkpoints = new Checkpoints(this.db, hallId, this.epoch, signer)
    } catch (error) {
      this.#owner.close()
      throw error
    }
  }

  get day(): HallDay {
    return this.change.day
  }

  get seq(): number {
    return this.change.seq
  }

  /** Reads through drizzle, on the writer's connection: small answers only. */
  get rows() {
    return reader(this.db)
  }

  now(): number {
    return this.clock.now()
  }

  /** Records acts of the hall itself; none when there is nothing to record. */
  async act(make: (day: HallDay) => HallEvent[]): Promise<void> {
    if (make(this.day).length === 0) return
    await this.change.submit({
      actor: system,
      sessionId: null,
      attempt: null,
      decide: (day) => accept({}, ...make(day)),
      reply: () => ({}),
    })
  }

  /** Records that the hall exists, first thing in its record. */
  async begin(): Promise<void> {
    if (this.seq === 0) await this.act(() => [event('hall.created', { hallId: this.id })])
  }

  /** What the hall looks after by itself, every second while it is served. */
  async tick(): Promise<void> {
    const now = this.now()
    this.#watchClock(now)
    this.foretelling.keepUp()
    if (!this.clockSuspect && dayStepNow(this.day, now) === 'next') await this.rollOver()
    await this.act((day) => [
      ...endOverduePrompts(day, now, this.evaluatorOnline),
      ...endOverdueSessions(day, now, (session) => this.counterUses.of(session)),
      ...expireProposals(day, now),
      ...endOverdueConsoles(day, now, (session) => this.consoleUses.of(session)),
    ])
    await recordCounted(this)
    await this.#retention.keepUp(this, now)
    this.consoleUses.keepOnly(this.day.consoleSessions)
    this.counterUses.keepOnly(this.day.sessions)
    this.checkpoints.keepUp(this.seq, now)
  }

  async rollOver(): Promise<void> {
    const outcome = await this.change.submit({
      actor: system,
      sessionId: null,
      attempt: null,
      decide: rollOver,
      reply: (_day, value) => value,
    })
    if (outcome.ok) this.checkpoints.write(this.seq, this.now())
  }

  /** A clock that ran back, or far ahead, is doubted: the business day stays until a manager speaks. */
  #watchClock(now: number): void {
    const ranBack = now < this.#lastSeen - clockBackMs
    this.clockSuspect = ranBack || dayStepNow(this.day, now) === 'suspect'
    if (now - this.#lastSeen >= 60 * second) {
      this.#lastSeen = now
      this.#setFact('lastSeen', String(now))
    }
  }

  #fact(name: string): string | undefined {
    return this.db
      .prepare<[string], { value: string }>('SELECT value FROM facts WHERE name = ?')
      .get(name)?.value
  }

  #setFact(name: string, value: string): string {
    this.db
      .prepare(
        'INSERT INTO facts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      )
      .run(name, value)
    return value
  }

  close(): void {
    this.change.close()
    this.foretelling.close()
    this.#tidyUp()
    this.db.close()
    this.#owner.close()
  }

  /** A full disk leaves the last head unsigned and the log as it is: both are made up at the start. */
  #tidyUp(): void {
    try {
      this.checkpoints.write(this.seq, this.now())
      this.db.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_FULL') throw error
    }
  }
}
