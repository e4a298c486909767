import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { isRatingRule } from '../hall/settings.ts'
import type { Moment } from '../hall/moment.ts'
import { holdersOf } from './role-acts.ts'

/**
 * Why nobody sets this alone (A10); null: they do. Rules of rating are proposed, and a reviewer
 * decides. Only while a hall has no reviewer yet does the host's operator set them, to begin with.
 */
export function whyNotAlone(
  day: HallDay,
  key: string,
  { actor }: Pick<Moment, 'actor'>,
): Refused | null {
  if (!isRatingRule(key)) return null
  const begins = actor.kind === 'operator' && holdersOf(day, 'reviewer').length === 0
  return begins ? null : refuse('two-people-required')
}
