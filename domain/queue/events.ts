import type { Language } from '../hall/setup.ts'
import type { CallWhy } from './calling.ts'
import type { PauseReason } from './counter.ts'
import type { PriorityClass, PriorityReason } from './priority.ts'
import type {
  DirectCallReason,
  Forecast,
  Outcome,
  ParkReason,
  TicketChannel,
  TransferPlace,
} from './ticket.ts'

type AtCounter = { ticketId: string; legId: string; counterId: string; staffId: string }

/** What happens to tickets and counters (names and data: `docs/api.md`, event catalogue). */
export type QueueEventData = {
  'ticket.issued': {
    ticketId: string
    ticketNo: string
    prefix: string
    number: number
    serviceId: string
    language: Language
    channel: TicketChannel
    tokenHash: string
    forecast: Forecast | null
    /** Missing in records of before there were classes: 0, none, none, the time of issue, none. */
    priority?: PriorityClass
    priorityReason?: PriorityReason | null
    bookedAt?: number | null
    lineAt?: number
    further?: string[]
  }
  /** Somebody gets or loses a preference while they wait; the seniority stays. */
  'ticket.prioritised': {
    ticketId: string
    priority: PriorityClass
    priorityReason: PriorityReason | null
  }
  /**
   * `direct`: called out of order by its number, with the reason (C2). `silent`: the customer
   * stands at the counter already, so nothing is announced.
   */
  'ticket.called': AtCounter & {
    direct: DirectCallReason | null
    silent: boolean
    /** Why this one, and what its holder was told last; missing in older records. */
    why?: CallWhy | null
    told?: Forecast | null
  }
  'ticket.recalled': AtCounter & { callCount: number }
  'ticket.started': AtCounter
  'ticket.missed': AtCounter
  /** `doneAt`: when it was done, where the counter had no line and told it later. */
  'ticket.completed': AtCounter & { outcome: Outcome; doneAt: number }
  /** Done with one service of several: the number goes on to the next (`here`: at this counter). */
  'ticket.went_on': AtCounter & {
    outcome: Outcome
    doneAt: number
    toServiceId: string
    here: boolean
  }
  'ticket.parked': AtCounter & { reason: ParkReason }
  /** `sameLeg`: by the person and counter who put it aside; else the old leg is closed first. */
  'ticket.resumed': AtCounter & { sameLeg: boolean }
  'ticket.transferred': AtCounter & {
    toServiceId: string
    toCounterId: string | null
    place: TransferPlace
  }
  'ticket.requeued': { ticketId: string; byCounterId: string | null }
  /** Given back to the head of the line: a counter was closed by force. */
  'ticket.released': { ticketId: string; legId: string; reason: string }
  'ticket.cancelled': { ticketId: string; by: 'holder' | 'manager'; reason: string }
  'ticket.expired': { ticketId: string }
  'ticket.service_corrected': { ticketId: string; legId: string; serviceId: string }
  /** The words stand beside the record under this hash, for they may be personal (P3). */
  'ticket.noted': { ticketId: string; legId: string; noteHash: string }

  /** Somebody went to a self-service terminal in place of taking a number. */
  'customer.diverted': { diversionId: string; serviceId: string; terminalId: string }

  'counter.opened': { counterId: string; sessionId: string; staffId: string }
  'counter.paused': { counterId: string; reason: PauseReason }
  'counter.resumed': { counterId: string }
  'counter.closed': { counterId: string; reason: string }
}
