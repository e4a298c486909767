import type { RatingChannel, RatingFlag, RatingLevel, RatingReason } from './rating.ts'

type Levels = {
  legId: string
  attitude: RatingLevel
  efficiency: RatingLevel
  reasons: RatingReason[]
  commentHash: string | null
}

/** What happens to the evaluation of a leg. Nothing is ever changed: a correction is added (E5). */
export type EvaluationEventData = {
  /** The permission to rate exactly this leg, made inside the act that ended it (E6). */
  'evaluation.requested': {
    legId: string
    ticketId: string
    staffId: string
    counterId: string
    serviceId: string
    evaluatorCounterId: string | null
    secretHash: string
    promptUntil: number
    expiresAt: number
  }
  /** `ratedAt`: when it was tapped, by the device's clock where it came late. */
  'evaluation.submitted': Levels & { channel: RatingChannel; ratedAt: number; late: boolean }
  'evaluation.corrected': Levels & { channel: RatingChannel }
  'evaluation.timed_out': { legId: string }
  'evaluation.declined': { legId: string }
  'evaluation.device_offline': { legId: string }
  /** It deserves a second look; nothing about it changes. `businessDay`: of the evaluation. */
  'evaluation.flagged': { legId: string; businessDay: string; flags: RatingFlag[] }
  /** Two people took the rating out of the count; it stays in the record. */
  'evaluation.annulled': { legId: string; businessDay: string; proposalId: string }
}
