import type { Language } from '../hall/setup.ts'
import type { KeptWhy } from './calling.ts'
import type { PriorityClass, PriorityReason } from './priority.ts'

/**
 * The states of a ticket (排队号). Later slices add `booked`, `wrapup` and `diverted`; a state is
 * never renamed, for it is public.
 */
export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'parked',
  'completed',
  'no_show',
  'cancelled',
  'expired',
] as const
export type TicketState = (typeof ticketStates)[number]

/** Nothing more happens to a ticket in one of these, but for a missed one within its grace. */
export const endStates = ['completed', 'no_show', 'cancelled', 'expired'] as const

/**
 * A ticket's life as a table: read it aloud to a hall manager. Live buttons, refusals and the
 * exhaustive test all come from it. `by` says who acts: the counter that holds the ticket, any
 * counter that may serve it, or the hall (manager, holder, business day).
 */
export const ticketSteps = {
  call: { from: ['waiting'], to: 'called', by: 'any-counter' },
  recall: { from: ['called'], to: 'called', by: 'its-counter' },
  start: { from: ['called'], to: 'serving', by: 'its-counter' },
  noShow: { from: ['called'], to: 'no_show', by: 'its-counter' },
  complete: { from: ['serving'], to: 'completed', by: 'its-counter' },
  /** The service is done, and the ticket goes on to the next of its services. */
  goOn: { from: ['serving'], to: 'waiting', by: 'its-counter' },
  park: { from: ['serving'], to: 'parked', by: 'its-counter' },
  resume: { from: ['parked'], to: 'called', by: 'any-counter' },
  transfer: { from: ['called', 'serving'], to: 'waiting', by: 'its-counter' },
  requeue: { from: ['no_show'], to: 'waiting', by: 'any-counter' },
  correctService: { from: ['called', 'serving'], to: 'same', by: 'its-counter' },
  note: { from: ['called', 'serving'], to: 'same', by: 'its-counter' },
  release: { from: ['called', 'serving'], to: 'waiting', by: 'hall' },
  cancel: { from: ['waiting', 'parked'], to: 'cancelled', by: 'hall' },
  expire: { from: ['waiting', 'parked'], to: 'expired', by: 'hall' },
} as const satisfies Record<
  string,
  {
    from: readonly TicketState[]
    to: TicketState | 'same'
    by: 'its-counter' | 'any-counter' | 'hall'
  }
>
export type TicketStep = keyof typeof ticketSteps

/** Whether the life table allows a step from a state. */
export function allows(step: TicketStep, state: TicketState): boolean {
  return (ticketSteps[step].from as readonly TicketState[]).includes(state)
}

/** How a ticket came to be. */
export const ticketChannels = ['kiosk', 'counter', 'program'] as const
export type TicketChannel = (typeof ticketChannels)[number]

/** The places a transferred ticket may take in its new line. */
export const transferPlaces = ['seniority', 'first', 'last'] as const
export type TransferPlace = (typeof transferPlaces)[number]

/** How an ended leg ended. The first three were served, so each has exactly one evaluation (E6). */
export const servedLegEnds = ['completed', 'transferred', 'closed'] as const
export const legEnds = [...servedLegEnds, 'withdrawn', 'no_show', 'cancelled', 'expired'] as const
export type LegEnd = (typeof legEnds)[number]

/** What came of the service; asked at every completion. */
export const outcomes = ['done', 'accepted', 'materials-missing', 'referred', 'other'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a ticket is put aside. */
export const parkReasons = [
  'fetching-papers',
  'filling-form',
  'approval',
  'system',
  'other',
] as const
export type ParkReason = (typeof parkReasons)[number]

/** Why a number is called out of order. Codes, not free words: nobody writes a person into the record. */
export const directCallReasons = [
  'priority',
  'returned',
  'promised',
  'mistake',
  'walk-in',
  'other',
] as const
export type DirectCallReason = (typeof directCallReasons)[number]

/** What was told at the moment of issue, in seconds; kept to be compared with what came true. */
export type Forecast = { ahead: number; medianS: number; lowS: number; highS: number }

/** A number and its life in the hall. Times are instants in ms; null where it has not happened. */
export type Ticket = {
  id: string
  businessDay: string
  /** The label a customer reads and hears: prefix and number. */
  ticketNo: string
  prefix: string
  number: number
  serviceId: string
  /** Services still to come after the present one, in order. */
  further: string[]
  priority: PriorityClass
  priorityReason: PriorityReason | null
  /** Booked time of an appointment. */
  bookedAt: number | null
  state: TicketState
  language: Language
  channel: TicketChannel
  issuedAt: number
  /** Place of the issue in the record: breaks ties, oldest first. */
  order: number
  tokenHash: string
  forecast: Forecast | null
  /** Order in the line: rank, then `lineAt`, then `order`. Rank 0 stands before all of rank 1. */
  rank: number
  lineAt: number
  /** Waits for this counter only (after a transfer to a counter). */
  forCounterId: string | null
  /** Who holds it while called, serving or parked. */
  counterId: string | null
  staffId: string | null
  /** The present leg, counted from 1. */
  leg: number
  queuedAt: number
  firstCalledAt: number | null
  lastCalledAt: number | null
  callCount: number
  startedAt: number | null
  parkedAt: number | null
  parkReason: ParkReason | null
  missedAt: number | null
  /** Calls of its letter when it was missed: the grace counts from here. */
  missedAtCall: number | null
  requeues: number
  endedAt: number | null
  outcome: Outcome | null
  version: number
}

/** One wait and one service of a ticket by one person at one counter: what a rating is about. */
export type Leg = {
  id: string
  ticketId: string
  businessDay: string
  leg: number
  serviceId: string
  counterId: string | null
  staffId: string | null
  queuedAt: number
  firstCalledAt: number | null
  lastCalledAt: number | null
  callCount: number
  startedAt: number | null
  /** Why it was called, of all who waited; null: not called yet, or called before reasons were kept. */
  why: KeptWhy | null
  /** What its holder was told last before the call. */
  told: Forecast | null
  /** Time put aside within the service, ms; it is no handling time. */
  parkedMs: number
  endedAt: number | null
  end: LegEnd | null
  outcome: Outcome | null
  /** The clock was doubted or ran backwards: left out of every measure. */
  suspect: boolean
  version: number
}

export function legIdOf(ticketId: string, leg: number): string {
  return `${ticketId}.${leg}`
}

/** Handling time of an ended, served leg in ms (`docs/api.md`, measures): without the time aside. */
export function handlingMs(leg: Leg): number | null {
  if (leg.startedAt === null || leg.endedAt === null) return null
  return Math.max(0, leg.endedAt - leg.startedAt - leg.parkedMs)
}
