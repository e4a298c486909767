import type { Language, Words } from '#domain/hall/setup.ts'
import type { TicketState } from '#domain/queue/ticket.ts'
import type { HallView, WaitView } from './hall-view.ts'

export type TicketView = {
  hall: HallView
  ticketNo: string
  state: TicketState
  serviceName: Words
  language: Language
  issuedAt: number
  ahead: number | null
  wait: WaitView | null
  /** Clock range of the call, instants in ms. */
  callFrom: number | null
  callUntil: number | null
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
