import type { Language, Words } from '#domain/hall/setup.ts'
import type { SessionEnd } from '#domain/people/events.ts'
import type { CallWhy } from '#domain/queue/calling.ts'
import type { CounterState, PauseReason } from '#domain/queue/counter.ts'
import type { PriorityClass, PriorityReason } from '#domain/queue/priority.ts'
import type {
  DirectCallReason,
  Outcome,
  ParkReason,
  TicketChannel,
  TicketState,
  TransferPlace,
} from '#domain/queue/ticket.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { HallView, WaitView } from './hall-view.ts'

/**
 * A button as the server sees it: live, or why not and (where it is a matter of time) from when.
 * `calls`: how many calls must be made before.
 */
export type ButtonView = {
  live: boolean
  code: RefusalCode | null
  liveAt: number | null
  calls: number
}

export const counterButtons = [
  'open',
  'close',
  'pause',
  'resumeCounter',
  'callNext',
  'callByNumber',
  'walkIn',
  'recall',
  'start',
  'noShow',
  'complete',
  'completeAndCallNext',
  'park',
  'transfer',
  'correctService',
  'note',
  'resumeTicket',
  'requeue',
  'signOut',
] as const
export type CounterButton = (typeof counterButtons)[number]

/** A waiting number in the list of a counter. Times are instants in ms; screens show durations. */
export type WaitingTicketView = {
  id: string
  ticketNo: string
  groupId: string
  serviceName: Words
  groupName: Words
  queuedAt: number
  priority: PriorityClass
  priorityReason: PriorityReason | null
  bookedAt: number | null
  /** Waits longer than the service's norm allows. From this instant on it does. */
  overAt: number
  /** Was sent to this very counter. */
  sentHere: boolean
  language: Language
}

export type CurrentTicketView = {
  id: string
  ticketNo: string
  state: TicketState
  serviceId: string
  serviceName: Words
  groupName: Words
  language: Language
  /** “1 号取号机”: how the number was taken. */
  channel: TicketChannel
  priority: PriorityClass
  priorityReason: PriorityReason | null
  bookedAt: number | null
  /** Names of the services that this number goes on to. */
  further: Words[]
  /** Why it was called; null: a walk-in. */
  why: CallWhy | null
  issuedAt: number
  /** Wait of this leg, ms: from queuing to its first call. */
  waitedMs: number
  /** The wait exceeded the norm: staff say sorry. */
  waitedTooLong: boolean
  firstCalledAt: number | null
  lastCalledAt: number | null
  callCount: number
  startedAt: number | null
  /** Time on hold that the service clock leaves out, ms. */
  parkedMs: number
  /** The service's norm, ms; the clock turns amber at `amberMs`. */
  normMs: number
  amberMs: number
  /** Median of the latest services of this kind, ms. */
  usualMs: number
  notes: { at: number; text: string }[]
}

export type CounterView = {
  hall: HallView
  counter: {
    id: string
    no: string
    label: Words
    state: CounterState
    since: number
    pauseReason: PauseReason | null
  }
  /** Who is signed in at this counter, whoever asks. Null: nobody. */
  staff: { id: string; name: Words; staffNo: string; post: Words } | null
  /** Whether the asking browser holds that sign-in. False with `staff` set: another one took over. */
  mine: boolean
  /** Why the asker's sign-in is no longer there, for the notice. */
  sessionEnded: SessionEnd | null
  current: CurrentTicketView | null
  next:
    | (WaitingTicketView & {
        reason: 'longest-wait' | 'sent-here' | 'placed-first'
        why: CallWhy
      })
    | null
  /** The first ones this counter would call, at most 60; `waitingTotal` counts all. */
  waiting: WaitingTicketView[]
  waitingTotal: number
  parked: {
    id: string
    ticketNo: string
    serviceName: Words
    parkedAt: number
    reason: ParkReason
    here: boolean
  }[]
  missed: {
    id: string
    ticketNo: string
    serviceName: Words
    missedAt: number
    graceUntil: number
    button: ButtonView
  }[]
  groups: { id: string; shortName: Words; waiting: number; wait: WaitView | null }[]
  /** Services and counters for transfer, walk-in and correction, with what waits there. */
  services: {
    id: string
    groupId: string
    name: Words
    icon: string
    waiting: number
    wait: WaitView | null
    here: boolean
  }[]
  counters: {
    id: string
    no: string
    state: CounterState
    staffName: Words | null
    label: Words
    waiting: number
  }[]
  buttons: Record<CounterButton, ButtonView>
  /** Is the customer who just left still being asked? Never what they answered (E7). */
  rating: { asking: boolean; until: number } | null
  evaluatorOnline: boolean
  today: {
    completed: number
    /** Mean handling time of this person today, ms; null: none yet. */
    handlingMs: number | null
    /** Of the whole hall, for nobody sees their own from fewer than five (E7); null: under five. */
    satisfiedPercent: number | null
    hallWaiting: number
  }
  choices: {
    outcomes: readonly Outcome[]
    parkReasons: readonly ParkReason[]
    pauseReasons: readonly PauseReason[]
    directCallReasons: readonly DirectCallReason[]
    transferPlaces: readonly TransferPlace[]
  }
}
