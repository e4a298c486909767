import { accept, isRefused, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { setting } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { hour, second } from '../time.ts'
import { flagsOf } from './flags.ts'
import type { Origin } from './flags.ts'
import { lowLevelMax, ratingReasons } from './rating.ts'
import type { Evaluation, RatingChannel, RatingLevel, RatingReason } from './rating.ts'

/** Who rates: the evaluator of a counter, or the holder of a ticket. Nobody else can (E3). */
export type Rater =
  { channel: 'evaluator'; counterId: string } | { channel: 'phone'; ticketId: string }

/** The leg and the hash of the secret that was shown; a wrong one finds nothing. */
export type Presented = { legId: string; secretHash: string; rater: Rater }

export type RatingRequest = Presented & {
  attitude: RatingLevel
  efficiency: RatingLevel
  reasons: RatingReason[]
  commentHash: string | null
  /** When it was tapped, where the device had no line then; ms. */
  ratedAt?: number
  /** Where it came from, as the server saw it. */
  origin?: Origin
}

export type EvaluationValue = { legId: string }

/** Slack for a device clock and the way here when a correction is judged. */
const correctionSlackMs = 2 * second

/** One rating for a leg (E1); its rater may correct a slip while the thanks page shows (E5). */
export function submitRating(
  day: HallDay,
  request: RatingRequest,
  { now }: Moment,
): Decision<EvaluationValue> {
  const evaluation = find(day, request)
  if (isRefused(evaluation)) return evaluation
  const { legId, attitude, efficiency, commentHash } = request
  const { channel } = request.rater
  const reasons = reasonsThatApply(request)
  const levels = { legId, attitude, efficiency, reasons, commentHash }
  if (evaluation.state === 'rated') {
    const not = whyNotCorrected(day, evaluation, channel, now)
    return not ?? accept({ legId }, event('evaluation.corrected', { ...levels, channel }))
  }
  const late = lateness(day, evaluation, request, now)
  if (isRefused(late)) return late
  const submitted = event('evaluation.submitted', { ...levels, channel, ...late })
  return accept({ legId }, submitted, ...flagged(day, evaluation, request, now))
}

/** What deserves a second look stands beside the rating from the start (E18). */
function flagged(
  day: HallDay,
  evaluation: Evaluation,
  { rater: { channel }, origin }: RatingRequest,
  now: number,
): HallEvent[] {
  const flags = flagsOf(day, { evaluation, channel, origin, now })
  const { legId, businessDay } = evaluation
  return flags.length > 0 ? [event('evaluation.flagged', { legId, businessDay, flags })] : []
}

/** The customer would rather not; that is an outcome of its own, never a level. */
export function declineRating(day: HallDay, request: Presented): Decision<EvaluationValue> {
  return endPrompt(day, request, 'evaluation.declined')
}

/** The evaluator asked and nobody answered: “not rated”. */
export function timeOutRating(day: HallDay, request: Presented): Decision<EvaluationValue> {
  return endPrompt(day, request, 'evaluation.timed_out')
}

function endPrompt(
  day: HallDay,
  request: Presented,
  type: 'evaluation.declined' | 'evaluation.timed_out',
): Decision<EvaluationValue> {
  const evaluation = find(day, request)
  if (isRefused(evaluation)) return evaluation
  if (evaluation.state === 'rated') return refuse('evaluation-done')
  if (evaluation.state !== 'requested') return refuse('evaluation-closed')
  return accept({ legId: request.legId }, event(type, { legId: request.legId }))
}

/**
 * Prompts that nobody answered and no evaluator reported: not rated, or the device was away (E6).
 * `online` tells whether the evaluator of a counter is connected.
 */
export function endOverduePrompts(
  day: HallDay,
  now: number,
  online: (counterId: string) => boolean,
): HallEvent[] {
  const slackMs = setting(day, 'ratingPromptS') * second
  const events: HallEvent[] = []
  for (const { legId, state, promptUntil, evaluatorCounterId } of day.evaluations.values()) {
    if (state !== 'requested' || now <= promptUntil + slackMs) continue
    const seen = evaluatorCounterId !== null && online(evaluatorCounterId)
    events.push(event(seen ? 'evaluation.timed_out' : 'evaluation.device_offline', { legId }))
  }
  return events
}

/** The evaluation an evaluator asks about now: the latest of its counter without an outcome. */
export function promptAt(day: HallDay, counterId: string, now: number): Evaluation | null {
  const slackMs = setting(day, 'ratingPromptS') * second
  let latest: Evaluation | null = null
  for (const evaluation of day.evaluations.values())
    if (evaluation.evaluatorCounterId === counterId) latest = evaluation
  if (latest?.state !== 'requested' || now > latest.promptUntil + slackMs) return null
  return latest
}

function find(day: HallDay, { legId, secretHash, rater }: Presented): Evaluation | Refused {
  const evaluation = day.evaluations.get(legId)
  const theirs =
    evaluation !== undefined &&
    evaluation.secretHash === secretHash &&
    (rater.channel === 'phone'
      ? evaluation.ticketId === rater.ticketId
      : evaluation.evaluatorCounterId === rater.counterId)
  return theirs ? evaluation : refuse('evaluation-unknown')
}

function whyNotCorrected(
  day: HallDay,
  evaluation: Evaluation,
  channel: RatingChannel,
  now: number,
): Refused | null {
  // Who says “a slip” at the last second still gets a prompt's time to tap again.
  const sayS = setting(day, 'ratingCorrectionS')
  const windowS = sayS === 0 ? 0 : sayS + setting(day, 'ratingPromptS')
  const until = (evaluation.ratedAt ?? 0) + windowS * second + correctionSlackMs
  const own = evaluation.channel === channel && !evaluation.late
  return own && now <= until ? null : refuse('evaluation-done')
}

/** Whether a rating comes in time, late from a device without a line, or too late. */
function lateness(
  day: HallDay,
  evaluation: Evaluation,
  { rater, ratedAt }: RatingRequest,
  now: number,
): { ratedAt: number; late: boolean } | Refused {
  if (rater.channel === 'phone')
    return now <= evaluation.expiresAt ? { ratedAt: now, late: false } : refuse('evaluation-closed')
  if (evaluation.state === 'requested' && ratedAt === undefined)
    return { ratedAt: now, late: false }
  const until = evaluation.requestedAt + setting(day, 'ratingOfflineHours') * hour
  if (ratedAt === undefined || evaluation.state === 'declined' || now > until)
    return refuse('evaluation-closed')
  // A device clock may be wrong: the rating cannot have been tapped before it was asked for.
  const tapped = Math.min(now, Math.max(evaluation.requestedAt, ratedAt))
  return { ratedAt: tapped, late: evaluation.state !== 'requested' || now - tapped > minuteMs }
}

const minuteMs = 60 * second

/** Reasons belong to a dimension that was rated low; others are left out. */
function reasonsThatApply({ reasons, attitude, efficiency }: RatingRequest): RatingReason[] {
  const offered: readonly RatingReason[] = [
    ...(attitude <= lowLevelMax ? ratingReasons.attitude : []),
    ...(efficiency <= lowLevelMax ? ratingReasons.efficiency : []),
  ]
  return offered.filter((reason) => reasons.includes(reason))
}
