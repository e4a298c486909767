import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choose, ruleOf } from '#domain/queue/choice/choose.ts'
import { defaultRule } from '#domain/queue/choice/rule.ts'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import type { Head } from '#domain/queue/site.ts'
import { seed } from '../../seed.ts'
import { context, head, index, kinds, someHeads } from './some.ts'

const chosenBy = (rule: CallingRule, heads: readonly Head[], turn = 0) => {
  const choice = choose(rule, context, heads, turn)
  if (!choice) throw new Error('nobody was chosen')
  return choice
}
const someTurn = fc.integer({ min: 0, max: 500 })
const someRule = fc.constantFrom<CallingRule>(...kinds, defaultRule)

describe('every rule', () => {
  test('Q34 the same heads at the same turn give the same choice, in whatever order they are told', () => {
    const shuffled = someHeads.chain((heads) =>
      fc.shuffledSubarray(heads, { minLength: heads.length }).map((other) => ({ heads, other })),
    )
    fc.assert(
      fc.property(someRule, shuffled, someTurn, (rule, { heads, other }, turn) => {
        expect(chosenBy(rule, other, turn)).toEqual(chosenBy(rule, heads, turn))
      }),
      { seed },
    )
  })

  test('Q34 chooses one of the heads, and nobody where nobody waits', () => {
    fc.assert(
      fc.property(someRule, someHeads, someTurn, (rule, heads, turn) => {
        expect(heads).toContain(chosenBy(rule, heads, turn).head)
        expect(choose(rule, context, [], turn)).toBeNull()
      }),
      { seed },
    )
  })

  test('Q34 the form for simulations chooses the same one', () => {
    fc.assert(
      fc.property(someRule, someHeads, someTurn, (rule, heads, turn) => {
        expect(ruleOf(rule, context)(heads, turn)).toBe(chosenBy(rule, heads, turn).head)
      }),
      { seed },
    )
    expect(ruleOf(defaultRule, context)([], 0)).toBeNull()
  })

  test('Q39 tells what the chosen one weighed, and the next two in the order they would come', () => {
    fc.assert(
      fc.property(someRule, someHeads, someTurn, (rule, heads, turn) => {
        const { head: chosen, chosen: weighed, others } = chosenBy(rule, heads, turn)
        expect(weighed).toMatchObject(chosen)
        expect(weighed.targetS).toBe(context.targetS(chosen.serviceId, chosen.priority))
        expect(others.length).toBe(Math.min(2, heads.length - 1))
        const left = heads.filter((one) => one !== chosen)
        if (others[0]) expect(others[0]).toEqual(chosenBy(rule, left, turn).chosen)
      }),
      { seed },
    )
  })
})

describe('the rule a hall starts with', () => {
  test('Q36 weighs class, wait against target and quickness, and its parts make the score', () => {
    const { chosen } = chosenBy(index, [head({ priority: 1, waitedS: 240, serviceId: 'meter' })])
    expect(chosen).toMatchObject({ because: 'index', weight: 1.5, quick: 1, targetS: 1200 })
    expect(chosen.score).toBeCloseTo((1.5 * (240 + 60)) / 1200)
  })

  test.each([
    ['the one nearer to its target', { serviceId: 'move' }, { serviceId: 'pay' }],
    ['an appointment', { priority: 1 }, { priority: 2 }],
    ['one preferred by law', { priority: 0 }, { priority: 1 }],
    ['who has waited longer', { waitedS: 60 }, { waitedS: 61 }],
    ['of two quite alike the older number', { order: 9 }, { order: 3 }],
  ])('Q36 calls first %s', (_who, other, first) => {
    const [behind, before] = [head({ order: 7, ...other }), head({ order: 8, ...first })]
    expect(chosenBy(index, [behind, before]).head).toBe(before)
    expect(chosenBy(index, [before, behind]).head).toBe(before)
  })

  test('Q36 the quicker of two services goes first, all else alike', () => {
    const even = { ...context, targetS: () => 900 }
    const heads = [head({ serviceId: 'move', order: 0 }), head({ serviceId: 'pay', order: 1 })]
    expect(choose(index, even, heads, 0)?.head.serviceId).toBe('pay')
    expect(choose({ ...index, quick: 0 }, even, heads, 0)?.head.serviceId).toBe('move')
  })

  test('Q36 past the ceiling whoever waited most targets goes before all that are not', () => {
    fc.assert(
      fc.property(someHeads, (drawn) => {
        const heads = drawn.map((one) => ({ ...one, passed: 0 }))
        const over = ({ waitedS, serviceId, priority }: Head) =>
          waitedS / context.targetS(serviceId, priority)
        const isFar = (one: Head) =>
          one.waitedS > index.ceiling * context.targetS(one.serviceId, one.priority)
        const far = heads.filter(isFar)
        const { head: chosen, chosen: weighed } = chosenBy(index, heads)
        expect(weighed.because).toBe(far.length > 0 ? 'over-target' : 'index')
        if (far.length > 0) expect(over(chosen)).toBe(Math.max(...far.map(over)))
      }),
      { seed },
    )
  })

  test('Q37 who was passed as often as the limit says goes first, of several who waits longest', () => {
    fc.assert(
      fc.property(someHeads, (heads) => {
        const passed = heads.filter((one) => one.passed >= index.passLimit)
        const { head: chosen, chosen: weighed } = chosenBy(index, heads)
        expect(weighed.because === 'pass-limit').toBe(passed.length > 0)
        if (passed.length > 0)
          expect(chosen.waitedS).toBe(Math.max(...passed.map(({ waitedS }) => waitedS)))
      }),
      { seed },
    )
  })
})

