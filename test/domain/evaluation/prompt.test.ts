import { describe, expect, test } from 'vitest'
import { endOverduePrompts, promptAt } from '#domain/evaluation/rate.ts'
import { minute, second } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'
import { asked, evaluationOf, evaluatorAt, phoneOf } from './raters.ts'

/** What the hall's own clock does with prompts that nobody answered. */
function endOverdue(hall: Hall, online: boolean): void {
  hall.add(...endOverduePrompts(hall.day, hall.now, () => online))
}

describe('nobody answers', () => {
  test('E9 a time-out is recorded as not rated, never as a level', () => {
    const { hall, legId, evaluation } = asked()
    hall.pass(minute)
    evaluatorAt(hall, 'c1').timeOut(legId)
    expect(evaluation).toMatchObject({ state: 'timed_out', attitude: null, efficiency: null })
  })

  test('E9 so is a no', () => {
    const { hall, legId, evaluation } = asked()
    evaluatorAt(hall, 'c1').decline(legId)
    expect(evaluation).toMatchObject({ state: 'declined', attitude: null, efficiency: null })
  })

  test.each(['timeOut', 'decline'] as const)('E6 the outcome of a %s is recorded once', (act) => {
    const { hall, legId } = asked()
    const evaluator = evaluatorAt(hall, 'c1')
    evaluator[act](legId)
    expect(hall.whyNot(() => evaluator.decline(legId))).toBe('evaluation-closed')
    expect(hall.whyNot(() => evaluator.timeOut(legId))).toBe('evaluation-closed')
  })

  test.each(['timeOut', 'decline'] as const)('E5 a %s takes no rating back', (act) => {
    const { hall, legId, evaluation } = asked()
    const evaluator = evaluatorAt(hall, 'c1')
    evaluator.rate(legId)
    expect(hall.whyNot(() => evaluator[act](legId))).toBe('evaluation-done')
    expect(evaluation.state).toBe('rated')
  })

  test.each([
    ['timed_out', true],
    ['device_offline', false],
  ])('E13 the hall itself records %s when the evaluator online is %s', (state, online) => {
    const { hall, evaluation } = asked()
    hall.pass(2 * minute)
    endOverdue(hall, online)
    expect(evaluation.state).toBe('requested')
    hall.pass(1)
    endOverdue(hall, online)
    expect(evaluation.state).toBe(state)
  })

  test('E13 it asks about each counter, and about nobody who has answered', () => {
    const { hall, clerk, legId } = asked()
    const second = hall.open('c2')
    const other = second.walkIn('fault')
    second.complete()
    const rated = clerk.walkIn('pay')
    clerk.complete()
    evaluatorAt(hall, 'c1').rate(hall.leg(rated).id)
    hall.pass(10 * minute)
    const events = endOverduePrompts(hall.day, hall.now, (counterId) => counterId === 'c1')
    expect(events.map(({ type, data }) => [type, 'legId' in data && data.legId])).toEqual([
      ['evaluation.timed_out', legId],
      ['evaluation.device_offline', hall.leg(other).id],
    ])
  })

  test('E13 a leg that no evaluator asks about is not waited for at a window', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = clerk.walkIn('pay')
    hall.forceClose('c1')
    hall.pass(10 * minute)
    endOverdue(hall, true)
    expect(evaluationOf(hall, hall.leg(ticket, 1).id).state).toBe('device_offline')
    phoneOf(hall, ticket).rate(hall.leg(ticket, 1).id)
    expect(evaluationOf(hall, hall.leg(ticket, 1).id).state).toBe('rated')
  })

  test('E13 once all have an outcome, there is nothing more to record', () => {
    const { hall } = asked()
    hall.pass(10 * minute)
    endOverdue(hall, true)
    expect(endOverduePrompts(hall.day, hall.now, () => true)).toEqual([])
  })
})

describe('what the evaluator of a counter asks about', () => {
  test('E14 is the service that ended there last', () => {
    const { hall, clerk, legId } = asked()
    expect(promptAt(hall.day, 'c1', hall.now)?.legId).toBe(legId)
    expect(promptAt(hall.day, 'c2', hall.now)).toBeNull()
    const next = clerk.walkIn('pay')
    clerk.complete()
    expect(promptAt(hall.day, 'c1', hall.now)?.legId).toBe(hall.leg(next).id)
  })

  test('E14 is nothing when that one has an outcome, for the one before has left', () => {
    const { hall, clerk } = asked()
    const next = clerk.walkIn('pay')
    clerk.complete()
    evaluatorAt(hall, 'c1').rate(hall.leg(next).id)
    expect(promptAt(hall.day, 'c1', hall.now)).toBeNull()
  })

  test('E14 is nothing when nobody was to be asked at the window', () => {
    const { hall } = asked()
    hall.pass(10 * minute)
    expect(promptAt(hall.day, 'c1', hall.now)).toBeNull()
    expect(promptAt(new Hall().day, 'c1', hall.now)).toBeNull()
  })

  test('E14 lasts a while longer than the prompt, for whoever is just touching it', () => {
    const { hall, legId } = asked()
    hall.pass(120 * second)
    expect(promptAt(hall.day, 'c1', hall.now)?.legId).toBe(legId)
    hall.pass(1)
    expect(promptAt(hall.day, 'c1', hall.now)).toBeNull()
  })
})
