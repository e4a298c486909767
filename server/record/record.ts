import type { HallEvent, RecordedEvent } from '#domain/events.ts'
import type { Actor } from '#domain/people/principal.ts'
import type { Db } from '../db/open.ts'
import { TableWriter } from '../db/rows.ts'
import * as schema from '../db/schema.ts'
import { genesisHash, toRow } from './chain.ts'
import type { EventRow } from './chain.ts'

/** The append-only record of one hall: its head, and how an event is added to it. */
export class EventRecord {
  readonly #writer: TableWriter<EventRow>
  readonly #db: Db
  seq = 0
  head: Buffer = genesisHash

  constructor(db: Db) {
    this.#db = db
    this.#writer = new TableWriter(db, schema.events, ['seq'])
    this.readHead()
  }

  /** Takes the head from the table: at start, and after a transaction that did not commit. */
  readHead(): void {
    const last = this.#db
      .prepare<[], { seq: number; hash: Buffer }>(
        'SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1',
      )
      .get()
    this.seq = last?.seq ?? 0
    this.head = last?.hash ?? genesisHash
  }

  /** Writes an event into the open transaction. Numbers have no gaps: they follow the commits. */
  append(event: HallEvent, at: number, businessDay: string, actor: Actor): RecordedEvent {
    const recorded: RecordedEvent = { ...event, seq: this.seq + 1, at, businessDay, actor }
    const row = toRow(recorded, this.head)
    this.#writer.insert(row)
    this.seq = row.seq
    this.head = row.hash
    return recorded
  }
}
