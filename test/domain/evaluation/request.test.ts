import { describe, expect, test } from 'vitest'
import { day, minute, second } from '#domain/time.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import type { Clerk } from '../../support/clerk.ts'
import { Hall } from '../../support/hall.ts'
import { evaluationOf } from './raters.ts'

type Scene = { hall: Hall; clerk: Clerk; ticket: Ticket }

/** Li at counter 1 has served somebody for three minutes. */
function inService(): Scene {
  const hall = new Hall()
  const clerk = hall.open('c1')
  const ticket = hall.take('pay')
  clerk.serveNext()
  hall.pass(3 * minute)
  return { hall, clerk, ticket }
}

/** Every way a service that has begun can end, and whether the evaluator at the window asks. */
const endings: [how: string, end: (scene: Scene) => void, asksAtWindow: boolean][] = [
  ['is completed', ({ clerk }) => clerk.complete(), true],
  ['is completed and the next called', ({ clerk }) => clerk.completeAndCallNext(), true],
  ['goes on at another service', ({ clerk }) => clerk.transfer({ toServiceId: 'fault' }), true],
  [
    'goes on at another counter',
    ({ hall, clerk }) => {
      hall.open('c2')
      clerk.transfer({ toCounterId: 'c2' })
    },
    true,
  ],
  ['is cut off by a forced close', ({ hall }) => hall.forceClose('c1'), false],
  [
    'is called back from a hold by somebody else',
    ({ hall, clerk, ticket }) => {
      clerk.park()
      hall.open('c2').resume(ticket)
    },
    false,
  ],
  [
    'is given up by the customer on hold',
    ({ hall, clerk, ticket }) => {
      clerk.park()
      hall.cancel(ticket)
    },
    false,
  ],
  [
    'is missed when called back from a hold',
    ({ clerk, ticket }) => {
      clerk.park()
      clerk.resume(ticket)
      clerk.giveUp()
    },
    false,
  ],
  [
    'is transferred when called back from a hold',
    ({ clerk, ticket }) => {
      clerk.park()
      clerk.resume(ticket)
      clerk.transfer({ toServiceId: 'fault' })
    },
    true,
  ],
  [
    'is cut off when called back from a hold',
    ({ hall, clerk, ticket }) => {
      clerk.park()
      clerk.resume(ticket)
      hall.forceClose('c1')
    },
    false,
  ],
  [
    'is still on hold when the day ends',
    ({ hall, clerk }) => {
      clerk.park()
      clerk.signOut()
      hall.closeDay()
    },
    false,
  ],
]

describe('a service that has begun', () => {
  test.each(endings)('E6 and %s has exactly one evaluation', (_how, end, asksAtWindow) => {
    const scene = inService()
    end(scene)
    const { hall, ticket } = scene
    expect([...hall.day.evaluations.keys()]).toEqual([`${ticket.id}.1`])
    expect(hall.leg(ticket, 1)).toMatchObject({ staffId: 'li', counterId: 'c1' })
    expect(evaluationOf(hall, `${ticket.id}.1`)).toMatchObject({
      ...{ state: 'requested', ticketId: ticket.id, businessDay: '2026-03-02' },
      ...{ staffId: 'li', counterId: 'c1', serviceId: 'pay' },
      ...{ evaluatorCounterId: asksAtWindow ? 'c1' : null },
    })
  })

  test.each(endings)('E6 and %s is asked about in the very act', (_how, end) => {
    const scene = inService()
    const before = scene.hall.record.length
    end(scene)
    const { hall, ticket } = scene
    const requested = hall.events('evaluation.requested')
    const { endedAt } = hall.leg(ticket, 1)
    expect(requested.map((one) => one.at)).toEqual([endedAt])
    expect(requested[0]?.seq).toBeGreaterThan(before)
  })

  test('E6 each further leg has one of its own', () => {
    const { hall, clerk, ticket } = inService()
    clerk.transfer({ toServiceId: 'fault' })
    const meters = hall.open('c3')
    meters.serveNext()
    meters.transfer({ toServiceId: 'invoice' })
    clerk.serveNext()
    clerk.complete()
    const legs = [...hall.day.evaluations.values()]
    expect(legs.map((one) => [one.legId, one.staffId, one.serviceId])).toEqual([
      [`${ticket.id}.1`, 'li', 'pay'],
      [`${ticket.id}.2`, 'zhao', 'fault'],
      [`${ticket.id}.3`, 'li', 'invoice'],
    ])
  })
})

