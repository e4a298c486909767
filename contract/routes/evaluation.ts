import * as evaluation from '../evaluation.ts'
import type { Route } from '../route.ts'
import { Id, strict } from '../shapes.ts'

const LegParams = strict({ legId: Id })

/** Evaluation of a leg, by the evaluator of its counter or the holder of its ticket. */
export const evaluationRoutes = {
  'POST /api/v1/evaluations/:legId/rating': {
    summary: 'Rate a leg, or correct a slip just made',
    act: 'rating.submit',
    params: LegParams,
    body: evaluation.RatingBody,
    reply: evaluation.EvaluationReply,
    status: 201,
  },
  'POST /api/v1/evaluations/:legId/decline': {
    summary: 'The customer would rather not rate',
    act: 'rating.submit',
    params: LegParams,
    body: evaluation.GrantBody,
    reply: evaluation.EvaluationReply,
  },
  'POST /api/v1/evaluations/:legId/time-out': {
    summary: 'Nobody answered the evaluator',
    act: 'rating.time-out',
    params: LegParams,
    body: evaluation.GrantBody,
    reply: evaluation.EvaluationReply,
  },
  'GET /api/v1/evaluations': {
    summary: 'Evaluations of a business day, as their reader may see them',
    act: 'rating.read',
    query: evaluation.EvaluationQuery,
    reply: evaluation.EvaluationList,
  },
  'GET /api/v1/evaluations/flags': {
    summary: 'Ratings of a business day that deserve a second look',
    act: 'rating.flags',
    query: evaluation.EvaluationQuery,
    reply: evaluation.EvaluationList,
  },
  'POST /api/v1/evaluations/:legId/annulment': {
    summary:
      'Ask for a rating to be taken out of the count (申诉); by the id of the leg or of the rating',
    act: 'rating.propose-annul',
    params: LegParams,
    body: evaluation.AnnulmentBody,
    reply: evaluation.AnnulmentReply,
    reasonInShape: true,
    status: 201,
  },
  'GET /api/v1/staff/mine/ratings': {
    summary: 'One’s own ratings, as whole days of at least five',
    act: 'rating.own-aggregates',
    reply: evaluation.OwnRatings,
  },
} as const satisfies Record<string, Route>
