import { describe, expect, test } from 'vitest'
import { chooseNext } from '#domain/queue/calling.ts'
import { defaultRule } from '#domain/queue/choice/rule.ts'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import { minute } from '#domain/time.ts'
import { Hall } from '../../support/hall.ts'

/** The small hall under the rule that every hall starts with. */
function hallByIndex(): Hall {
  const hall = new Hall()
  hall.change('rule', 'first', null)
  return hall
}

const words = { zh: '规则', en: 'rule' }

function setRule(hall: Hall, id: string, from: number, rule: CallingRule): void {
  hall.change('rule', id, { id, name: words, from, rule })
}

describe('the rule of calling in force', () => {
  test('Q1 is the one every hall starts with where none is set', () => {
    const hall = hallByIndex()
    hall.take('pay')
    expect(chooseNext(hall.day, 'c1', hall.now)?.why).toMatchObject({
      ...{ rule: defaultRule.kind, ruleId: null },
    })
  })

  test('Q45 begins at its time, and the latest that has begun holds', () => {
    const hall = hallByIndex()
    setRule(hall, 'plain', hall.now, { kind: 'first-come' })
    setRule(hall, 'classes', hall.now + 10 * minute, { kind: 'strict', order: [2, 1, 0] })
    const normal = hall.take('pay')
    hall.pass(minute)
    const elder = hall.take('pay', { priorityReason: 'elderly' })
    const called = () => chooseNext(hall.day, 'c1', hall.now)?.ticket
    expect(called()).toBe(normal)
    hall.pass(9 * minute)
    expect(called()).toBe(elder)
  })

  test('Q45 one that makes no sense, or names a service that is not there, is refused', () => {
    const hall = hallByIndex()
    const set = (rule: CallingRule) => () => setRule(hall, 'odd', hall.now, rule)
    expect(hall.whyNot(set({ kind: 'strict', order: [0, 0, 1] }))).toBe('setup-invalid')
    expect(hall.lastRefusal?.details).toMatchObject({ field: 'order' })
    expect(hall.whyNot(set({ kind: 'pattern', turns: [{ serviceId: 'tea' }] }))).toBe(
      'setup-invalid',
    )
    expect(hall.lastRefusal?.details).toMatchObject({ field: 'serviceId' })
  })
})

describe('why somebody was called', () => {
  test('Q42 is recorded: the parts of the chosen one and of the next two', () => {
    const hall = hallByIndex()
    const clerk = hall.open('c2')
    const tickets = ['pay', 'fault', 'invoice', 'install'].map((service) => {
      hall.pass(minute)
      return hall.take(service)
    })
    const called = clerk.callNext()
    const why = hall.leg(called).why
    expect(why?.chosen).toMatchObject({ ticketNo: called.ticketNo, because: 'index', weight: 1 })
    expect(why?.others.map(({ ticketNo }) => ticketNo)).toHaveLength(2)
    const scores = [why?.chosen, ...(why?.others ?? [])].map((one) => one?.score ?? 0)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(tickets).toContain(called)
  })

  test('Q42 of a number called out of order names those the rule had before it', () => {
    const hall = hallByIndex()
    const clerk = hall.open('c1')
    const [first, second] = [hall.take('pay'), hall.take('invoice')]
    hall.pass(minute)
    const late = hall.take('pay')
    clerk.callByNumber(late)
    const why = hall.leg(late).why
    expect(why?.chosen.ticketNo).toBe(late.ticketNo)
    expect(why?.others.map(({ ticketNo }) => ticketNo)).toEqual([first.ticketNo, second.ticketNo])
    expect(why?.passed).toEqual(['pay|0', 'invoice|0'])
  })

  test('Q2 of somebody placed first says so', () => {
    const hall = hallByIndex()
    const clerk = hall.open('c2')
    hall.take('fault')
    const sent = clerk.serveNext()
    clerk.transfer({ toServiceId: 'pay', place: 'first' })
    hall.pass(minute)
    hall.take('pay', { priorityReason: 'disabled' })
    const call = chooseNext(hall.day, 'c2', hall.now)
    expect(call?.ticket).toBe(sent)
    expect(call?.why.chosen.because).toBe('placed-first')
    expect(call?.why.others).toHaveLength(1)
  })
})

describe('being passed', () => {
  /** Under the index, quick payments go before a meter fault that has waited a little longer. */
  function passing(passLimit: number) {
    const hall = hallByIndex()
    const rule: CallingRule = {
      ...{ kind: 'index', weights: [1, 1.5, 2], headStartS: 60, quick: 2 },
      ...{ ceiling: 100, passLimit },
    }
    setRule(hall, 'index', hall.now, rule)
    const clerk = hall.open('c2')
    const slow = hall.take('fault')
    const callOne = () => {
      hall.pass(minute)
      hall.take('pay')
      const called = clerk.serveNext()
      clerk.complete()
      return called
    }
    return { hall, slow, callOne }
  }

  test.each([1, 3])('Q43 happens no more than %i times, and then it is next', (limit) => {
    const { slow, callOne } = passing(limit)
    for (let times = 0; times < limit; times++) expect(callOne()).not.toBe(slow)
    expect(callOne()).toBe(slow)
  })

  test('Q43 does not count calls at counters that could not have called it', () => {
    const { hall, slow } = passing(2)
    const other = hall.open('c1')
    for (let times = 0; times < 4; times++) {
      hall.pass(minute)
      hall.take('pay')
      other.serveNext()
      other.complete()
    }
    const passed = () => chooseNext(hall.day, 'c3', hall.now)?.why.chosen.passed
    expect(chooseNext(hall.day, 'c3', hall.now)?.ticket).toBe(slow)
    expect(passed()).toBe(0)
  })
})
