import { describe, expect, test } from 'vitest'
import { allows, handlingMs, ticketStates, ticketSteps } from '#domain/queue/ticket.ts'
import type { Ticket, TicketState, TicketStep } from '#domain/queue/ticket.ts'
import { minute } from '#domain/time.ts'
import type { Clerk } from '../../support/clerk.ts'
import { Hall } from '../../support/hall.ts'

type Scene = { hall: Hall; clerk: Clerk; ticket: Ticket }

/** The life of a ticket, written a second time: what it may do in each state, and what becomes of it. */
const life: Record<TicketState, Partial<Record<TicketStep, TicketState>>> = {
  waiting: { call: 'called', cancel: 'cancelled', expire: 'expired' },
  called: {
    recall: 'called',
    start: 'serving',
    noShow: 'no_show',
    transfer: 'waiting',
    correctService: 'called',
    note: 'called',
    release: 'waiting',
  },
  serving: {
    complete: 'completed',
    goOn: 'waiting',
    park: 'parked',
    transfer: 'waiting',
    correctService: 'serving',
    note: 'serving',
    release: 'waiting',
  },
  parked: { resume: 'called', cancel: 'cancelled', expire: 'expired' },
  completed: {},
  no_show: { requeue: 'waiting' },
  cancelled: {},
  expired: {},
}

/** How a ticket at counter 2 gets into each state, everything else being ready for its next step. */
const into: Record<TicketState, (scene: Scene) => void> = {
  waiting: () => {},
  called: ({ hall, clerk }) => {
    clerk.callNext()
    clerk.recall()
    hall.pass(2 * minute)
  },
  serving: ({ clerk }) => clerk.serveNext(),
  parked: ({ clerk }) => {
    clerk.serveNext()
    clerk.park()
  },
  completed: ({ clerk, ticket }) => {
    while (ticket.state !== 'completed') {
      clerk.serveNext()
      clerk.complete()
    }
  },
  no_show: ({ clerk }) => {
    clerk.callNext()
    clerk.giveUp()
  },
  cancelled: ({ hall, ticket }) => hall.cancel(ticket),
  expired: ({ hall, clerk }) => {
    clerk.close()
    hall.closeDay()
  },
}

/** Each step as the person or the hall takes it. */
const take: Record<TicketStep, (scene: Scene) => void> = {
  call: ({ clerk, ticket }) => clerk.callByNumber(ticket),
  recall: ({ clerk, ticket }) => clerk.recall(ticket),
  start: ({ clerk, ticket }) => clerk.start(ticket),
  noShow: ({ clerk, ticket }) => clerk.markNoShow(ticket),
  complete: ({ clerk, ticket }) => clerk.complete(ticket),
  goOn: ({ clerk, ticket }) => clerk.complete(ticket),
  park: ({ clerk, ticket }) => clerk.park('approval', ticket),
  resume: ({ clerk, ticket }) => clerk.resume(ticket),
  transfer: ({ clerk, ticket }) => clerk.transfer({ toServiceId: 'fault' }, ticket),
  requeue: ({ clerk, ticket }) => clerk.requeue(ticket),
  correctService: ({ clerk, ticket }) => clerk.correctService('invoice', ticket),
  note: ({ clerk, ticket }) => clerk.note('hash of a note', ticket),
  cancel: ({ hall, ticket }) => hall.cancel(ticket),
  release: ({ hall }) => hall.forceClose('c2'),
  expire: ({ hall, clerk }) => {
    if (clerk.counter.state === 'idle') clerk.close()
    if (hall.day.dayOpen) hall.closeDay()
  },
}

const steps = Object.keys(ticketSteps) as TicketStep[]
/** Steps of the hall that pass over a ticket they do not concern. */
const ofTheHall: readonly TicketStep[] = ['release', 'expire']

/** `step`: the one that is tried then; to go on takes a further service. */
function sceneIn(state: TicketState, step: TicketStep): Scene {
  const hall = new Hall()
  const clerk = hall.open('c2')
  const further = step === 'goOn' ? { furtherServiceIds: ['invoice'] } : {}
  const scene = { hall, clerk, ticket: hall.take('pay', further) }
  into[state](scene)
  expect(scene.ticket.state).toBe(state)
  return scene
}

