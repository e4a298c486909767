import fc from 'fast-check'
import type { RuleContext } from '#domain/queue/choice/choose.ts'
import type { CallingRule, IndexRule } from '#domain/queue/choice/rule.ts'
import type { TrialDay } from '#domain/queue/choice/trial.ts'
import type { Head } from '#domain/queue/site.ts'

export const services = ['pay', 'move', 'meter'] as const
const meansS = { pay: 200, move: 600, meter: 400 }

export const context: RuleContext = {
  targetS: (serviceId) => (serviceId === 'pay' ? 600 : 1200),
  meanS: (serviceId) => meansS[serviceId as keyof typeof meansS],
  meanAllS: 400,
}

export const head = (its: Partial<Head> = {}): Head => ({
  ...{ serviceId: 'pay', priority: 0, waitedS: 60, order: 1, passed: 0 },
  ...its,
})

const service = fc.constantFrom(...services)
const priority = fc.constantFrom(0, 1, 2)

/** Heads of different lines, each with a number of its own. */
export const someHeads: fc.Arbitrary<Head[]> = fc
  .uniqueArray(
    fc.record({
      serviceId: service,
      priority,
      waitedS: fc.integer({ min: 0, max: 5000 }),
      passed: fc.integer({ min: 0, max: 12 }),
    }),
    { minLength: 1, selector: (one) => `${one.serviceId}|${one.priority}` },
  )
  .map((heads) => heads.map((one, order) => ({ ...one, order })))

export const index: IndexRule = {
  ...{ kind: 'index', weights: [1, 1.5, 3], headStartS: 60, quick: 0.5, ceiling: 2, passLimit: 5 },
}

/** One of each kind, some with others inside. */
export const kinds: CallingRule[] = [
  index,
  { kind: 'first-come' },
  { kind: 'strict', order: [2, 1, 0] },
  { kind: 'ratio', shares: [3, 2, 1] },
  { kind: 'pattern', turns: [{ priority: 2 }, { serviceId: 'move' }, { priority: 0 }] },
  {
    kind: 'conditions',
    conditions: [{ serviceId: 'meter', priority: null, overMinutes: 10 }],
    otherwise: { kind: 'ratio', shares: [1, 1, 1] },
  },
]

/** A day of up to sixty customers at counters of all skills. */
export const someDay: fc.Arbitrary<TrialDay> = fc
  .record({
    visits: fc.array(
      fc.record({
        serviceId: service,
        priority,
        joinedS: fc.integer({ min: 0, max: 1800 }),
        tookS: fc.integer({ min: 1, max: 400 }),
        served: fc.boolean(),
        patienceS: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 60 },
    ),
    spells: fc.array(
      fc.record({
        counterId: fc.constantFrom('c1', 'c2', 'c3'),
        serviceIds: fc.subarray([...services], { minLength: 1 }),
        openS: fc.integer({ min: 0, max: 1200 }),
        lastsS: fc.integer({ min: 1, max: 2000 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ visits, spells }) => ({
    visits: visits
      .toSorted((a, b) => a.joinedS - b.joinedS)
      .map(({ patienceS, ...visit }, at) => ({
        ...{ ...visit, id: `v${at}` },
        leavesS: patienceS === null ? null : visit.joinedS + patienceS,
      })),
    spells: spells.map(({ lastsS, ...spell }) => ({ ...spell, closeS: spell.openS + lastsS })),
  }))
