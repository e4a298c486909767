import Type from 'typebox'
import { Bilingual, Instant, IsoDate, orNull, strict } from './shapes.ts'

/** An event of the record as programs read it (`docs/api.md`, event catalogue). */
const EventShape = strict({
  id: Type.String(),
  seq: Type.Integer(),
  type: Type.String(),
  /** Time of the hall with its offset, ISO 8601. */
  occurredAt: Type.String(),
  at: Instant,
  businessDay: Type.String(),
  hallId: Type.String(),
  actor: strict({
    kind: Type.String(),
    id: Type.String(),
    deviceId: orNull(Type.String()),
    /** Why, in their own words, where the matrix asks for a reason. */
    reason: Type.Optional(Type.String()),
  }),
  data: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  schemaVersion: Type.Integer(),
  /** Null where some data of it, or of the event before, is not for this reader. */
  hash: orNull(Type.String()),
})

export const EventQuery = strict({
  /** Events after this number. */
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  type: Type.Optional(Type.String({ maxLength: 60 })),
})
export const EventList = strict({
  events: Type.Array(EventShape),
  more: Type.Boolean(),
  /** What to ask for `after` next; beyond the last event shown, where others are not for this reader. */
  next: Type.Integer(),
})

/** A signed head: C2SP signed note of origin, size, head hash and time. */
const CheckpointShape = strict({ seq: Type.Integer(), at: Instant, note: Type.String() })

/** Signed heads of the record; whoever keeps one can prove a later change (`docs/api.md`). */
export const CheckpointList = strict({
  publicKey: Type.String(),
  checkpoints: Type.Array(CheckpointShape),
})
/** The newest one; null: nothing is signed yet. */
export const CheckpointReply = strict({
  publicKey: Type.String(),
  checkpoint: orNull(CheckpointShape),
})

/** What the slip of a day holds, for paper: whoever keeps it holds an anchor of that day. */
export const SlipQuery = strict({ businessDay: Type.Optional(IsoDate) })
export const SlipReply = strict({
  hallId: Type.String(),
  hallName: Bilingual,
  /** Missing in the query: the last day that was closed. */
  businessDay: IsoDate,
  /** Numbers of the day by state, as they were told at its close. */
  counts: Type.Record(Type.String(), Type.Integer()),
  /** How many events the head proves, and the first 16 hexadecimal digits of its hash for the eye. */
  size: Type.Integer(),
  headHash: Type.String(),
  shortHash: Type.String(),
  signedAt: Instant,
  publicKey: Type.String(),
  note: Type.String(),
  /** Text of the QR code: the note itself. */
  qr: Type.String(),
})

const Spread = strict({
  count: Type.Integer(),
  meanS: orNull(Type.Number()),
  p50S: orNull(Type.Number()),
  p90S: orNull(Type.Number()),
})

/** The day in numbers, each as `docs/api.md` (measures) defines it. */
export const MeasureQuery = strict({ businessDay: Type.Optional(IsoDate) })
export const MeasureReply = strict({
  businessDay: IsoDate,
  issued: Type.Integer(),
  states: Type.Record(Type.String(), Type.Integer()),
  waiting: Spread,
  handling: Spread,
  services: Type.Array(
    strict({
      serviceId: Type.String(),
      issued: Type.Integer(),
      waiting: Spread,
      handling: Spread,
      overNorm: Type.Integer(),
    }),
  ),
  ratings: strict({
    requested: Type.Integer(),
    rated: Type.Integer(),
    /** Of the first `satisfiedOf` ratings; readers of aggregates see those in steps of five. */
    satisfied: Type.Integer(),
    satisfiedOf: Type.Integer(),
    /** Without the annulled ones; null for readers of aggregates. */
    standing: orNull(strict({ rated: Type.Integer(), satisfied: Type.Integer() })),
    timedOut: Type.Integer(),
    declined: Type.Integer(),
    deviceOffline: Type.Integer(),
  }),
  forecast: strict({
    compared: Type.Integer(),
    meanErrorS: orNull(Type.Number()),
    within: orNull(Type.Number()),
  }),
})
