import { describe, expect, test } from 'vitest'
import { day, hour, minute, second } from '#domain/time.ts'
import { asked } from './raters.ts'

describe('a rating from a device that had no line', () => {
  test('E11 is taken with the time it was tapped, and marked late', () => {
    const { hall, legId, evaluator, evaluation } = asked()
    const tapped = hall.now + 20 * second
    hall.pass(3 * hour)
    evaluator.rate(legId, { ratedAt: tapped })
    expect(evaluation).toMatchObject({ state: 'rated', ratedAt: tapped, late: true })
  })

  test('E11 is not late when it comes within a minute', () => {
    const { hall, legId, evaluator, evaluation } = asked()
    const tapped = hall.now
    hall.pass(minute)
    evaluator.rate(legId, { ratedAt: tapped })
    expect(evaluation).toMatchObject({ ratedAt: tapped, late: false })
  })

  test.each([
    ['before it was asked for', -hour, 0],
    ['in the future', 9 * hour, hour],
  ])('E11 with a device clock %s is put where it can be', (_how, off, expected) => {
    const { hall, legId, evaluator, evaluation } = asked()
    const { requestedAt } = evaluation
    hall.pass(hour)
    evaluator.rate(legId, { ratedAt: requestedAt + off })
    expect(evaluation.ratedAt).toBe(requestedAt + expected)
  })

  test('E11 is taken also when the window had been written off meanwhile', () => {
    const { hall, legId, evaluator, evaluation } = asked()
    const tapped = hall.now + 30 * second
    hall.pass(10 * minute)
    evaluator.timeOut(legId)
    evaluator.rate(legId, { ratedAt: tapped })
    expect(evaluation).toMatchObject({ state: 'rated', late: true })
  })

  test.each([
    ['to the last moment of', 24 * hour, true],
    ['not after', 24 * hour + 1, false],
  ])('E11 %s 24 hours', (_when, ms, allowed) => {
    const { hall, legId, evaluator, evaluation } = asked()
    const tapped = hall.now
    hall.pass(ms)
    if (allowed) evaluator.rate(legId, { ratedAt: tapped })
    else
      expect(hall.whyNot(() => evaluator.rate(legId, { ratedAt: tapped }))).toBe(
        'evaluation-closed',
      )
    expect(evaluation.state).toBe(allowed ? 'rated' : 'requested')
  })

  test('E11 is not taken from somebody who had said no', () => {
    const { hall, legId, evaluator } = asked()
    const tapped = hall.now
    evaluator.decline(legId)
    expect(hall.whyNot(() => evaluator.rate(legId, { ratedAt: tapped }))).toBe('evaluation-closed')
  })
})

describe('a rating from the phone', () => {
  test.each(['timeOut', 'decline'] as const)('E12 is taken after %s at the window', (outcome) => {
    const { hall, legId, evaluator, phone, evaluation } = asked()
    hall.pass(minute)
    evaluator[outcome](legId)
    expect(hall.whyNot(() => evaluator.rate(legId))).toBe('evaluation-closed')
    hall.pass(day)
    phone.rate(legId, { attitude: 2 })
    expect(evaluation).toMatchObject({ state: 'rated', channel: 'phone', attitude: 2 })
  })

  test.each([
    ['to the last moment of', 3 * day, true],
    ['not after', 3 * day + 1, false],
  ])('E12 %s three days', (_when, ms, allowed) => {
    const { hall, legId, phone, evaluation } = asked()
    hall.pass(ms)
    if (allowed) phone.rate(legId)
    else expect(hall.whyNot(() => phone.rate(legId))).toBe('evaluation-closed')
    expect(evaluation.state).toBe(allowed ? 'rated' : 'requested')
  })

  test('E12 is never late, and takes no time from the phone', () => {
    const { hall, legId, phone, evaluation } = asked()
    hall.pass(2 * day)
    phone.rate(legId, { ratedAt: 0 })
    expect(evaluation).toMatchObject({ ratedAt: hall.now, late: false })
  })

  test('E12 is possible over the night and after the number is gone from the hall', () => {
    const { hall, clerk, legId, phone, evaluation } = asked()
    clerk.signOut()
    hall.clock('2026-03-04', 9)
    hall.rollOver()
    phone.rate(legId)
    expect(evaluation.state).toBe('rated')
  })
})
