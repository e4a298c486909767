import fc from 'fast-check'
import { expect } from 'vitest'
import { endOverduePrompts } from '#domain/evaluation/rate.ts'
import type { RatingLevel } from '#domain/evaluation/rating.ts'
import { ruleInForce } from '#domain/queue/calling.ts'
import { defaultRule } from '#domain/queue/choice/rule.ts'
import type { CallingRule } from '#domain/queue/choice/rule.ts'
import { prioritise } from '#domain/queue/prioritise.ts'
import { priorityReasons } from '#domain/queue/priority.ts'
import { transferPlaces } from '#domain/queue/ticket.ts'
import type { TransferPlace } from '#domain/queue/ticket.ts'
import { addDays, minute, second } from '#domain/time.ts'
import { evaluatorAt, phoneOf } from '../evaluation/raters.ts'
import type { Person } from '../evaluation/raters.ts'
import { nextByHand } from './next-by-hand.ts'
import type { World } from './world.ts'

/** A drawn command: its kind, and two numbers that it picks people and things by. */
export type Step = { kind: Kind; a: number; b: number }

const services = ['pay', 'invoice', 'fault', 'install'] as const
/** The plainest rule, mostly: under it the next one can be told by hand. */
const rules: readonly CallingRule[] = [
  { kind: 'first-come' },
  { kind: 'first-come' },
  defaultRule,
  { kind: 'strict', order: [2, 1, 0] },
  { kind: 'ratio', shares: [2, 1, 1] },
]
const words = { zh: '规则', en: 'rule' }
const people = ['li', 'wang', 'zhao'] as const
const serviceAt = (pick: number) => services[pick % services.length] ?? 'pay'
const placeAt = (pick: number): TransferPlace => transferPlaces[pick % 3] ?? 'last'
const counterAt = (pick: number) => `c${(pick % 3) + 1}`

/** The evaluator that was to ask about a leg, mostly. */
function evaluatorOf({ hall }: World, legId: string, pick: number): Person {
  const asks = hall.day.evaluations.get(legId)?.evaluatorCounterId ?? counterAt(pick)
  return evaluatorAt(hall, pick % 10 > 0 ? asks : counterAt(pick))
}

type Act = (world: World, a: number, b: number) => void

const counters = {
  signIn: (world, a, b) => world.signIn(counterAt(a), b % 3 > 0 ? undefined : people[a % 2]),
  signOut: (world, a) => world.clerk(a, 'idle', 'paused').signOut(),
  open: (world, a) => world.clerk(a, 'closed').open(),
  pause: (world, a) => world.clerk(a, 'idle').pause(),
  goOn: (world, a) => world.clerk(a, 'paused').goOn(),
  close: (world, a) => world.clerk(a, 'idle', 'paused').close(),
  forceClose: ({ hall }, a) => hall.forceClose(counterAt(a)),
} satisfies Record<string, Act>

const tickets = {
  take: ({ hall }, a) => hall.take(serviceAt(a), { language: a % 5 === 0 ? 'en' : 'zh' }),
  takeTwice: ({ hall }, a) => {
    const { id, serviceId } = hall.take(serviceAt(a), { channel: 'program' })
    hall.take(serviceId, { ticketId: id })
  },
  callNext: (world, a) => {
    const clerk = world.clerk(a, 'idle')
    const { day, now } = world.hall
    const expected = nextByHand(day, clerk.counterId, now)
    const { rule } = ruleInForce(day, now)
    const called = clerk.callNext()
    if (rule.kind === 'first-come') expect(called.ticketNo).toBe(expected?.ticketNo)
  },
  callByNumber: (world, a, b) => world.clerk(a, 'idle').callByNumber(world.ticket(b, 'waiting')),
  takePreferred: ({ hall }, a, b) => {
    const priorityReason = priorityReasons[b % priorityReasons.length] ?? 'other'
    hall.take(serviceAt(a), { priorityReason })
  },
  takeBooked: ({ hall }, a, b) =>
    hall.take(serviceAt(a), { bookedAt: hall.now + ((b % 60) - 20) * minute }),
  takeSeveral: ({ hall }, a, b) =>
    hall.take(serviceAt(a), { furtherServiceIds: [serviceAt(b), serviceAt(a + b)] }),
  prioritise: (world, a, b) => {
    const { id: ticketId } = world.ticket(a, 'waiting')
    const priorityReason = b % 3 === 0 ? null : 'elderly'
    world.hall.run((day) => prioritise(day, { ticketId, priorityReason }))
  },
  changeRule: ({ hall }, a, b) => {
    const rule = rules[a % rules.length] ?? defaultRule
    hall.change('rule', 'first', { id: 'first', name: words, from: (b % 2) * hall.now, rule })
  },
  walkIn: (world, a, b) => world.clerk(a, 'idle').walkIn(serviceAt(b)),
  resume: (world, a, b) => world.clerk(a, 'idle').resume(world.ticket(b, 'parked')),
  requeue: (world, a, b) => world.clerk(a).requeue(world.ticket(b, 'no_show')),
  cancel: (world, a, b) => world.hall.cancel(world.ticket(a), b % 2 > 0 ? 'holder' : 'manager'),
} satisfies Record<string, Act>

