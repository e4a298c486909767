import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Forecast } from '#domain/queue/ticket.ts'
import { usualHandlingMs } from '#domain/queue/usual.ts'
import { estimateWait, newcomer, peopleAhead } from '#domain/queue/wait-estimate.ts'
import { minute, second } from '#domain/time.ts'
import type { Clerk } from '../../support/clerk.ts'
import { found, Hall } from '../../support/hall.ts'
import { seed } from '../seed.ts'

const estimate = (hall: Hall, serviceId = 'pay'): Forecast | null =>
  estimateWait(hall.day, newcomer(serviceId, hall.now), hall.now)

const median = (hall: Hall, serviceId = 'pay'): number =>
  found(estimate(hall, serviceId) ?? undefined, `estimate of ${serviceId}`).medianS

/** Serves one customer of a service who takes so long. */
function serve(hall: Hall, clerk: Clerk, serviceId: string, ms: number): void {
  clerk.walkIn(serviceId)
  hall.pass(ms)
  clerk.complete()
}

describe('the estimate of a wait', () => {
  test('Q24 there is none while no counter is open for the service', () => {
    const hall = new Hall()
    expect(estimate(hall)).toBeNull()
    const clerk = hall.open('c3')
    expect(estimate(hall)).toBeNull()
    expect(estimate(hall, 'fault')).not.toBeNull()
    clerk.pause()
    expect(estimate(hall, 'fault')).toBeNull()
    clerk.goOn()
    clerk.close()
    expect(estimate(hall, 'fault')).toBeNull()
  })

  test('Q24 there is none where the only person there may not handle it', () => {
    const hall = new Hall()
    hall.change('staff', 'li', { serviceIds: ['invoice'] })
    hall.open('c1')
    expect(estimate(hall, 'pay')).toBeNull()
    expect(estimate(hall, 'invoice')).not.toBeNull()
  })

  test('Q25 it is zero when nobody is before and a counter is free', () => {
    const hall = new Hall()
    hall.open('c1')
    expect(estimate(hall)).toEqual({ ahead: 0, medianS: 0, lowS: 0, highS: 0 })
  })

  test('Q25 it is not zero as soon as one waits', () => {
    const hall = new Hall()
    hall.open('c1')
    hall.take('pay')
    expect(estimate(hall)).toEqual({ ahead: 1, medianS: 300, lowS: 210, highS: 465 })
  })

  test('Q25 it is not zero while the only counter serves, however long that takes', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    hall.take('pay')
    clerk.callNext()
    expect(median(hall)).toBe(300)
    clerk.start()
    expect(median(hall)).toBe(300)
    hall.pass(2 * minute)
    expect(median(hall)).toBe(180)
    hall.pass(2 * minute)
    expect(median(hall)).toBe(75)
    hall.pass(60 * minute)
    expect(median(hall)).toBe(75)
  })

  test('Q26 the work before is shared by the counters that are open for it', () => {
    const hall = new Hall()
    hall.open('c1')
    for (const _ of [1, 2, 3, 4]) hall.take('pay')
    expect(median(hall)).toBe(1200)
    hall.open('c2')
    expect(median(hall)).toBe(600)
  })

  test('Q26 other services weigh as much as the counters they share', () => {
    const hall = new Hall()
    hall.open('c1')
    hall.open('c2')
    hall.take('fault')
    // Only counter 2 handles meters: all of its 20 minutes fall to the two counters of bills.
    expect(median(hall)).toBe(600)
    hall.open('c3')
    expect(median(hall)).toBe(300)
  })

  test('Q26 those who come later are not before anybody', () => {
    const hall = new Hall()
    hall.open('c1')
    const first = hall.take('pay')
    const wait = estimateWait(hall.day, first, hall.now)
    for (const _ of [1, 2, 3]) hall.take('pay')
    expect(estimateWait(hall.day, first, hall.now)).toEqual(wait)
  })

  test('Q26 those sent to a counter are before whoever it may call', () => {
    const hall = new Hall()
    const one = hall.open('c1')
    hall.open('c2')
    hall.take('pay')
    one.callNext()
    one.transfer({ toCounterId: 'c2' })
    expect(median(hall)).toBe(150)
  })

  test('Q26 it grows with the people before, and never shrinks', () => {
    const services = fc.array(fc.constantFrom('pay', 'invoice', 'fault', 'install'), {
      maxLength: 30,
    })
    const open = fc.subarray(['c1', 'c2', 'c3'], { minLength: 1 })
    const known = fc.array(
      fc.tuple(fc.constantFrom('pay', 'fault'), fc.integer({ min: 1, max: 40 })),
    )
    fc.assert(
      fc.property(services, open, known, (taken, counters, handled) => {
        const hall = new Hall()
        const teacher = hall.open('c2')
        for (const [service, minutes] of handled) serve(hall, teacher, service, minutes * minute)
        hall.clock('2026-03-02', 9)
        teacher.close()
        for (const id of counters) hall.open(id)
        const target = counters.includes('c1') ? 'pay' : 'fault'
        let last = median(hall, target)
        expect(last).toBe(0)
        for (const service of taken) {
          hall.take(service)
          const now = median(hall, target)
          expect(now).toBeGreaterThanOrEqual(last)
          if (service === target) expect(now).toBeGreaterThan(last)
          last = now
        }
      }),
      { seed, numRuns: 60 },
    )
  })
})

