import { refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { propose } from '../people/proposals.ts'
import type { Evaluation } from './rating.ts'

type AnnulmentRequest = {
  proposalId: string
  /** Found by the door: it may be older than the days in memory. */
  evaluation: Evaluation
  reason: string
}

/**
 * Somebody asks for a rating to be taken out of the count (申诉). Counter staff ask for a leg of their
 * own and for no other, and learn nothing by it: not even whether it was rated (E7, E16).
 */
export function proposeAnnulment(
  day: HallDay,
  { proposalId, evaluation, reason }: AnnulmentRequest,
  moment: Moment,
): Decision<{ proposalId: string }> {
  const { legId, businessDay, staffId, state } = evaluation
  if (moment.actor.kind === 'staff' && moment.actor.id !== staffId)
    return refuse('evaluation-unknown')
  const payload = { legId, businessDay, rated: state === 'rated' }
  const wanted = { proposalId, act: 'rating.annul', subjectId: staffId, payload, reason } as const
  return propose(day, wanted, moment)
}
