import type { RouteKey } from '#contract/routes.ts'
import type { Decision } from '#domain/decision.ts'
import { declineRating, submitRating, timeOutRating } from '#domain/evaluation/rate.ts'
import type { EvaluationValue, Presented, Rater } from '#domain/evaluation/rate.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { decided } from '../doors.ts'
import type { Handlers } from '../doors.ts'
import type { Principal } from '../people/credential.ts'
import { keepText, sealText } from '../private-texts.ts'
import { hashSecret } from '../secrets.ts'
import { listEvaluations } from './store.ts'

type EvaluationRoute = Extract<RouteKey, `${string} /api/v1/evaluations${string}`>

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

export const evaluationHandlers: Pick<Handlers, EvaluationRoute> = {
  'POST /api/v1/evaluations/:legId/rating': {
    command: (asked) => {
      const { attitude, efficiency, reasons = [], comment, ratedAt } = asked.body
      const text = comment?.trim() ? sealText(comment.trim()) : null
      const rating = { ...presented(asked), attitude, efficiency, reasons }
      const request = {
        ...rating,
        commentHash: text?.hash ?? null,
        ...(ratedAt ? { ratedAt } : {}),
      }
      return decided({
        decide: (day, moment) => submitRating(day, request, moment),
        reply,
        ...(text ? { beside: (db, now) => keepText(db, text, asked.params.legId, now) } : {}),
      })
    },
  },
  'POST /api/v1/evaluations/:legId/decline': ending(declineRating),
  'POST /api/v1/evaluations/:legId/time-out': ending(timeOutRating),
  'GET /api/v1/evaluations': { read: ({ hall, query }) => listEvaluations(hall, query) },
}
