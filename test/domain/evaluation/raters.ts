import { declineRating, submitRating, timeOutRating } from '#domain/evaluation/rate.ts'
import type { Presented, Rater, RatingRequest } from '#domain/evaluation/rate.ts'
import type { Evaluation } from '#domain/evaluation/rating.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { minute } from '#domain/time.ts'
import { found, Hall } from '../../support/hall.ts'

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

/** Li at counter 1 has just completed a service of five minutes; the evaluator there asks. */
export function asked() {
  const hall = new Hall()
  const clerk = hall.open('c1')
  const ticket = hall.take('pay')
  clerk.serveNext()
  hall.pass(5 * minute)
  clerk.complete()
  const legId = hall.leg(ticket).id
  const evaluator = evaluatorAt(hall, 'c1')
  const phone = phoneOf(hall, ticket)
  return { hall, clerk, ticket, legId, evaluator, phone, evaluation: evaluationOf(hall, legId) }
}