/** Every way a leg can end whose service never began. */
const unserved: [how: string, end: (scene: Scene) => void][] = [
  ['is missed', ({ clerk }) => clerk.giveUp(clerk.callNext())],
  ['is cancelled', ({ hall, ticket }) => hall.cancel(ticket)],
  [
    'is sent on before it began',
    ({ clerk }) => {
      clerk.callNext()
      clerk.transfer({ toServiceId: 'fault' })
    },
  ],
  [
    'is called when its counter is closed by force',
    ({ hall, clerk }) => {
      clerk.callNext()
      hall.forceClose('c1')
    },
  ],
  [
    'waits when the day ends',
    ({ hall, clerk }) => {
      clerk.close()
      hall.closeDay()
    },
  ],
]

test.each(unserved)('E1 a number that %s has nothing to rate', (_how, end) => {
  const hall = new Hall()
  const scene = { hall, clerk: hall.open('c1'), ticket: hall.take('pay') }
  end(scene)
  expect(hall.day.evaluations.size).toBe(0)
})

describe('the permission to rate', () => {
  test('E3 names a secret that only its evaluator and the holder of the ticket are given', () => {
    const { hall, clerk, ticket } = inService()
    clerk.complete()
    const evaluation = evaluationOf(hall, `${ticket.id}.1`)
    expect(evaluation.secretHash).toBe(`sealed evaluation ${ticket.id}.1`)
  })

  test('E8 is asked for a minute at the window, and open for three days on the phone', () => {
    const { hall, clerk, ticket } = inService()
    clerk.complete()
    const { requestedAt, promptUntil, expiresAt } = evaluationOf(hall, `${ticket.id}.1`)
    expect(requestedAt).toBe(hall.now)
    expect(promptUntil).toBe(hall.now + 60 * second)
    expect(expiresAt).toBe(hall.now + 3 * day)
  })

  test('E8 both times are settings of the hall', () => {
    const { hall, clerk, ticket } = inService()
    hall.set('ratingPromptS', 30)
    hall.set('ratingRemoteDays', 1)
    clerk.complete()
    const { promptUntil, expiresAt } = evaluationOf(hall, `${ticket.id}.1`)
    expect([promptUntil, expiresAt]).toEqual([hall.now + 30 * second, hall.now + day])
  })

  test('E2 copies who, where and what from the leg; what changes later changes nothing', () => {
    const { hall, clerk, ticket } = inService()
    clerk.correctService('invoice')
    clerk.transfer({ toServiceId: 'fault' })
    const rated = structuredClone(evaluationOf(hall, `${ticket.id}.1`))
    expect(rated).toMatchObject({ serviceId: 'invoice', staffId: 'li', counterId: 'c1' })
    const meters = hall.open('c3')
    meters.serveNext()
    meters.complete()
    hall.change('staff', 'li', { staffNo: '9999' })
    hall.change('counter', 'c1', { no: '9' })
    hall.at('c1', 'wang')
    expect(evaluationOf(hall, `${ticket.id}.1`)).toEqual(rated)
  })

  test('E2 is about the person who served, not about the one who takes over the counter', () => {
    const { hall, clerk, ticket } = inService()
    clerk.complete()
    clerk.signOut()
    hall.open('c1', 'wang')
    expect(evaluationOf(hall, `${ticket.id}.1`).staffId).toBe('li')
  })
})
