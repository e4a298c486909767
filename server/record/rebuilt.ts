import Database from 'better-sqlite3'
import type { RecordedEvent } from '#domain/events.ts'
import { evolve } from '#domain/hall/evolve.ts'
import { emptyHallDay } from '#domain/hall/hall-day.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { Touched } from '#domain/hall/touched.ts'
import { migrate } from '../db/migrate.ts'
import type { Db } from '../db/open.ts'
import { Projection } from '../db/projection.ts'

/** A hall made again from its events alone, in memory: by the same readings as the live one. */
export class Rebuilt {
  readonly db: Db
  readonly day: HallDay
  readonly #projection: Projection

  constructor(hallId: string) {
    this.db = new Database(':memory:')
    this.db.pragma('foreign_keys = ON')
    migrate(this.db)
    this.db.exec('BEGIN')
    this.day = emptyHallDay(hallId)
    this.#projection = new Projection(this.db)
  }

  apply(event: RecordedEvent): void {
    const touched = new Touched()
    evolve(this.day, event, touched)
    this.#projection.write(this.day, touched)
  }

  close(): void {
    this.db.close()
  }
}
