import { hash } from 'node:crypto'
import type { EventType, RecordedEvent } from '#domain/events.ts'
import type { Actor } from '#domain/people/principal.ts'

/** An event as it stands in the table: its body is the very bytes that were hashed. */
export type EventRow = {
  seq: number
  at: number
  businessDay: string
  type: string
  actor: string
  body: Buffer
  prevHash: Buffer
  hash: Buffer
}

export const genesisHash = Buffer.alloc(32)

/**
 * SHA-256 over the framed fields and the hash before: seq and at as 64-bit big-endian numbers,
 * then each text with its length, then the previous hash. Stored bytes are hashed, so there is no
 * question of a canonical form.
 */
export function eventHash(row: Omit<EventRow, 'hash'>): Buffer {
  const numbers = Buffer.alloc(16)
  numbers.writeBigUInt64BE(BigInt(row.seq), 0)
  numbers.writeBigInt64BE(BigInt(row.at), 8)
  const texts = [row.businessDay, row.type, row.actor].map((text) => Buffer.from(text, 'utf8'))
  const framed = [...texts, row.body].flatMap((bytes) => [frame(bytes.length), bytes])
  return hash('sha256', Buffer.concat([numbers, ...framed, row.prevHash]), 'buffer')
}

function frame(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

export function toRow(event: RecordedEvent, prevHash: Buffer): EventRow {
  const { seq, at, businessDay, type, actor, data } = event
  const body = Buffer.from(JSON.stringify(data), 'utf8')
  const row = { seq, at, businessDay, type, actor: JSON.stringify(actor), body, prevHash }
  return { ...row, hash: eventHash(row) }
}

export function fromRow(row: Omit<EventRow, 'prevHash' | 'hash'>): RecordedEvent {
  return {
    seq: row.seq,
    at: row.at,
    businessDay: row.businessDay,
    type: row.type as EventType,
    actor: JSON.parse(row.actor) as Actor,
    data: JSON.parse(row.body.toString('utf8')) as never,
  } as RecordedEvent
}
