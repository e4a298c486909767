/** Five levels: 5 非常满意 … 1 非常不满意. There is no default one. */
export const ratingLevels = [5, 4, 3, 2, 1] as const
export type RatingLevel = (typeof ratingLevels)[number]

/** 不满意 and 非常不满意 make a low rating (差评). */
export const lowLevelMax = 2

/** The two dimensions (态度, 效率), each with the reasons offered when it is rated low. */
export const ratingReasons = {
  attitude: ['unfriendly', 'impatient', 'unclear', 'hard-to-understand', 'sent-elsewhere'],
  efficiency: ['long-wait', 'slow', 'repeated-papers', 'unsure', 'left-counter'],
} as const
export type RatingDimension = keyof typeof ratingReasons
export type RatingReason = (typeof ratingReasons)[RatingDimension][number]
export const allRatingReasons: readonly RatingReason[] = [
  ...ratingReasons.attitude,
  ...ratingReasons.efficiency,
]

/**
 * The life of an evaluation, apart from the ticket's. `requested` has no outcome yet; a ticket's
 * holder may still rate after `timed_out`, `declined` and `device_offline`, for those say only what
 * happened at the window.
 */
export const evaluationStates = [
  'requested',
  'rated',
  'timed_out',
  'declined',
  'device_offline',
] as const
export type EvaluationState = (typeof evaluationStates)[number]

export const ratingChannels = ['evaluator', 'phone'] as const
export type RatingChannel = (typeof ratingChannels)[number]

/** Exactly one for each served leg (E6). Who, where and what are copied from the leg (E2). */
export type Evaluation = {
  legId: string
  ticketId: string
  businessDay: string
  staffId: string
  counterId: string
  serviceId: string
  /** The counter whose evaluator asks; null: only the ticket's holder can rate. */
  evaluatorCounterId: string | null
  state: EvaluationState
  secretHash: string
  requestedAt: number
  /** Until when the evaluator asks, if nobody touches it. */
  promptUntil: number
  /** Until when the holder of the ticket may rate. */
  expiresAt: number
  attitude: RatingLevel | null
  efficiency: RatingLevel | null
  reasons: RatingReason[]
  /** SHA-256 over salt and words; the words stand beside the record and can be deleted. */
  commentHash: string | null
  channel: RatingChannel | null
  ratedAt: number | null
  /** Kept on the device without a line and sent later. */
  late: boolean
  corrections: number
  version: number
}

/**
 * Why a rating deserves a second look. A flag accuses nobody and deletes nothing: it puts the rating
 * on the reviewer's list.
 */
export const ratingFlags = [
  /** The service took less than 20 s. */
  'short-service',
  /** The number was issued and called within 30 s. */
  'issued-and-called',
  /** Answered less than a second after the evaluator asked. */
  'instant-answer',
  /** One phone has rated more than two legs today. */
  'same-phone',
  /** It came from the network of the staff. */
  'staff-network',
] as const
export type RatingFlag = (typeof ratingFlags)[number]

export type FlagRow = { legId: string; flag: RatingFlag; businessDay: string; at: number }

/** A rating that two people took out of the count; the rating itself stays in the record (E5). */
export type Annulment = { legId: string; proposalId: string; businessDay: string; at: number }
