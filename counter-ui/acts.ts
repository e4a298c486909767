import type { CounterView } from '#contract/live.ts'
import type { RouteKey } from '#contract/routes.ts'
import { call, knock, type CallInput } from '#ui-kit/call.ts'
import type { Credential } from '#ui-kit/credential.ts'

type Choices = CounterView['choices']
export type Outcome = Choices['outcomes'][number]
export type ParkReason = Choices['parkReasons'][number]
export type PauseReason = Choices['pauseReasons'][number]
export type DirectCallReason = Choices['directCallReasons'][number]
export type TransferPlace = Choices['transferPlaces'][number]

/** Where a ticket may be sent: a service's line or one counter. */
export type Target = { toServiceId: string } | { toCounterId: string }

/** Everything staff do at this screen, in words of the buttons; each has its door below. */
export type Act =
  | { do: 'open' | 'close' | 'resumeCounter' | 'callNext' | 'signOut' }
  | { do: 'pause'; reason: PauseReason }
  | { do: 'callByNumber'; ticketNo: string; reason: DirectCallReason }
  | { do: 'walkIn'; serviceId: string }
  | { do: 'recall' | 'start' | 'noShow' }
  | { do: 'complete'; outcome: Outcome; completedAt?: number }
  | { do: 'completeAndCallNext'; outcome: Outcome }
  | { do: 'park'; reason: ParkReason }
  | { do: 'transfer'; target: Target; place: TransferPlace; note: string }
  | { do: 'correctService'; serviceId: string }
  | { do: 'note'; text: string }
  | { do: 'resumeTicket' | 'requeue'; ticketId: string }
export type ActName = Act['do']
type ActOf<N extends ActName> = Act & { do: N }

/** The counter of this screen and the ticket in hand, as parts of an address. */
export type Place = { counter: { counterId: string }; ticket: { ticketId: string } }

/** An act on its way: the door and what is said there. */
export type Order = { [K in RouteKey]: { door: K; input: CallInput<K> } }[RouteKey]

const to = <K extends RouteKey>(door: K, input: CallInput<K>): Order => ({ door, input }) as Order

/** Which door each act knocks at, and what it says there. */
const doors: { [N in ActName]: (at: Place, act: ActOf<N>) => Order } = {
  open: (at) => to('POST /api/v1/counters/:counterId/open', { params: at.counter }),
  close: (at) => to('POST /api/v1/counters/:counterId/close', { params: at.counter }),
  pause: (at, { reason }) =>
    to('POST /api/v1/counters/:counterId/pause', { params: at.counter, body: { reason } }),
  resumeCounter: (at) => to('POST /api/v1/counters/:counterId/resume', { params: at.counter }),
  callNext: (at) => to('POST /api/v1/counters/:counterId/call-next', { params: at.counter }),
  callByNumber: (at, { ticketNo, reason }) =>
    to('POST /api/v1/counters/:counterId/call', {
      params: at.counter,
      body: { ticketNo, reason },
    }),
  walkIn: (at, { serviceId }) =>
    to('POST /api/v1/counters/:counterId/walk-in', { params: at.counter, body: { serviceId } }),
  signOut: (at) => to('POST /api/v1/counters/:counterId/sign-out', { params: at.counter }),
  recall: (at) => to('POST /api/v1/tickets/:ticketId/recall', { params: at.ticket }),
  start: (at) => to('POST /api/v1/tickets/:ticketId/start', { params: at.ticket }),
  noShow: (at) => to('POST /api/v1/tickets/:ticketId/no-show', { params: at.ticket }),
  complete: (at, { outcome, completedAt }) =>
    to('POST /api/v1/tickets/:ticketId/complete', {
      params: at.ticket,
      body: { outcome, ...(completedAt === undefined ? {} : { completedAt }) },
    }),
  completeAndCallNext: (at, { outcome }) =>
    to('POST /api/v1/counters/:counterId/complete-and-call-next', {
      params: at.counter,
      body: { ...at.ticket, outcome },
    }),
  park: (at, { reason }) =>
    to('POST /api/v1/tickets/:ticketId/park', { params: at.ticket, body: { reason } }),
  transfer: (at, { target, place, note }) =>
    to('POST /api/v1/tickets/:ticketId/transfer', {
      params: at.ticket,
      body: { ...target, place, ...(note ? { note } : {}) },
    }),
  correctService: (at, { serviceId }) =>
    to('POST /api/v1/tickets/:ticketId/service', { params: at.ticket, body: { serviceId } }),
  note: (at, { text }) =>
    to('POST /api/v1/tickets/:ticketId/note', { params: at.ticket, body: { text } }),
  resumeTicket: (_, { ticketId }) =>
    to('POST /api/v1/tickets/:ticketId/resume', { params: { ticketId } }),
  requeue: (_, { ticketId }) =>
    to('POST /api/v1/tickets/:ticketId/requeue', { params: { ticketId } }),
}

/** The order that an act means at this counter. */
export function orderOf(at: Place, act: Act): Order {
  return (doors[act.do] as (at: Place, act: Act) => Order)(at, act)
}

/** Carries an order out, now or not at all. */
export function carryOut(credential: Credential, { door, input }: Order) {
  return knock(credential, door, input)
}

/** Signing in is no act of a counter: it makes the session that all acts need. */
export function signIn(credential: Credential, counterId: string, staffNo: string, pin: string) {
  return call(credential, 'POST /api/v1/counters/:counterId/sign-in', {
    params: { counterId },
    body: { staffNo, pin },
  })
}
