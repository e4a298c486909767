import { createHash } from 'node:crypto'
import { lowLevelMax, ratingLevels, ratingReasons } from '#domain/evaluation/rating.ts'
import type { RatingDimension, RatingLevel, RatingReason } from '#domain/evaluation/rating.ts'
import { hour, second } from '#domain/time.ts'

type Levels = { attitude: RatingLevel; efficiency: RatingLevel; reasons: RatingReason[] }

/** What a customer does before the evaluator, and how long after the service. */
export type Intent = { afterMs: number } & (
  ({ kind: 'rating' } & Levels) | { kind: 'decline' } | { kind: 'time-out' }
)

/** No record tells how these people would have rated: the shares are assumed, and said so. */
const ratedShare = 0.62
const declinedShare = 0.06
/** Shares of the levels, best first. */
const levelShares = [0.68, 0.22, 0.06, 0.025, 0.015]
/** A long wait lowers what is said of efficiency: so much after an hour. */
const efficiencyLostAnHour = 0.3

/**
 * The same customer of the same day always does the same, whatever else is replayed: chance is drawn
 * from who they are.
 */
export function intentOf(
  { day, customerId }: { day: string; customerId: string },
  waitedS: number,
  promptMs: number,
): Intent {
  const chance = chanceOf(`${day} ${customerId}`)
  const does = chance()
  const afterMs = Math.round(3 + chance() * 20) * second
  if (does >= ratedShare + declinedShare) return { kind: 'time-out', afterMs: promptMs }
  if (does >= ratedShare) return { kind: 'decline', afterMs }
  const lost = Math.min(0.4, ((waitedS * second) / hour) * efficiencyLostAnHour)
  const attitude = levelAt(chance())
  const efficiency = levelAt(Math.min(0.999, chance() + lost))
  const reasons = [
    ...reasonsFor('attitude', attitude, chance()),
    ...reasonsFor('efficiency', efficiency, chance()),
  ]
  return { kind: 'rating', afterMs, attitude, efficiency, reasons }
}

/** Even numbers from 0 to below 1 out of a hash: up to eight of them. */
function chanceOf(who: string): () => number {
  const bytes = createHash('sha256').update(who).digest()
  let at = 0
  return () => bytes.readUInt32BE((at++ % 8) * 4) / 2 ** 32
}

function levelAt(share: number): RatingLevel {
  let below = 0
  for (const [index, level] of ratingLevels.entries()) {
    below += levelShares[index] ?? 0
    if (share < below) return level
  }
  return 1
}

function reasonsFor(
  dimension: RatingDimension,
  level: RatingLevel,
  chance: number,
): RatingReason[] {
  const offered = ratingReasons[dimension]
  const reason = offered[Math.floor(chance * offered.length)]
  return level <= lowLevelMax && reason ? [reason] : []
}