describe('rules that may be set instead', () => {
  const everybody = [0, 1, 2].map((priority) =>
    head({ priority, order: priority, waitedS: 300 - priority }),
  )
  const classesCalled = (rule: CallingRule, heads: readonly Head[], turns: number) =>
    Array.from({ length: turns }, (_, turn) => chosenBy(rule, heads, turn).head.priority)

  test('Q38 first come, first served calls the longest wait', () => {
    fc.assert(
      fc.property(someHeads, (heads) => {
        const { head: chosen } = chosenBy({ kind: 'first-come' }, heads)
        expect(chosen.waitedS).toBe(Math.max(...heads.map(({ waitedS }) => waitedS)))
      }),
      { seed },
    )
  })

  test('Q38 strict priority calls the first class of its order that waits', () => {
    const rule: CallingRule = { kind: 'strict', order: [1, 2, 0] }
    expect(chosenBy(rule, everybody)).toMatchObject({
      head: { priority: 1 },
      chosen: { because: 'class' },
      others: [{ priority: 2 }, { priority: 0 }],
    })
  })

  test('Q38 a ratio calls each class as often as its share says, evenly mixed', () => {
    const round = [0, 1, 0, 2, 1, 0]
    const rule: CallingRule = { kind: 'ratio', shares: [3, 2, 1] }
    expect(classesCalled(rule, everybody, 12)).toEqual([...round, ...round])
  })

  test('Q38 a ratio passes over a class that is not there, and one without a share comes last', () => {
    const rule: CallingRule = { kind: 'ratio', shares: [1, 1, 0] }
    expect(classesCalled(rule, everybody.slice(1), 4)).toEqual([1, 1, 1, 1])
    expect(chosenBy(rule, everybody.slice(2)).chosen.because).toBe('first-come')
  })

  test('Q38 a pattern takes turns by class or service, then the longest wait', () => {
    const rule: CallingRule = {
      ...{ kind: 'pattern', turns: [{ priority: 2 }, { serviceId: 'meter' }] },
    }
    const heads = [head({ waitedS: 900 }), head({ priority: 2 }), head({ serviceId: 'meter' })]
    const called = [0, 1, 2].map((turn) => heads.indexOf(chosenBy(rule, heads, turn).head))
    expect(called).toEqual([1, 2, 1])
    expect(chosenBy(rule, heads.slice(0, 1)).chosen.because).toBe('first-come')
  })

  test('Q38 conditions call the longest wait of the first that is met, else by the other rule', () => {
    const rule: CallingRule = {
      kind: 'conditions',
      conditions: [
        { serviceId: 'meter', priority: null, overMinutes: 10 },
        { serviceId: null, priority: 2, overMinutes: 5 },
      ],
      otherwise: { kind: 'strict', order: [1, 0, 2] },
    }
    const meter = head({ serviceId: 'meter', waitedS: 601 })
    const booked = head({ priority: 2, waitedS: 700 })
    const preferred = head({ priority: 1 })
    const because = (heads: Head[]) => chosenBy(rule, heads).chosen.because
    expect(chosenBy(rule, [booked, preferred, meter]).head).toBe(meter)
    expect(chosenBy(rule, [booked, preferred]).head).toBe(booked)
    expect(because([booked, preferred])).toBe('condition')
    const early = [head({ serviceId: 'meter', waitedS: 600 }), preferred]
    expect(chosenBy(rule, early).head).toBe(preferred)
    expect(because(early)).toBe('class')
  })
})
