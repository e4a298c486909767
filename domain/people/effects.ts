import type { Effects } from '../hall/evolve.ts'
import { counterOf, counterToChange } from '../hall/hall-day.ts'
import { accountEffects } from './account-effects.ts'
import type { PeopleEventData } from './events.ts'

export const peopleEffects: Effects<PeopleEventData> = {
  ...accountEffects,
  'staff.signed_in': (day, data, { at, seq }, touched) => {
    const { sessionId, staffId, counterId, deviceId, endsAt } = data
    const session = { id: sessionId, staffId, counterId, deviceId, startedAt: at, endsAt }
    day.sessions.set(sessionId, session)
    touched.sessionsStarted.add(session)
    const counter = touched.counter(counterToChange(day, counterId), seq)
    counter.sessionId = sessionId
    counter.staffId = staffId
  },
  'staff.signed_out': (day, { sessionId, because }, { at, seq }, touched) => {
    const session = day.sessions.get(sessionId)
    if (!session) return
    day.sessions.delete(sessionId)
    touched.sessionsEnded.set(sessionId, { endedAt: at, because })
    if (counterOf(day, session.counterId).sessionId !== sessionId) return
    const counter = touched.counter(counterToChange(day, session.counterId), seq)
    counter.sessionId = null
    // A ticket in hand stays with the person: the leg and its rating are theirs.
    if (counter.ticketId === null) counter.staffId = null
  },
  // The hash stands beside the record; the event says only that it was changed.
  'staff.pin_set': () => {},
  'staff.unlocked': () => {},
}
