import type { RouteKey } from '#contract/routes.ts'
import type { Decision } from '#domain/decision.ts'
import { refuse } from '#domain/decision.ts'
import { proposeAnnulment } from '#domain/evaluation/appeal.ts'
import type { Origin } from '#domain/evaluation/flags.ts'
import { declineRating, submitRating, timeOutRating } from '#domain/evaluation/rate.ts'
import type { EvaluationValue, Presented, Rater } from '#domain/evaluation/rate.ts'
import type { Evaluation } from '#domain/evaluation/rating.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Services } from '../app.ts'
import { decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import { newId } from '../new-id.ts'
import type { Principal } from '../people/credential.ts'
import { keepText, sealText } from '../private-texts.ts'
import { hashSecret } from '../secrets.ts'
import { Phones } from './phones.ts'
import { dayOfRatingId } from './rating-id.ts'
import { listFlagged, listRatings, lowRatingNamed, ownRatings } from './ratings.ts'
import { readerOf } from './reader.ts'
import { evaluationOf } from './store.ts'

type EvaluationRoute =
  Extract<RouteKey, `${string} /api/v1/evaluations${string}`> | 'GET /api/v1/staff/mine/ratings'

/** The rater is the credential itself; no field of a request can name one (E2, E3). */
function raterOf({ kind, ticketId, counterId }: Principal): Rater {
  return kind === 'phone'
    ? { channel: 'phone', ticketId: ticketId ?? '' }
    : { channel: 'evaluator', counterId: counterId ?? '' }
}

type OnLeg = { params: { legId: string }; body: { grant: string }; principal: Principal }

function presented({ params, body, principal }: OnLeg): Presented {
  return { ...params, secretHash: hashSecret(body.grant), rater: raterOf(principal) }
}

const reply = (day: HallDay, { legId }: EvaluationValue) => ({
  legId,
  state: day.evaluations.get(legId)?.state,
})

function ending(decide: (day: HallDay, request: Presented) => Decision<EvaluationValue>) {
  return {
    command: (asked: OnLeg) => decided({ decide: (day) => decide(day, presented(asked)), reply }),
  }
}

export function evaluationHandlers(services: Services): Pick<Handlers, EvaluationRoute> {
  const { secrets } = services.halls
  const phones = new WeakMap<object, Phones>()
  const phonesOf = (hall: object) => {
    const known = phones.get(hall) ?? new Phones()
    phones.set(hall, known)
    return known
  }
  return {
    'POST /api/v1/evaluations/:legId/rating': {
      command: (asked) => takeRating(services, phonesOf(asked.hall), asked),
    },
    'POST /api/v1/evaluations/:legId/decline': ending(declineRating),
    'POST /api/v1/evaluations/:legId/time-out': ending(timeOutRating),
    'POST /api/v1/evaluations/:legId/annulment': { command: (asked) => appeal(services, asked) },
    'GET /api/v1/evaluations': {
      read: ({ hall, query, principal }) =>
        listRatings({ hall, secrets, query, reader: readerOf(principal) }),
    },
    'GET /api/v1/evaluations/flags': {
      read: ({ hall, query, principal }) =>
        listFlagged({ hall, secrets, query, reader: readerOf(principal) }),
    },
    'GET /api/v1/staff/mine/ratings': {
      read: ({ hall, principal }) => ownRatings(hall, principal.staffId ?? ''),
    },
  }
}

function takeRating(
  { isStaffAddress }: Services,
  phones: Phones,
  asked: Asked<'POST /api/v1/evaluations/:legId/rating'>,
) {
  const { hall, body, params, browser } = asked
  const { attitude, efficiency, reasons = [], comment, ratedAt, phone } = body
  const text = comment?.trim() ? sealText(comment.trim()) : null
  const businessDay = hall.day.businessDay ?? ''
  const origin: Origin = {
    fromStaffNetwork: isStaffAddress(browser.address),
    ratedByPhone: phone === undefined ? 0 : phones.count(businessDay, phone, params.legId),
  }
  const rating = { ...presented(asked), attitude, efficiency, reasons, origin }
  const request = { ...rating, commentHash: text?.hash ?? null, ...(ratedAt ? { ratedAt } : {}) }
  return decided({
    decide: (day, moment) => submitRating(day, request, moment),
    reply,
    beside: (db, now) => {
      if (text) keepText(db, text, { about: params.legId, category: 'comment', at: now })
      if (phone !== undefined) phones.note(businessDay, phone, params.legId)
    },
  })
}

/** Asks for a rating to be taken out of the count; two people decide that. */
function appeal({ halls }: Services, asked: Asked<'POST /api/v1/evaluations/:legId/annulment'>) {
  const evaluation = namedBy(halls.secrets, asked)
  if (!evaluation) return refuse('evaluation-unknown')
  const request = { proposalId: `proposal-${newId()}`, evaluation, reason: asked.body.reason }
  return decided({
    decide: (day, moment) => proposeAnnulment(day, request, moment),
    reply: (day, { proposalId }) => ({
      proposalId,
      expiresAt: day.proposals.get(proposalId)?.expiresAt,
    }),
  })
}

/** Counter staff know the leg they served; who reads ratings knows the name of one they see. */
function namedBy(
  secrets: Services['halls']['secrets'],
  { hall, principal, params: { legId: id } }: Asked<'POST /api/v1/evaluations/:legId/annulment'>,
): Evaluation | undefined {
  if (principal.kind === 'staff') return evaluationOf(hall, id)
  const businessDay = dayOfRatingId(id)
  if (businessDay === null) return undefined
  return lowRatingNamed(hall, secrets, { id, businessDay, butOf: principal.staffId })
}
