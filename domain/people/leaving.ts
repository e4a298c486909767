import { accept, isRefused, refuse } from '../decision.ts'
import type { Decision } from '../decision.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { forceClose } from '../queue/counter-acts.ts'
import { endConsole } from './console-acts.ts'

/** The counters a person is signed in at, or has a customer in hand at. */
function countersOf(day: HallDay, staffId: string): string[] {
  const signedIn = [...day.sessions.values()]
    .filter((session) => session.staffId === staffId)
    .map(({ counterId }) => counterId)
  const inHand = [...day.counters.values()]
    .filter((counter) => counter.staffId === staffId && counter.ticketId !== null)
    .map(({ id }) => id)
  return [...new Set([...signedIn, ...inHand])]
}

/** Ends a person's work at counters at once: the customer in hand goes first in the line (C12). */
export function leaveCounters(
  day: HallDay,
  { staffId, reason }: { staffId: string; reason: string },
  moment: Moment,
): HallEvent[] {
  return countersOf(day, staffId).flatMap((counterId) => {
    const closed = forceClose(day, { counterId, reason }, moment)
    return isRefused(closed) ? [] : closed.events
  })
}

/** Ends whatever a person has open. Said twice it is the same: they have nothing open. */
export function signOutPerson(
  day: HallDay,
  request: { staffId: string; reason: string },
  moment: Moment,
): Decision {
  const { staffId } = request
  if (!day.setup.staff.has(staffId)) return refuse('not-found')
  return accept({}, ...leaveCounters(day, request, moment), ...endConsole(day, staffId, 'forced'))
}