describe('the estimate of one who was sent to a counter', () => {
  function sent() {
    const hall = new Hall()
    const one = hall.open('c1')
    const three = hall.open('c3')
    const ticket = hall.take('pay')
    one.serveNext()
    one.transfer({ toCounterId: 'c3' })
    return { hall, three, ticket }
  }

  test('Q26 is that of the counter', () => {
    const { hall, three, ticket } = sent()
    expect(estimateWait(hall.day, ticket, hall.now)?.medianS).toBe(0)
    three.walkIn('fault')
    expect(estimateWait(hall.day, ticket, hall.now)?.medianS).toBe(1200)
  })

  test('Q24 there is none while that counter is paused', () => {
    const { hall, three, ticket } = sent()
    three.pause()
    expect(estimateWait(hall.day, ticket, hall.now)).toBeNull()
  })
})

describe('people ahead', () => {
  test('Q28 are those of the same group of services', () => {
    const hall = new Hall()
    hall.take('pay')
    hall.take('invoice')
    hall.take('fault')
    expect(peopleAhead(hall.day, newcomer('pay', hall.now))).toBe(2)
    expect(peopleAhead(hall.day, newcomer('install', hall.now))).toBe(1)
    expect(peopleAhead(hall.day, newcomer('tea', hall.now))).toBe(0)
  })

  test('Q28 are counted also while no counter is open', () => {
    const hall = new Hall()
    const tickets = [hall.take('pay'), hall.take('invoice'), hall.take('pay')]
    expect(tickets.map((ticket) => peopleAhead(hall.day, ticket))).toEqual([0, 1, 2])
  })

  test('Q28 are fewer by one with every call', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    for (const _ of [1, 2]) hall.take('pay')
    const last = hall.take('pay')
    clerk.callNext()
    expect(peopleAhead(hall.day, last)).toBe(1)
    clerk.start()
    clerk.completeAndCallNext()
    expect(peopleAhead(hall.day, last)).toBe(0)
  })
})

describe('the usual handling time', () => {
  test('Q30 is the norm of the service while none is known', () => {
    const { day } = new Hall()
    expect(usualHandlingMs(day, 'pay')).toBe(5 * minute)
    expect(usualHandlingMs(day, 'fault')).toBe(20 * minute)
    expect(usualHandlingMs(day, 'tea')).toBe(10 * minute)
  })

  test('Q30 is the median of what was served, so one long case does not lean it', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    for (const minutes of [2, 3, 90]) serve(hall, clerk, 'pay', minutes * minute)
    expect(usualHandlingMs(hall.day, 'pay')).toBe(3 * minute)
    expect(usualHandlingMs(hall.day, 'invoice')).toBe(5 * minute)
  })

  test('Q30 looks at the latest 30', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    for (let done = 0; done < 30; done++) serve(hall, clerk, 'pay', 9 * minute)
    for (let done = 0; done < 16; done++) serve(hall, clerk, 'pay', minute)
    expect(hall.day.handling.get('pay')).toHaveLength(30)
    expect(usualHandlingMs(hall.day, 'pay')).toBe(minute)
  })

  test('Q30 counts a transferred service, not one that was never begun', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    clerk.walkIn('pay')
    hall.pass(2 * minute)
    clerk.transfer({ toServiceId: 'fault' })
    hall.take('pay')
    clerk.callNext()
    hall.pass(7 * minute)
    clerk.transfer({ toServiceId: 'invoice' })
    expect(hall.day.handling.get('pay')).toEqual([2 * minute])
  })

  test('Q30 is kept over the night', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    serve(hall, clerk, 'pay', 2 * minute)
    hall.clock('2026-03-03', 9)
    hall.rollOver()
    expect(usualHandlingMs(hall.day, 'pay')).toBe(2 * minute)
  })
})

test('Q25 less than half a second of work before somebody is no wait', () => {
  const hall = new Hall()
  const clerk = hall.open('c1')
  serve(hall, clerk, 'pay', second / 4)
  hall.take('pay')
  expect(median(hall)).toBe(0)
})
