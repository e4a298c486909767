// Planted defect: without the check of who was rated in `appeal.ts` staff appeal for a colleague's
// leg, and with `actor.kind === 'staff'` gone from `annul.ts` their appeal tells them whether a
// customer rated. Each shown once, and undone.
import { describe, expect, test } from 'vitest'
import { proposeAnnulment } from '#domain/evaluation/appeal.ts'
import type { Evaluation } from '#domain/evaluation/rating.ts'
import type { Actor } from '#domain/people/principal.ts'
import { approve, reject } from '#domain/people/proposals.ts'
import { day, second } from '#domain/time.ts'
import { picture } from '../../support/hall.ts'
import type { Hall } from '../../support/hall.ts'
import { asked } from './raters.ts'

const somebody = (kind: Actor['kind'], id: string): Actor => ({ kind, id, deviceId: null })
const manager = somebody('manager', 'chen')
const reviewer = somebody('reviewer', 'sun')

function appeal(hall: Hall, actor: Actor, evaluation: Evaluation, reason = '客户说点错了'): string {
  hall.actor = actor
  const proposalId = hall.newId('proposal')
  hall.run((now, moment) => proposeAnnulment(now, { proposalId, evaluation, reason }, moment))
  return proposalId
}

function decide(hall: Hall, actor: Actor, proposalId: string, act = approve): void {
  hall.actor = actor
  hall.run((now, moment) => act(now, { proposalId, reason: '属实' }, moment))
}

/** Li at counter 1 was rated low. */
function ratedLow() {
  const made = asked()
  made.hall.pass(5 * second)
  made.evaluator.rate(made.legId, { attitude: 1 })
  return { ...made, li: somebody('staff', made.evaluation.staffId) }
}

describe('an annulment', () => {
  test('E15 takes two people, and is added to a rating that stays as it was', () => {
    const { hall, legId, evaluation } = ratedLow()
    const before = structuredClone(evaluation)
    const proposalId = appeal(hall, manager, evaluation)
    expect(hall.day.annulled.has(legId)).toBe(false)
    decide(hall, reviewer, proposalId)
    expect(hall.events('evaluation.annulled').map(({ data, actor }) => [data, actor.id])).toEqual([
      [{ legId, businessDay: '2026-03-02', proposalId }, 'sun'],
    ])
    expect(hall.day.annulled.has(legId)).toBe(true)
    expect(evaluation).toEqual(before)
    expect(hall.touched.evaluations.size).toBe(0)
  })

  test('E15 is decided by a reviewer only, who neither asked nor was rated', () => {
    const { hall, evaluation, li } = ratedLow()
    const proposalId = appeal(hall, manager, evaluation)
    for (const kind of [
      'manager',
      'leader',
      'auditor',
      'administrator',
      'operator',
      'staff',
    ] as const)
      expect(hall.whyNot(() => decide(hall, somebody(kind, 'zhou'), proposalId))).toBe(
        'not-allowed',
      )
    const own = somebody('reviewer', li.id)
    expect(hall.whyNot(() => decide(hall, own, proposalId))).toBe('proposal-not-yours')
    const asker = somebody('reviewer', manager.id)
    expect(hall.whyNot(() => decide(hall, asker, proposalId))).toBe('proposal-not-yours')
    expect(hall.day.annulled.size).toBe(0)
  })

  test('E15 that is turned down, or that nobody decides, leaves the rating in the count', () => {
    const { hall, legId, evaluation } = ratedLow()
    decide(hall, reviewer, appeal(hall, manager, evaluation), reject)
    const late = appeal(hall, manager, evaluation)
    hall.pass(8 * day)
    expect(hall.whyNot(() => decide(hall, reviewer, late))).toBe('proposal-over')
    expect(hall.day.annulled.has(legId)).toBe(false)
  })

  test('E15 happens once', () => {
    const { hall, evaluation, li } = ratedLow()
    decide(hall, reviewer, appeal(hall, manager, evaluation))
    for (const actor of [manager, li])
      expect(hall.whyNot(() => appeal(hall, actor, evaluation))).toBe('evaluation-annulled')
  })

  test('E15 is still possible when the day of the rating is out of memory', () => {
    const { hall, legId, evaluation } = ratedLow()
    hall.pass(6 * day)
    hall.rollOver()
    expect(hall.day.evaluations.has(legId)).toBe(false)
    decide(hall, reviewer, appeal(hall, manager, evaluation))
    expect(hall.day.annulled.has(legId)).toBe(true)
  })
})

describe('staff who appeal', () => {
  test('E16 do so for a leg of their own alone', () => {
    const { hall, evaluation, li } = ratedLow()
    const wang = somebody('staff', 'wang')
    expect(hall.whyNot(() => appeal(hall, wang, evaluation))).toBe('evaluation-unknown')
    expect(appeal(hall, li, evaluation)).toMatch(/^proposal/)
  })

  test('E16 are answered the same whether a customer rated or not', () => {
    const rated = ratedLow()
    const unrated = asked()
    const li = rated.li
    appeal(rated.hall, li, rated.evaluation)
    appeal(unrated.hall, li, unrated.evaluation)
    // A manager, who sees the low ratings anyway, is told that there is nothing to annul.
    const { hall, evaluation } = asked()
    expect(hall.whyNot(() => appeal(hall, manager, evaluation))).toBe('evaluation-unrated')
  })

  test('E16 of a leg that nobody rated get no annulment', () => {
    const { hall, evaluation } = asked()
    const proposalId = appeal(hall, somebody('staff', evaluation.staffId), evaluation)
    const before = picture(hall.day)
    expect(hall.whyNot(() => decide(hall, reviewer, proposalId))).toBe('evaluation-unrated')
    expect(picture(hall.day)).toEqual(before)
  })

  test('E16 of a leg that is rated meanwhile can have one', () => {
    const { hall, legId, evaluation, phone } = asked()
    const proposalId = appeal(hall, somebody('staff', evaluation.staffId), evaluation)
    phone.rate(legId, { attitude: 1 })
    decide(hall, reviewer, proposalId)
    expect(hall.day.annulled.has(legId)).toBe(true)
  })
})
