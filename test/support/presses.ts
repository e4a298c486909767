import type { CounterButton, CounterView } from '#contract/live.ts'
import type { RouteKey } from '#contract/routes.ts'
import type { Chance } from '../../bench/chance.ts'
import type { Knock } from './client.ts'

/** What a screen sends when a button is pressed. */
export type Press = { door: RouteKey; knock: Knock }

/** One of a list, or nothing where it is empty. */
export function oneOf<T>(chance: Chance, list: readonly T[]): T | undefined {
  return list[chance.between(0, list.length - 1)]
}

/**
 * The requests behind the buttons of a counter, as its screen would send them now. A button without
 * anything to press it on has none. `before`: a ticket that has ended, for the buttons of a ticket
 * in hand while there is none.
 */
export function pressesOf(
  view: CounterView,
  chance: Chance,
  before: string | null,
): Record<CounterButton, Press | undefined> {
  const pick = <T>(list: readonly T[]) => oneOf(chance, list)
  const counterId = view.counter.id
  const at = (verb: string, body?: object): Press => ({
    door: `POST /api/v1/counters/:counterId/${verb}` as RouteKey,
    knock: { params: { counterId }, body },
  })
  const on = (ticketId: string | null | undefined, verb: string, body?: object) =>
    ticketId ? onTicket(ticketId, verb, body) : undefined
  const hand = view.current?.id ?? before
  const waiting = pick(view.waiting)
  const here = pick(view.services.filter((service) => service.here))
  const serviceId = pick(view.services)?.id ?? ''
  const missed = pick(view.missed.filter(({ button }) => button.live))
  return {
    open: at('open'),
    close: at('close'),
    pause: at('pause', { reason: pick(view.choices.pauseReasons) }),
    resumeCounter: at('resume'),
    callNext: at('call-next'),
    signOut: at('sign-out'),
    walkIn: here && at('walk-in', { serviceId: here.id }),
    callByNumber: waiting && at('call', { ticketNo: waiting.ticketNo, reason: 'promised' }),
    recall: on(hand, 'recall'),
    start: on(hand, 'start'),
    noShow: on(hand, 'no-show'),
    complete: on(hand, 'complete', { outcome: pick(view.choices.outcomes) }),
    completeAndCallNext: hand ? at('complete-and-call-next', { ticketId: hand }) : undefined,
    park: on(hand, 'park', { reason: pick(view.choices.parkReasons) }),
    transfer: on(hand, 'transfer', transferBody(view, chance, serviceId)),
    correctService: on(hand, 'service', { serviceId }),
    note: on(hand, 'note', { text: '请带身份证' }),
    resumeTicket: on(pick(view.parked)?.id, 'resume'),
    requeue: on(missed?.id, 'requeue'),
  }
}

function onTicket(ticketId: string, verb: string, body?: object): Press {
  const door = `POST /api/v1/tickets/:ticketId/${verb}` as RouteKey
  return { door, knock: { params: { ticketId }, body } }
}

/** Sometimes to a counter where somebody is, else to a service; sometimes with a note. */
function transferBody(view: CounterView, chance: Chance, toServiceId: string): object {
  const open = view.counters.filter(({ state }) => state !== 'closed')
  const counter = chance.even() < 0.4 ? oneOf(chance, open) : undefined
  const place = oneOf(chance, view.choices.transferPlaces)
  const note = chance.even() < 0.3 ? { note: '已经交了材料' } : {}
  return { ...(counter ? { toCounterId: counter.id } : { toServiceId }), place, ...note }
}
