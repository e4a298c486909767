import { accept, isRefused, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import { counterOf, setting } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { hour, minute } from '../time.ts'
import { rolesOf } from './account-effects.ts'
import { atCounter, counterNo } from './at-counter.ts'
import type { SessionEnd } from './events.ts'
import type { StaffSession } from './principal.ts'

export type SignInRequest = {
  sessionId: string
  staffId: string
  counterId: string
  deviceId: string
}

/**
 * A person takes a counter (C3). Whoever signs in a second time, in another browser or at another
 * counter, ends the first sign-in; a counter with somebody else's customer in hand cannot be taken.
 * The PIN was checked before, outside the rules.
 */
export function signIn(
  day: HallDay,
  request: SignInRequest,
  { now }: Moment,
): Decision<{ sessionId: string }> {
  const { sessionId, staffId, counterId, deviceId } = request
  if (!day.setup.staff.get(staffId)?.active) return refuse('staff-unknown')
  if (!day.setup.counters.has(counterId)) return refuse('counter-unknown')
  // They may have another work in this hall, and a PIN from before.
  if (!rolesOf(day, staffId).has('staff')) return refuse('not-allowed')
  const device = day.devices.get(deviceId)
  // It was given another counter while the PIN was checked.
  if (device && device.counterId !== counterId) return refuse('not-allowed')
  const counter = counterOf(day, counterId)
  if (counter.ticketId !== null && counter.staffId !== staffId)
    return refuse('counter-held', { staffName: nameOf(day, counter.staffId) })
  const elsewhere = [...day.counters.values()].find(
    (other) => other.staffId === staffId && other.id !== counterId && other.ticketId !== null,
  )
  if (elsewhere) return refuse('staff-busy-elsewhere', { counterNo: counterNo(day, elsewhere.id) })
  const ended = [...day.sessions.values()].filter(
    (other) => other.staffId === staffId || other.counterId === counterId,
  )
  const endsAt = now + setting(day, 'staffSessionHours') * hour
  return accept(
    { sessionId },
    ...ended.flatMap((other) => endSession(day, other, 'replaced', counterId)),
    event('staff.signed_in', { sessionId, staffId, counterId, deviceId, endsAt }),
  )
}

/**
 * Ends a sign-in and closes the counter it leaves behind. One that is taken over (`keepOpen`), by
 * the same person or by another, goes on as it is.
 */
export function endSession(
  day: HallDay,
  session: StaffSession,
  because: SessionEnd,
  keepOpen?: string,
): HallEvent[] {
  const counter = counterOf(day, session.counterId)
  const leaves = session.counterId !== keepOpen && counter.ticketId === null
  const events = [event('staff.signed_out', { sessionId: session.id, because })]
  if (leaves && counter.state !== 'closed' && counter.sessionId === session.id)
    events.push(event('counter.closed', { counterId: counter.id, reason: because }))
  return events
}

/** A person leaves the counter; not with a customer in hand. */
export function signOut(day: HallDay, moment: Moment): Decision<{ sessionId: string }> {
  const here = atCounter(day, moment)
  if (isRefused(here)) return here
  const { counter, sessionId } = here
  if (counter.ticketId !== null) return refuse('counter-busy', { ticketId: counter.ticketId })
  const session = day.sessions.get(sessionId)
  if (!session) return refuse('session-ended')
  return accept({ sessionId }, ...endSession(day, session, 'signed-out'))
}

/**
 * Sign-ins whose shift is over, and those at which nobody has acted for long (C18): the hall's own
 * clock ends them. `lastActOf` is known outside the rules.
 */
export function endOverdueSessions(
  day: HallDay,
  now: number,
  lastActOf: (session: StaffSession) => number,
): HallEvent[] {
  const idleMs = setting(day, 'staffIdleMinutes') * minute
  return [...day.sessions.values()].flatMap((session) => {
    if (session.endsAt <= now) return endSession(day, session, 'shift-over')
    return lastActOf(session) + idleMs <= now ? endSession(day, session, 'idle') : []
  })
}

/** With the cut-over end the sign-ins at counters that serve nobody; the others go on (D3). */
export function endDaySessions(day: HallDay): HallEvent[] {
  return [...day.sessions.values()]
    .filter(({ counterId }) => {
      const { state, ticketId } = counterOf(day, counterId)
      return state === 'closed' && ticketId === null
    })
    .flatMap((session) => endSession(day, session, 'shift-over'))
}

function nameOf(day: HallDay, staffId: string | null): string {
  return day.setup.staff.get(staffId ?? '')?.name.zh ?? ''
}
