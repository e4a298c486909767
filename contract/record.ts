import Type from 'typebox'
import { Instant, IsoDate, orNull, strict } from './shapes.ts'

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
  actor: strict({ kind: Type.String(), id: Type.String(), deviceId: orNull(Type.String()) }),
  data: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  schemaVersion: Type.Integer(),
  hash: Type.String(),
})

export const EventQuery = strict({
  /** Events after this number. */
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  type: Type.Optional(Type.String({ maxLength: 60 })),
})
export const EventList = strict({ events: Type.Array(EventShape), more: Type.Boolean() })

/** Signed heads of the record; whoever keeps one can prove a later change (`docs/api.md`). */
export const CheckpointList = strict({
  publicKey: Type.String(),
  checkpoints: Type.Array(strict({ seq: Type.Integer(), at: Instant, note: Type.String() })),
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
    satisfied: Type.Integer(),
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
