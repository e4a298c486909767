import type { Language, Words } from '#domain/hall/setup.ts'
import type { Worse } from '#domain/queue/forecast/worse.ts'
import type { PriorityClass, PriorityReason } from '#domain/queue/priority.ts'
import type { TicketState } from '#domain/queue/ticket.ts'
import type { HallView, WaitView } from './hall-view.ts'

/** Why another number goes before: in words its holder may know, never who that other one is. */
export const goesBefore = [
  'waited-longer',
  'over-target',
  'passed-often',
  'preferred',
  'appointment',
  'quicker',
  'placed-first',
  'turn',
] as const
export type GoesBefore = (typeof goesBefore)[number]

export type TicketView = {
  hall: HallView
  ticketNo: string
  state: TicketState
  serviceName: Words
  language: Language
  issuedAt: number
  ahead: number | null
  /** Its own class and reason, for its holder alone; of a normal number null. */
  preference: { priority: PriorityClass; reason: PriorityReason | null } | null
  /** Booked time of an appointment. */
  bookedAt: number | null
  /** Who is called before it next, and why in one word; null: nobody, or it does not wait. */
  before: { ticketNo: string; because: GoesBefore } | null
  /** Services still to come on this number. */
  further: Words[]
  wait: WaitView | null
  /** Clock range of the call, instants in ms. */
  callFrom: number | null
  callUntil: number | null
  /** It takes so many minutes longer than first told, in steps of five, and why; null: it does not. */
  worse: Worse | null
  counterNo: string | null
  counterNos: string[]
  lastCalledAt: number | null
  /** How often it was called in this leg. */
  callCount: number
  /** Until when its owner should stand at the counter; earlier it cannot be marked as missed. */
  arriveBy: number | null
  missed: { graceUntil: number; mayReturn: boolean } | null
  materials: Words
  /** Legs that its holder may rate now. */
  ratable: { legId: string; grant: string; serviceName: Words }[]
}
