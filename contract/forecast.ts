import Type from 'typebox'
import { driftAlarms } from '#domain/queue/forecast/accuracy.ts'
import { IsoDate, oneOf, orNull, strict } from './shapes.ts'

/** Business days, the first and the last; missing: the four weeks up to the present one. */
export const AccuracyQuery = strict({
  from: Type.Optional(IsoDate),
  to: Type.Optional(IsoDate),
})

const accuracy = {
  /** Numbers that were told a wait when they were taken, and were called. */
  count: Type.Integer(),
  /** Share of them called within the range they were told; null: there are none. */
  inRange: orNull(Type.Number()),
  /** Mean of how far the told median was off, in seconds. */
  meanErrorS: orNull(Type.Integer()),
  meanWaitS: orNull(Type.Integer()),
}
const Accuracy = strict(accuracy)

/** How true the waits were that customers were told (`docs/api.md`, accuracy). */
export const AccuracyReply = strict({
  from: IsoDate,
  to: IsoDate,
  all: Accuracy,
  /** Those who were told that there is no wait, and how many of them were called within a minute. */
  noWait: strict({ count: Type.Integer(), kept: Type.Integer() }),
  byService: Type.Array(strict({ serviceId: Type.String(), ...accuracy })),
  byHour: Type.Array(strict({ hour: Type.Integer(), ...accuracy })),
  /** The latest 300 beside all before them in the four weeks up to `to`, and what is wrong. */
  drift: strict({
    latest: Accuracy,
    before: Accuracy,
    alarms: Type.Array(oneOf(driftAlarms)),
  }),
})