/** What is done to the ticket in hand, by the state that makes it possible. */
const inHand = {
  recall: (world, a, b) => {
    const clerk = world.clerk(a, 'called')
    clerk.recall(world.inHand(clerk, b))
  },
  start: (world, a, b) => {
    const clerk = world.clerk(a, 'called')
    clerk.start(world.inHand(clerk, b))
  },
  markNoShow: (world, a, b) => {
    const clerk = world.clerk(a, 'called')
    clerk.markNoShow(world.inHand(clerk, b), b % 2 > 0)
  },
  giveUp: (world, a, b) => {
    const clerk = world.clerk(a, 'called')
    clerk.giveUp(world.inHand(clerk, b))
  },
  complete: (world, a, b) => {
    const clerk = world.clerk(a, 'serving')
    clerk.complete(world.inHand(clerk, b))
  },
  completeAndCallNext: (world, a, b) => {
    const clerk = world.clerk(a, 'serving')
    clerk.completeAndCallNext(world.inHand(clerk, b))
  },
  park: (world, a, b) => {
    const clerk = world.clerk(a, 'serving')
    clerk.park('other', world.inHand(clerk, b))
  },
  transfer: (world, a, b) => {
    const clerk = world.clerk(a, 'called', 'serving')
    const to = { toServiceId: serviceAt(b), place: placeAt(b) }
    clerk.transfer(to, world.inHand(clerk, b))
  },
  transferToCounter: (world, a, b) => {
    const clerk = world.clerk(a, 'called', 'serving')
    clerk.transfer({ toCounterId: counterAt(b), place: placeAt(a) }, world.inHand(clerk, b))
  },
  correctService: (world, a, b) => {
    const clerk = world.clerk(a, 'called', 'serving')
    clerk.correctService(serviceAt(b), world.inHand(clerk, b))
  },
  note: (world, a, b) => {
    const clerk = world.clerk(a, 'called', 'serving')
    clerk.note(`hash ${b}`, world.inHand(clerk, b))
  },
} satisfies Record<string, Act>

const evaluations = {
  rateAtWindow: (world, a, b) => {
    const attitude = ((a % 5) + 1) as RatingLevel
    const legId = world.leg(b)
    evaluatorOf(world, legId, a).rate(legId, { attitude, reasons: ['unclear', 'slow'] })
  },
  rateOnPhone: (world, a, b) => {
    const legId = world.leg(b)
    const evaluation = world.hall.day.evaluations.get(legId)
    const holder = world.hall.day.tickets.get(evaluation?.ticketId ?? '') ?? world.ticket(a)
    phoneOf(world.hall, holder).rate(legId, { efficiency: ((a % 5) + 1) as RatingLevel })
  },
  decline: (world, a, b) => evaluatorOf(world, world.leg(b), a).decline(world.leg(b)),
  timeOut: (world, a, b) => evaluatorOf(world, world.leg(b), a).timeOut(world.leg(b)),
  endOverdue: ({ hall }, a) => hall.add(...endOverduePrompts(hall.day, hall.now, () => a % 2 > 0)),
} satisfies Record<string, Act>

const theHall = {
  endShifts: ({ hall }) => hall.endShifts(),
  pass: ({ hall }, a) => hall.pass((a % 600) * second),
  passLong: ({ hall }, a) => hall.pass((a % 120) * minute),
  clockBack: ({ hall }, a) => hall.pass(-(a % 10) * minute),
  rollOver: ({ hall }, a) => {
    hall.clock(addDays(hall.day.businessDay ?? '', 1 + (a % 2)), a % 3 > 0 ? 9 : 4)
    hall.rollOver()
  },
  closeDay: ({ hall }) => hall.closeDay(),
  skills: ({ hall }, a, b) => {
    const serviceIds = b % 2 > 0 ? null : services.filter((_, at) => (b >> (at + 1)) % 2 === 0)
    hall.change('staff', people[a % 3] ?? 'li', { serviceIds })
  },
  limit: ({ hall }, a, b) =>
    hall.change('service', serviceAt(a), { dailyLimit: b % 3 > 0 ? null : 20 + (b % 20) }),
  grace: ({ hall }, a) => hall.set('graceMinutes', a % 60),
} satisfies Record<string, Act>

/** Everything that can happen in a hall. */
const acts = { ...counters, ...tickets, ...inHand, ...evaluations, ...theHall }

export type Kind = keyof typeof acts
export const kinds = Object.keys(acts) as Kind[]

/** What happens most in a hall is drawn most, what turns it over least. */
const often: Partial<Record<Kind, number>> = {
  ...{ take: 40, callNext: 30, start: 40, open: 10, complete: 10, park: 10, resume: 10 },
  ...{
    transfer: 8,
    transferToCounter: 8,
    giveUp: 8,
    markNoShow: 16,
    requeue: 8,
    rateAtWindow: 8,
    pass: 8,
  },
  ...{ rollOver: 1, closeDay: 1, forceClose: 2, signOut: 2, close: 2, passLong: 2, limit: 2 },
}

const kind = fc.oneof(
  ...kinds.map((one) => ({ arbitrary: fc.constant(one), weight: often[one] ?? 4 })),
)
// Without the usual leaning to small numbers, which would pick the same few people.
const pick = fc.noBias(fc.nat(9999))

/** A day in the life of a hall. */
export const someSteps = fc.array(fc.record<Step>({ kind, a: pick, b: pick }), {
  minLength: 30,
  maxLength: 120,
  size: 'max',
})

export function take(world: World, { kind: drawn, a, b }: Step): void {
  const act: Act = acts[drawn]
  world.try(drawn, () => act(world, a, b))
}
