import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import { scoreTrial } from '#domain/queue/choice/trial-score.ts'
import { tryDay, tryDayWith } from '#domain/queue/choice/trial.ts'
import type { TrialDay, TrialLine, TrialOutcome, TrialVisit } from '#domain/queue/choice/trial.ts'
import { CallingWatch } from '#domain/queue/choice/watch.ts'
import { seed } from '../../seed.ts'
import { context, index, kinds, services, someDay } from './some.ts'

const live = (day: TrialDay, rule: CallingRule) =>
  tryDayWith(day, new CallingWatch(rule, context.targetS))
const someRule = fc.constantFrom<CallingRule>(...kinds)

const visit = (id: string, its: Partial<TrialVisit> = {}): TrialVisit => ({
  ...{ id, serviceId: 'pay', priority: 0, joinedS: 0, tookS: 60, served: true, leavesS: null },
  ...its,
})
const counter = (closeS = 3600) => ({ counterId: 'c1', serviceIds: services, openS: 0, closeS })
const waits = (outcomes: readonly TrialOutcome[]) =>
  Object.fromEntries(outcomes.map(({ visit: { id }, waitS }) => [id, waitS]))

describe('whoever is called', () => {
  test('Q35 within a service and class is never called before somebody who joined earlier', () => {
    fc.assert(
      fc.property(someRule, someDay, (rule, day) => {
        const called = live(day, rule).filter((one) => one.called)
        const calledAt = ({ visit: { joinedS }, waitS }: TrialOutcome) => joinedS + waitS
        for (const [at, one] of called.entries())
          for (const later of called.slice(at + 1)) {
            const isSame =
              one.visit.serviceId === later.visit.serviceId &&
              one.visit.priority === later.visit.priority
            if (isSame && calledAt(one) < calledAt(later))
              expect(one.visit.joinedS).toBeLessThanOrEqual(later.visit.joinedS)
          }
      }),
      { seed },
    )
  })

  test('Q37 was passed by later ones no more often than the limit says, whoever comes', () => {
    const passLimit = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(passLimit, someDay, (limit, day) => {
        for (const { passed } of live(day, { ...index, passLimit: limit }))
          expect(passed).toBeLessThanOrEqual(limit)
      }),
      { seed },
    )
  })

  test('Q37 nobody starves: an endless stream of appointments lets one go by after the limit', () => {
    const day = {
      visits: [
        visit('normal', { serviceId: 'move' }),
        ...Array.from({ length: 200 }, (_, at) =>
          visit(`a${at}`, { priority: 2, joinedS: at * 30 }),
        ),
      ].toSorted((a, b) => a.joinedS - b.joinedS),
      spells: [counter(7200)],
    }
    const of = (rule: CallingRule) => live(day, rule).find((one) => one.visit.id === 'normal')
    const rule: CallingRule = { ...index, weights: [1, 1.5, 100], ceiling: 100, passLimit: 8 }
    expect(of(rule)?.passed).toBe(8)
    expect(of({ kind: 'strict', order: [2, 1, 0] })?.passed).toBe(200)
  })
})

describe('a trial on a past day', () => {
  test('Q54 everybody whom somebody there can serve is called or has left, once', () => {
    fc.assert(
      fc.property(someRule, someDay, (rule, day) => {
        const lastAt = new Map<string, readonly string[]>()
        for (const { counterId, serviceIds } of day.spells.toSorted((a, b) => a.openS - b.openS))
          lastAt.set(counterId, serviceIds)
        const served = new Set([...lastAt.values()].flat())
        const ids = live(day, rule).map((one) => one.visit.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { id, serviceId, leavesS } of day.visits)
          if (served.has(serviceId) || leavesS !== null) expect(ids).toContain(id)
      }),
      { seed },
    )
  })

  test('Q54 a counter has one customer at a time, only while open, each as long as it took', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const busy = new Map<string, string>()
        const open = new Set<string>()
        const watch = new CallingWatch(index, context.targetS)
        const trial = tryDay(day)
        const see = (line: TrialLine) => {
          const called = watch.follow(line)
          if (line.type === 'counter_open') open.add(line.counter)
          if (line.type === 'counter_close') open.delete(line.counter)
          if (line.type === 'finish') {
            expect(busy.get(line.counter)).toBe(line.id)
            busy.delete(line.counter)
          }
          if (line.type === 'next') {
            expect(open).toContain(line.counter)
            expect(busy.has(line.counter)).toBe(false)
            if (called !== null) busy.set(line.counter, called)
          }
          return called
        }
        let step = trial.next()
        while (!step.done) step = trial.next(see(step.value))
        expect(busy.size).toBe(0)
      }),
      { seed },
    )
  })

  test('Q54 the same customers come and go, and who waits when the doors close is served', () => {
    const day = {
      visits: [
        visit('first'),
        visit('second', { joinedS: 10 }),
        visit('third', { joinedS: 20, leavesS: 50 }),
        visit('fourth', { joinedS: 70, serviceId: 'move' }),
      ],
      spells: [counter(90)],
    }
    const outcomes = live(day, { kind: 'first-come' })
    expect(waits(outcomes)).toEqual({ first: 0, second: 50, third: 30, fourth: 50 })
    expect(outcomes.filter(({ called }) => !called).map((one) => one.visit.id)).toEqual(['third'])
  })

  test('Q54 whoever comes when no counter is left is served by those who were there', () => {
    const day = { visits: [visit('late', { joinedS: 500 })], spells: [counter(100)] }
    expect(live(day, index)).toHaveLength(1)
  })

  test('Q54 it is measured by lateness, share on target by class, tail and overtaking', () => {
    const outcome = (priority: number, waitS: number, passed = 0): TrialOutcome => {
      return { visit: visit('one', { priority }), waitS, called: true, passed }
    }
    const outcomes = [outcome(0, 700, 3), outcome(0, 600), outcome(2, 900), outcome(2, 0)]
    expect(scoreTrial(outcomes, context.targetS)).toEqual({
      ...{ customers: 4, latenessS: 100, meanWaitS: 550, onTarget: 0.5 },
      ...{ onTargetOf: [0.5, null, 0.5], normalP99S: 700, mostPassed: 3 },
    })
    const nobody = { customers: 0, latenessS: 0, onTarget: null, normalP99S: 0 }
    expect(scoreTrial([], context.targetS)).toMatchObject(nobody)
  })
})
