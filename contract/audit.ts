import Type from 'typebox'
import { Bilingual, Instant, IsoDate, LanguageCode, oneOf, orNull, strict } from './shapes.ts'

/** `denied`: somebody was turned away; everything else in the record has happened. */
export const auditResults = ['done', 'denied'] as const

const filters = {
  /** First and last business day. */
  from: Type.Optional(IsoDate),
  to: Type.Optional(IsoDate),
  /** Id of a person, a device, a key or a ticket. */
  actor: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  /** A type of event (`device.revoked`), or all of a kind (`device`). */
  what: Type.Optional(Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z_.]+$' })),
  result: Type.Optional(oneOf(auditResults)),
}

export const AuditQuery = strict({
  ...filters,
  /** Events before this number; missing: from the newest on. */
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})

const NoteShape = strict({
  seq: Type.Integer(),
  at: Instant,
  byId: Type.String(),
  byName: orNull(Bilingual),
  words: Type.String(),
})

/** Who did what to what, why, and what came of it. */
export const AuditEntry = strict({
  seq: Type.Integer(),
  at: Instant,
  /** Time of the hall with its offset, ISO 8601. */
  occurredAt: Type.String(),
  businessDay: Type.String(),
  type: Type.String(),
  what: Bilingual,
  who: strict({
    /** As what they acted: a column of the matrix, or `system`. */
    kind: Type.String(),
    kindWords: Bilingual,
    id: Type.String(),
    /** Of staff; null where the reader may not know it, and for whatever is no person. */
    name: orNull(Bilingual),
  }),
  /** The screen it came through, where that is another thing than who acted. */
  deviceId: orNull(Type.String()),
  object: orNull(Type.String()),
  /** The object as people call it: number of a ticket, name of a person, number of a counter. */
  objectName: orNull(Bilingual),
  reason: orNull(Type.String()),
  /** The reason as people say it, where it is a code: of being turned away. */
  reasonWords: orNull(Bilingual),
  result: oneOf(auditResults),
  data: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  notes: Type.Array(NoteShape),
})

export const AuditList = strict({
  entries: Type.Array(AuditEntry),
  /** What to ask for `before` next; null: that was all. A page may hold fewer than asked for. */
  nextBefore: orNull(Type.Integer()),
})

export const AuditExportBody = strict({
  ...filters,
  /** Of the words in it; Chinese where nothing is said. */
  language: Type.Optional(LanguageCode),
})
/** Text of the table: UTF-8 with its mark, a line for each entry. */
export const AuditFile = Type.String()

export const NoteParams = strict({ seq: Type.Integer({ minimum: 1 }) })
/** The entry that the finding is about; `seq` of the answer is that of the finding. */
export const NoteReply = strict({ about: Type.Integer() })