const cells = ticketStates.flatMap((state) => steps.map((step) => ({ state, step })))

describe('the life of a ticket', () => {
  test.each(cells)('Q3 a ticket that is $state and the step $step', ({ state, step }) => {
    const scene = sceneIn(state, step)
    const next = life[state][step]
    if (next ?? ofTheHall.includes(step)) {
      take[step](scene)
      expect(scene.ticket.state).toBe(next ?? state)
      return
    }
    const held = scene.ticket.counterId !== null
    const byAnybody = ticketSteps[step].by === 'any-counter'
    expect(scene.hall.whyNot(() => take[step](scene))).toBe(
      held && byAnybody ? 'ticket-taken' : 'ticket-state',
    )
    expect(scene.hall.lastRefusal?.details).toEqual({
      ...{ ticketNo: 'A001', state, counterNo: held ? '2' : null },
    })
  })

  test.each(cells)('Q3 the table says the same of $state and $step', ({ state, step }) => {
    const next = life[state][step]
    expect(allows(step, state)).toBe(next !== undefined)
    const { to } = ticketSteps[step]
    if (next) expect(to === 'same' ? state : to).toBe(next)
  })

  const ofItsCounter = cells.filter(
    ({ state, step }) => ticketSteps[step].by === 'its-counter' && life[state][step],
  )

  test.each(ofItsCounter)(
    'Q7 only its own counter may $step a $state ticket',
    ({ state, step }) => {
      const scene = sceneIn(state, step)
      const other = { ...scene, clerk: scene.hall.open('c1') }
      expect(scene.hall.whyNot(() => take[step](other))).toBe('ticket-elsewhere')
      expect(scene.hall.lastRefusal?.details).toEqual({ ticketNo: 'A001', counterNo: '2' })
    },
  )

  test.each(steps.filter((step) => !ofTheHall.includes(step)))(
    'Q3 the step %s of a ticket that never was is refused',
    (step) => {
      const hall = new Hall()
      const ticket = { id: 'never issued' } as Ticket
      const clerk = hall.open('c1')
      expect(hall.whyNot(() => take[step]({ hall, clerk, ticket }))).toBe('ticket-unknown')
    },
  )

  const byStaff = steps.filter((step) => ticketSteps[step].by !== 'hall')

  test.each(byStaff)('C3 the step %s needs a live sign-in', (step) => {
    const [state] = ticketSteps[step].from
    const scene = sceneIn(state, step)
    scene.hall.forceClose('c2')
    expect(scene.hall.whyNot(() => take[step](scene))).toBe('session-ended')
  })
})

describe('handling time', () => {
  test('Q16 is from the start to the end, without the time aside', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.serveNext()
    hall.pass(4 * minute)
    clerk.park()
    hall.pass(30 * minute)
    clerk.resume(ticket)
    hall.pass(minute)
    clerk.start(ticket)
    hall.pass(2 * minute)
    clerk.complete(ticket)
    expect(handlingMs(hall.leg(ticket))).toBe(6 * minute)
    expect(hall.leg(ticket).parkedMs).toBe(31 * minute)
  })

  test('Q16 there is none before the end, and none without a start', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    clerk.callNext()
    expect(handlingMs(hall.leg(ticket))).toBeNull()
    clerk.start()
    hall.pass(minute)
    expect(handlingMs(hall.leg(ticket))).toBeNull()
    const left = hall.take('pay')
    hall.cancel(left)
    expect(handlingMs(hall.leg(left))).toBeNull()
  })

  test('Q31 a clock that ran backwards makes no negative time and marks the leg', () => {
    const hall = new Hall()
    const clerk = hall.open('c1')
    const ticket = hall.take('pay')
    hall.pass(20 * minute)
    clerk.serveNext()
    hall.pass(-10 * minute)
    clerk.complete()
    expect(handlingMs(hall.leg(ticket))).toBe(0)
    expect(hall.leg(ticket).suspect).toBe(true)
    expect(hall.day.handling.get('pay')).toBeUndefined()
  })
})
