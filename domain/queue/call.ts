import { accept, isRefused, refuse } from '../decision.ts'
import type { Decision, Refused } from '../decision.ts'
import { event } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { setting } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { atCounter } from '../people/at-counter.ts'
import { requestEvaluation } from '../evaluation/request.ts'
import { chooseNext, whyDirect } from './calling.ts'
import type { CounterDay } from './counter.ts'
import { heldTicket, legAtCounter, whyNotStep } from './held-ticket.ts'
import { mayServe } from './routing.ts'
import type { DirectCallReason, Ticket } from './ticket.ts'

export type TicketValue = { ticketId: string }

/** Why a counter cannot call anybody now; null: it can. */
export function whyNotCalling(counter: CounterDay): Refused | null {
  if (counter.state === 'closed') return refuse('counter-closed')
  if (counter.state === 'paused') return refuse('counter-paused')
  if (counter.ticketId !== null) return refuse('counter-busy', { ticketId: counter.ticketId })
  return null
}

/** Calls whom the published rule chooses (Q1, C2). */
export function callNext(
  day: HallDay,
  { counterId }: { counterId: string },
  moment: Moment,
): Decision<TicketValue> {
  const here = atCounter(day, moment, counterId)
  if (isRefused(here)) return here
  const not = whyNotCalling(here.counter)
  if (not) return not
  const call = chooseNext(day, counterId, moment.now)
  if (!call) return refuse('no-one-waiting')
  const { ticket, why } = call
  const at = legAtCounter(ticket, here)
  const told = moment.told?.(ticket.id) ?? null
  return accept(
    { ticketId: ticket.id },
    event('ticket.called', { ...at, direct: null, silent: false, why, told }),
  )
}

/** `counterId`: where it is called to; missing: to the counter of the sign-in. */
export type DirectCall = { ticketId: string; reason: DirectCallReason; counterId?: string }

/** Calls a waiting number out of order, with a reason that stays in the record. */
export function callByNumber(
  day: HallDay,
  { ticketId, reason, counterId }: DirectCall,
  moment: Moment,
): Decision<TicketValue> {
  const here = atCounter(day, moment, counterId)
  if (isRefused(here)) return here
  const ticket = day.tickets.get(ticketId)
  if (!ticket) return refuse('ticket-unknown')
  const not = whyNotStep(day, 'call', ticket) ?? whyNotCalling(here.counter)
  if (not) return not
  if (ticket.forCounterId !== here.counter.id && !mayServe(day, here.counter.id, ticket.serviceId))
    return refuse('ticket-not-served-here', { ticketNo: ticket.ticketNo })
  const at = legAtCounter(ticket, here)
  const why = whyDirect(day, here.counter.id, ticket, moment.now)
  const told = moment.told?.(ticketId) ?? null
  return accept(
    { ticketId },
    event('ticket.called', { ...at, direct: reason, silent: false, why, told }),
  )
}

/** The live ticket with a label; of two with the same one (a day ago and today) that of today. */
export function ticketByNo(day: HallDay, ticketNo: string): Ticket | undefined {
  let found: Ticket | undefined
  for (const ticket of day.tickets.values())
    if (ticket.ticketNo === ticketNo && (ticket.endedAt === null || ticket.state === 'no_show'))
      found = ticket
  return found
}

/** Calls the same number once more. The wait is over since the first call; its clock stays. */
export function recall(
  day: HallDay,
  { ticketId }: TicketValue,
  moment: Moment,
): Decision<TicketValue> {
  const held = heldTicket(day, 'recall', ticketId, moment)
  if (isRefused(held)) return held
  const callCount = held.ticket.callCount + 1
  return accept({ ticketId }, event('ticket.recalled', { ...held.at, callCount }))
}

/**
 * When a called number may be marked as missed (Q12): after the set number of calls, and the set
 * time after the first, longer where the ticket's phone page is open. `calls` are still to be made.
 */
export function noShowAllowed(
  day: HallDay,
  ticket: Ticket,
  phoneOpen: boolean,
): { calls: number; at: number } {
  const waitS = setting(day, phoneOpen ? 'noShowAfterWithPhoneS' : 'noShowAfterS')
  return {
    calls: Math.max(0, setting(day, 'callsBeforeNoShow') - ticket.callCount),
    at: (ticket.firstCalledAt ?? 0) + waitS * 1000,
  }
}

/** Marks a called number as missed; it may come back within its grace. */
export function markNoShow(
  day: HallDay,
  { ticketId, phoneOpen }: { ticketId: string; phoneOpen: boolean },
  moment: Moment,
): Decision<TicketValue> {
  const held = heldTicket(day, 'noShow', ticketId, moment)
  if (isRefused(held)) return held
  const allowed = noShowAllowed(day, held.ticket, phoneOpen)
  if (allowed.calls > 0 || moment.now < allowed.at) {
    const waitS = Math.max(0, Math.ceil((allowed.at - moment.now) / 1000))
    return refuse('no-show-too-early', { calls: allowed.calls, waitS })
  }
  return accept(
    { ticketId },
    event('ticket.missed', held.at),
    ...requestEvaluation(day, held.ticket, null, moment),
  )
}
