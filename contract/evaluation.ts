import Type from 'typebox'
import {
  allRatingReasons,
  evaluationStates,
  ratingChannels,
  ratingLevels,
} from '#domain/evaluation/rating.ts'
import { Instant, IsoDate, oneOf, orNull, strict } from './shapes.ts'

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
})

export const GrantBody = strict({ grant: Grant })

/** What a rater is told: that it is kept. Never who was rated or how. */
export const EvaluationReply = strict({
  legId: Type.String(),
  state: oneOf(evaluationStates),
})

/** For managers: where and what, not which ticket and not by whom. */
export const EvaluationShape = strict({
  legId: Type.String(),
  businessDay: IsoDate,
  counterId: Type.String(),
  staffId: Type.String(),
  serviceId: Type.String(),
  state: oneOf(evaluationStates),
  requestedAt: Instant,
  attitude: orNull(oneOf(ratingLevels)),
  efficiency: orNull(oneOf(ratingLevels)),
  reasons: Type.Array(oneOf(allRatingReasons)),
  channel: orNull(oneOf(ratingChannels)),
  ratedAt: orNull(Instant),
  late: Type.Boolean(),
  corrections: Type.Integer(),
})

export const EvaluationQuery = strict({
  businessDay: Type.Optional(IsoDate),
  cursor: Type.Optional(Type.String({ maxLength: 80 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})
export const EvaluationList = strict({
  evaluations: Type.Array(EvaluationShape),
  nextCursor: orNull(Type.String()),
})
