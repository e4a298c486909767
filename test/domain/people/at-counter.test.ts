import { describe, expect, test } from 'vitest'
import { isRefused } from '#domain/decision.ts'
import { atCounter, counterNo } from '#domain/people/at-counter.ts'
import { Hall, picture } from '../../support/hall.ts'
import { shift } from '../../support/small-hall.ts'

const whoActs = (hall: Hall, sessionId: string | null, counterId?: string) =>
  atCounter(hall.day, hall.moment(sessionId), counterId)

describe('who acts at a counter', () => {
  test('C3 the person of the sign-in, at the counter of the sign-in', () => {
    const hall = new Hall()
    const { sessionId, counter } = hall.open('c1')
    expect(whoActs(hall, sessionId)).toEqual({ counter, staffId: 'li', sessionId })
    expect(whoActs(hall, sessionId, 'c1')).toEqual(whoActs(hall, sessionId))
  })

  test.each([
    ['without a sign-in', 'session-required', null],
    ['with one that never was', 'session-ended', 'made up'],
  ])('C3 nobody %s', (_how, code, sessionId) => {
    expect(whoActs(new Hall(), sessionId)).toEqual({ refused: code })
  })

  test('C3 nobody whose shift is over', () => {
    const hall = new Hall()
    const { sessionId } = hall.open('c1')
    hall.pass(shift)
    expect(whoActs(hall, sessionId)).toEqual({ refused: 'session-ended' })
  })

  test('C3 nobody at a counter that is not theirs; they are told which one is', () => {
    const hall = new Hall()
    const { sessionId } = hall.open('c1')
    const elsewhere = { refused: 'counter-wrong', details: { counterNo: '1' } }
    expect(whoActs(hall, sessionId, 'c2')).toEqual(elsewhere)
  })

  test('L5 asking changes nothing, not even for a counter that nobody has used', () => {
    const hall = new Hall()
    const before = picture(hall.day)
    expect(isRefused(whoActs(hall, null, 'c3'))).toBe(true)
    expect(picture(hall.day)).toEqual(before)
  })

  test('C3 a counter that is gone has no sign', () => {
    const { day } = new Hall()
    expect([counterNo(day, 'c2'), counterNo(day, 'c9'), counterNo(day, null)]).toEqual([
      '2',
      '',
      '',
    ])
  })
})
