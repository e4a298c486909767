import { declineRating, submitRating, timeOutRating } from '#domain/evaluation/rate.ts'
import type { Presented, Rater, RatingRequest } from '#domain/evaluation/rate.ts'
import type { Evaluation } from '#domain/evaluation/rating.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { found } from '../../support/hall.ts'
import type { Hall } from '../../support/hall.ts'

/** Somebody who rates: at an evaluator, or with the page of a ticket. */
export class Person {
  readonly hall: Hall
  readonly rater: Rater

  constructor(hall: Hall, rater: Rater) {
    this.hall = hall
    this.rater = rater
  }

  #presented(legId: string): Presented {
    return { legId, secretHash: `sealed evaluation ${legId}`, rater: this.rater }
  }

  /** Very satisfied with both, but for what is said. */
  rate(legId: string, said: Partial<RatingRequest> = {}): void {
    const satisfied = { attitude: 5, efficiency: 5, reasons: [], commentHash: null } as const
    const request = { ...this.#presented(legId), ...satisfied, reasons: [], ...said }
    this.hall.run((day, moment) => submitRating(day, request, moment))
  }

  decline(legId: string): void {
    this.hall.run((day) => declineRating(day, this.#presented(legId)))
  }

  timeOut(legId: string): void {
    this.hall.run((day) => timeOutRating(day, this.#presented(legId)))
  }
}

export function evaluatorAt(hall: Hall, counterId: string): Person {
  return new Person(hall, { channel: 'evaluator', counterId })
}

export function phoneOf(hall: Hall, ticket: Ticket): Person {
  return new Person(hall, { channel: 'phone', ticketId: ticket.id })
}

export function evaluationOf(hall: Hall, legId: string): Evaluation {
  return found(hall.day.evaluations.get(legId), `evaluation of ${legId}`)
}
