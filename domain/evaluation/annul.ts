import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import { event } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import type { ProposalRule, Question } from '../people/proposal-rules.ts'

/**
 * What a reviewer decides (E15): never the one who asked, never the one who was rated. The annulment
 * is an event of its own; nothing about the rating changes (E5).
 */
export const ratingAnnulment: ProposalRule<'rating.annul'> = {
  propose: 'rating.propose-annul',
  decide: 'rating.annul',
  subjectMayPropose: true,
  whyNot: whyNotAnnulled,
  effect: (_day, { id, payload: { legId, businessDay } }) => [
    event('evaluation.annulled', { legId, businessDay, proposalId: id }),
  ],
}

function whyNotAnnulled(
  day: HallDay,
  { payload: { legId, rated } }: Question<'rating.annul'>,
  { actor }: Moment,
): Refused | null {
  if (day.annulled.has(legId)) return refuse('evaluation-annulled')
  const isRated = rated || day.evaluations.get(legId)?.state === 'rated'
  return isRated || actor.kind === 'staff' ? null : refuse('evaluation-unrated')
}
