import Type from 'typebox'
import {
  allRatingReasons,
  evaluationStates,
  ratingChannels,
  ratingFlags,
  ratingLevels,
} from '#domain/evaluation/rating.ts'
import { WithReason } from './people-admin.ts'
import { Bilingual, Instant, IsoDate, oneOf, orNull, strict } from './shapes.ts'

/** The secret that was shown with the prompt: it rates exactly one leg. */
const Grant = Type.String({ minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })

export const RatingBody = strict({
  grant: Grant,
  attitude: oneOf(ratingLevels),
  efficiency: oneOf(ratingLevels),
  reasons: Type.Optional(Type.Array(oneOf(allRatingReasons), { maxItems: 10 })),
  comment: Type.Optional(Type.String({ maxLength: 500 })),
  /** When it was tapped, by a device that had no line then. */
  ratedAt: Type.Optional(Instant),
  /** An id that the page on a phone draws and keeps; a hash of it is remembered until the day ends. */
  phone: Type.Optional(Type.String({ minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })),
})

export const GrantBody = strict({ grant: Grant })

/** What a rater is told: that it is kept. Never who was rated or how. */
export const EvaluationReply = strict({
  legId: Type.String(),
  state: oneOf(evaluationStates),
})

/**
 * One evaluation as its reader may see it; what is not theirs to know is null. A manager sees the low
 * ratings with the person, the service and the day; a reviewer and an auditor all of them, without
 * number or ticket of the customer; `docs/api.md` has the table.
 */
export const EvaluationShape = strict({
  /** Names the rating and tells nothing of its ticket. */
  ratingId: Type.String(),
  legId: orNull(Type.String()),
  businessDay: IsoDate,
  counterId: orNull(Type.String()),
  counterNo: orNull(Type.String()),
  staffId: Type.String(),
  /** As they are called while they are in the setup. */
  staffName: orNull(Bilingual),
  serviceId: Type.String(),
  serviceName: orNull(Bilingual),
  state: oneOf(evaluationStates),
  requestedAt: orNull(Instant),
  attitude: orNull(oneOf(ratingLevels)),
  efficiency: orNull(oneOf(ratingLevels)),
  reasons: Type.Array(oneOf(allRatingReasons)),
  channel: orNull(oneOf(ratingChannels)),
  ratedAt: orNull(Instant),
  late: orNull(Type.Boolean()),
  corrections: orNull(Type.Integer()),
  /** What the customer wrote, long numbers in it masked; null also where it was deleted on time. */
  comment: orNull(Type.String()),
  /** Two people took it out of the count; the rating itself is as it was given. */
  annulled: Type.Boolean(),
  flags: orNull(Type.Array(oneOf(ratingFlags))),
})

export const EvaluationQuery = strict({
  businessDay: Type.Optional(IsoDate),
  cursor: Type.Optional(Type.String({ maxLength: 80 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  /** The newest first; not for readers of low ones, whom no order is told. */
  newest: Type.Optional(Type.Boolean()),
})
export const EvaluationList = strict({
  evaluations: Type.Array(EvaluationShape),
  nextCursor: orNull(Type.String()),
})

export const AnnulmentBody = WithReason
/** The same whatever was rated, or whether: it tells the one who asks nothing. */
export const AnnulmentReply = strict({ proposalId: Type.String(), expiresAt: Instant })

/** Whole days of one's own ratings, joined until there are at least five (E7). */
export const OwnRatings = strict({
  /** Ratings below this number are never told apart. */
  least: Type.Integer(),
  buckets: Type.Array(
    strict({
      from: IsoDate,
      until: IsoDate,
      ratings: Type.Integer(),
      /** Both dimensions at 基本满意 (3) or better. */
      satisfied: Type.Integer(),
      meanAttitude: Type.Number(),
      meanEfficiency: Type.Number(),
    }),
  ),
})
