import { describe, expect, test } from 'vitest'
import { allRatingReasons, ratingLevels, ratingReasons } from '#domain/evaluation/rating.ts'
import type { RatingLevel } from '#domain/evaluation/rating.ts'
import { minute, second } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'
import { asked, evaluationOf, evaluatorAt, phoneOf } from './raters.ts'

describe('a rating', () => {
  test('E1 is taken once for a leg, over all channels', () => {
    const { hall, legId, evaluator, phone, evaluation } = asked()
    hall.pass(10 * second)
    evaluator.rate(legId, { attitude: 4, efficiency: 3 })
    expect(evaluation).toMatchObject({
      ...{ state: 'rated', attitude: 4, efficiency: 3, channel: 'evaluator' },
      ...{ ratedAt: hall.now, late: false, corrections: 0 },
    })
    expect(hall.whyNot(() => phone.rate(legId, { attitude: 1 }))).toBe('evaluation-done')
    hall.pass(2 * minute)
    expect(hall.whyNot(() => evaluator.rate(legId, { attitude: 1 }))).toBe('evaluation-done')
    expect(hall.events('evaluation.submitted')).toHaveLength(1)
  })

  test('E1 given on the phone is not taken again at the window', () => {
    const { hall, legId, evaluator, phone, evaluation } = asked()
    phone.rate(legId, { attitude: 2 })
    expect(evaluation).toMatchObject({ state: 'rated', channel: 'phone', attitude: 2 })
    expect(hall.whyNot(() => evaluator.rate(legId))).toBe('evaluation-done')
    expect(hall.whyNot(() => evaluator.rate(legId, { ratedAt: hall.now }))).toBe('evaluation-done')
  })

  const pairs = ratingLevels.flatMap((attitude) =>
    ratingLevels.map((efficiency) => ({ attitude, efficiency })),
  )

  test.each(pairs)('E9 may be $attitude for attitude and $efficiency for efficiency', (levels) => {
    const { legId, evaluator, evaluation } = asked()
    evaluator.rate(legId, levels)
    expect(evaluation).toMatchObject(levels)
  })

  test('E9 has no level before it is given', () => {
    const { evaluation } = asked()
    expect(evaluation).toMatchObject({ attitude: null, efficiency: null, channel: null })
    expect(evaluation).toMatchObject({ ratedAt: null, reasons: [], commentHash: null })
  })

  test('E9 keeps the words outside the record, and their hash in it', () => {
    const { hall, legId, evaluator } = asked()
    evaluator.rate(legId, { commentHash: 'hash of salt and words' })
    expect(hall.events('evaluation.submitted').at(-1)?.data).toEqual({
      ...{ legId, attitude: 5, efficiency: 5, reasons: [], channel: 'evaluator' },
      ...{ commentHash: 'hash of salt and words', ratedAt: hall.now, late: false },
    })
  })

  test('E2 has no say in who is rated', () => {
    const { legId, evaluator, evaluation } = asked()
    const more = { staffId: 'wang', counterId: 'c2', serviceId: 'fault', state: 'declined' }
    evaluator.rate(legId, more as object)
    expect(evaluation).toMatchObject({ staffId: 'li', counterId: 'c1', serviceId: 'pay' })
    expect(evaluation.state).toBe('rated')
  })
})

describe('reasons', () => {
  const reasons = [...allRatingReasons]

  test.each([
    [5, 5, []],
    [3, 3, []],
    [2, 5, ratingReasons.attitude],
    [5, 1, ratingReasons.efficiency],
    [1, 2, allRatingReasons],
  ] as const)(
    'E10 for %i and %i only those of what was rated low',
    (attitude, efficiency, kept) => {
      const { legId, evaluator, evaluation } = asked()
      evaluator.rate(legId, { attitude, efficiency, reasons })
      expect(evaluation.reasons).toEqual(kept)
    },
  )

  test('E10 stand in one order whatever order they were tapped in', () => {
    const { legId, evaluator, evaluation } = asked()
    const tapped = { attitude: 1, reasons: ['unclear', 'unfriendly', 'slow'] } as const
    evaluator.rate(legId, { ...tapped, reasons: [...tapped.reasons] })
    expect(evaluation.reasons).toEqual(['unfriendly', 'unclear'])
  })

  test('E10 may be left out', () => {
    const { legId, evaluator, evaluation } = asked()
    evaluator.rate(legId, { attitude: 1, efficiency: 1 })
    expect(evaluation.reasons).toEqual([])
  })
})

