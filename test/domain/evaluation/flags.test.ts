// Planted defect: with `ms <= …` for `ms < …` in `isUnder` the borders below fail; with the channel
// left out of `staff-network` the evaluator's rating is flagged. Each shown once, and undone.
import { describe, expect, test } from 'vitest'
import type { RatingFlag } from '#domain/evaluation/rating.ts'
import { minute, second } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'
import { evaluationOf, evaluatorAt, phoneOf } from './raters.ts'

type Visit = { waitS?: number; servedS?: number; answerS?: number }

/** Somebody takes a number, is called, served and asked; `rate` says who answers, and how. */
function visit({ waitS = 60, servedS = 300, answerS = 5 }: Visit = {}, hall = new Hall()) {
  const clerk = hall.open('c1')
  const ticket = hall.take('pay')
  hall.pass(waitS * second)
  clerk.callNext()
  clerk.start()
  hall.pass(servedS * second)
  clerk.complete()
  const legId = hall.leg(ticket).id
  hall.pass(answerS * second)
  return { hall, clerk, ticket, legId, evaluator: evaluatorAt(hall, 'c1') }
}

function flagsIn(hall: Hall): RatingFlag[] {
  return hall.events('evaluation.flagged').flatMap(({ data }) => data.flags)
}

function flagsOf(wanted: Visit): RatingFlag[] {
  const { hall, legId, evaluator } = visit(wanted)
  evaluator.rate(legId)
  return flagsIn(hall)
}

describe('a rating is looked at again', () => {
  test('E18 not when everything about it is usual', () => {
    expect(flagsOf({})).toEqual([])
  })

  test('E18 when the service took less than 20 seconds', () => {
    expect(flagsOf({ servedS: 19 })).toEqual(['short-service'])
    expect(flagsOf({ servedS: 20 })).toEqual([])
  })

  test('E18 when its number was called within 30 seconds of being taken', () => {
    expect(flagsOf({ waitS: 29 })).toEqual(['issued-and-called'])
    expect(flagsOf({ waitS: 30 })).toEqual([])
  })

  test('E18 when it came sooner than anybody reads, by the clock here and not the device’s', () => {
    expect(flagsOf({ answerS: 0 })).toEqual(['instant-answer'])
    expect(flagsOf({ answerS: 1 })).toEqual([])
    const { hall, legId, evaluator } = visit({ answerS: 100 })
    evaluator.rate(legId, { ratedAt: hall.now - 200 * second })
    expect(flagsIn(hall)).toEqual([])
  })

  test('E18 when one phone rates more than two services a day', () => {
    const { hall, legId, ticket } = visit()
    phoneOf(hall, ticket).rate(legId, { origin: { fromStaffNetwork: false, ratedByPhone: 3 } })
    expect(flagsIn(hall)).toEqual(['same-phone'])
    const other = visit()
    const origin = { fromStaffNetwork: false, ratedByPhone: 2 }
    phoneOf(other.hall, other.ticket).rate(other.legId, { origin })
    expect(flagsIn(other.hall)).toEqual([])
  })

  test('E18 when it came by phone from the network of the staff, where evaluators always are', () => {
    const origin = { fromStaffNetwork: true, ratedByPhone: 1 }
    const { hall, legId, ticket } = visit()
    phoneOf(hall, ticket).rate(legId, { origin })
    expect(flagsIn(hall)).toEqual(['staff-network'])
    const other = visit()
    other.evaluator.rate(other.legId, { origin })
    expect(flagsIn(other.hall)).toEqual([])
  })

  test('E18 for all the reasons there are, in one event beside the rating', () => {
    const { hall, legId, evaluator } = visit({ waitS: 0, servedS: 5, answerS: 0 })
    evaluator.rate(legId)
    const flags = ['short-service', 'issued-and-called', 'instant-answer']
    const [flagged, ...more] = hall.events('evaluation.flagged')
    expect(flagged?.data).toEqual({ legId, businessDay: '2026-03-02', flags })
    expect(more).toEqual([])
  })
})

describe('a flag', () => {
  test('E18 changes nothing: the rating counts like any other', () => {
    const { hall, legId, evaluator } = visit({ servedS: 5 })
    evaluator.rate(legId, { attitude: 2 })
    expect(flagsIn(hall)).toEqual(['short-service'])
    expect(evaluationOf(hall, legId)).toMatchObject({ state: 'rated', attitude: 2 })
    evaluator.rate(legId, { attitude: 4 })
    expect(evaluationOf(hall, legId)).toMatchObject({ attitude: 4, corrections: 1 })
    expect(hall.events('evaluation.flagged')).toHaveLength(1)
  })

  test('E18 has its numbers from dated settings, and none where they are zero', () => {
    const hall = new Hall()
    for (const key of ['flagServiceUnderS', 'flagIssuedCalledS', 'flagAnswerUnderS'] as const)
      hall.set(key, 0)
    const { legId, evaluator } = visit({ waitS: 0, servedS: 0, answerS: 0 }, hall)
    evaluator.rate(legId)
    expect(flagsIn(hall)).toEqual([])
  })

  test('E18 says nothing of a second leg’s wait, nor of a leg in which the clock was in doubt', () => {
    const { hall, clerk, ticket } = visit()
    const again = hall.take('pay')
    clerk.serveNext()
    hall.pass(minute)
    hall.now -= 10 * minute
    clerk.complete()
    const legId = hall.leg(again).id
    expect(hall.leg(again).suspect).toBe(true)
    hall.pass(5 * second)
    evaluatorAt(hall, 'c1').rate(legId)
    expect(flagsIn(hall)).toEqual([])
    expect(ticket.leg).toBe(1)
  })
})