describe('who may rate', () => {
  test('E3 nobody with another secret', () => {
    const { hall, legId, evaluator, phone } = asked()
    const secretHash = 'guessed'
    for (const person of [evaluator, phone])
      expect(hall.whyNot(() => person.rate(legId, { secretHash }))).toBe('evaluation-unknown')
  })

  test('E3 not the evaluator of another counter', () => {
    const { hall, legId } = asked()
    const other = evaluatorAt(hall, 'c2')
    expect(hall.whyNot(() => other.rate(legId))).toBe('evaluation-unknown')
    expect(hall.whyNot(() => other.decline(legId))).toBe('evaluation-unknown')
    expect(hall.whyNot(() => other.timeOut(legId))).toBe('evaluation-unknown')
  })

  test('E3 not the holder of another ticket', () => {
    const { hall, legId } = asked()
    const other = phoneOf(hall, hall.take('pay'))
    expect(hall.whyNot(() => other.rate(legId))).toBe('evaluation-unknown')
  })

  test('E3 a leg that was never asked about cannot be told from one that is not there', () => {
    const { hall, clerk, evaluator } = asked()
    const ticket = hall.take('pay')
    clerk.serveNext()
    expect(hall.whyNot(() => evaluator.rate(hall.leg(ticket).id))).toBe('evaluation-unknown')
    expect(hall.whyNot(() => evaluator.rate('no leg'))).toBe('evaluation-unknown')
  })

  test('E3 only the holder of the ticket where no evaluator was there to ask', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    hall.forceClose('c1')
    const legId = hall.leg(ticket, 1).id
    expect(hall.whyNot(() => evaluatorAt(hall, 'c1').rate(legId))).toBe('evaluation-unknown')
    phoneOf(hall, ticket).rate(legId)
    expect(evaluationOf(hall, legId).state).toBe('rated')
  })
})

describe('a slip', () => {
  test('E5 may be corrected by its rater while the thanks page shows; the last one counts', () => {
    const { hall, legId, evaluator, evaluation } = asked()
    evaluator.rate(legId, { attitude: 1, reasons: ['unclear'] })
    const { ratedAt } = evaluation
    hall.pass(5 * second)
    evaluator.rate(legId, { attitude: 4 })
    hall.pass(5 * second)
    evaluator.rate(legId, { attitude: 5, efficiency: 4 })
    expect(evaluation).toMatchObject({ attitude: 5, efficiency: 4, reasons: [], corrections: 2 })
    expect(evaluation).toMatchObject({ ratedAt, state: 'rated' })
  })

  test('E5 both what was given and what was corrected stay in the record', () => {
    const { hall, legId, evaluator } = asked()
    evaluator.rate(legId, { attitude: 1 })
    evaluator.rate(legId, { attitude: 5 })
    expect(hall.events('evaluation.submitted').map(({ data }) => data.attitude)).toEqual([1])
    expect(hall.events('evaluation.corrected').map(({ data }) => data.attitude)).toEqual([5])
  })

  test.each([
    ['within 8 seconds, a prompt and 2 for the way', 70 * second, true],
    ['not later', 70 * second + 1, false],
  ])('E5 %s', (_when, ms, allowed) => {
    const { hall, legId, evaluator, evaluation } = asked()
    evaluator.rate(legId, { attitude: 1 })
    hall.pass(ms)
    if (allowed) evaluator.rate(legId)
    else expect(hall.whyNot(() => evaluator.rate(legId))).toBe('evaluation-done')
    expect(evaluation.attitude).toBe(allowed ? 5 : 1)
  })

  test('E5 the time is a setting of the hall', () => {
    const { hall, legId, phone, evaluation } = asked()
    hall.set('ratingCorrectionS', 0)
    phone.rate(legId, { attitude: 1 })
    hall.pass(2 * second + 1)
    expect(hall.whyNot(() => phone.rate(legId))).toBe('evaluation-done')
    expect(evaluation.attitude).toBe(1)
  })

  test('E5 not by the other channel', () => {
    const { hall, legId, evaluator, phone } = asked()
    phone.rate(legId)
    expect(hall.whyNot(() => evaluator.rate(legId))).toBe('evaluation-done')
  })

  test('E5 not one that came late from a device without a line, though there were time', () => {
    const { hall, legId, evaluator, evaluation } = asked()
    const ratedAt = hall.now
    hall.pass(65 * second)
    evaluator.rate(legId, { ratedAt })
    expect(evaluation.late).toBe(true)
    expect(hall.whyNot(() => evaluator.rate(legId, { ratedAt }))).toBe('evaluation-done')
  })
})

test('E9 every level is a number of its own, from 5 to 1', () => {
  const levels: readonly RatingLevel[] = ratingLevels
  expect(levels).toEqual([5, 4, 3, 2, 1])
  expect(new Set(allRatingReasons).size).toBe(10)
})
