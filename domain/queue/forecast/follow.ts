import type { EventData, EventType, RecordedEvent } from '../../events.ts'
import type { SiteWatch } from './watch.ts'

/** What events do not say of a hall. */
export type Surroundings = {
  /** Seconds since midnight of a business day, in the hall's zone. */
  secondsOf: (businessDay: string, at: number) => number
  /** Services of a counter with this person there. */
  servicesAt: (counterId: string, staffId: string | null) => Iterable<string>
  /** How long before its time an appointment may be called, in seconds. */
  earlyS: number
}

/** An event as those who follow it see it: when it was, in seconds since its day's midnight. */
type Seen = { atS: number; secondsOf: (at: number) => number; around: Surroundings }

type Followed = Extract<EventType, `ticket.${string}` | `counter.${string}`>
type Steps = {
  [T in Followed]?: (watch: SiteWatch, data: EventData[T], seen: Seen) => void
}

/**
 * Lets the watch of a hall see one event of its record. What says nothing about waits is passed by;
 * so is what happened before the watch began, to numbers it never saw.
 */
export function follow(watch: SiteWatch, event: RecordedEvent, around: Surroundings): void {
  if (event.type === 'day.opened') {
    watch.nextDay()
    return
  }
  const { businessDay, at } = event
  const secondsOf = (instant: number) => around.secondsOf(businessDay, instant)
  const step = steps[event.type as Followed] as Step | undefined
  step?.(watch, event.data, { atS: secondsOf(at), secondsOf, around })
}
type Step = (watch: SiteWatch, data: unknown, seen: Seen) => void

const steps: Steps = {
  'ticket.issued': (watch, data, { atS, secondsOf, around }) => {
    const { ticketId, serviceId, priority = 0, lineAt, bookedAt = null } = data
    const isBooked = priority === 2 && bookedAt !== null
    watch.joined(atS, ticketId, {
      ...{ serviceId, priority },
      joinedS: lineAt === undefined ? atS : secondsOf(lineAt),
      fromS: isBooked ? secondsOf(bookedAt) - around.earlyS : 0,
    })
  },
  'ticket.prioritised': (watch, { ticketId, priority }) => watch.reclassed(ticketId, priority),
  'ticket.called': (watch, { ticketId, counterId }, { atS }) =>
    watch.called(atS, ticketId, counterId),
  'ticket.started': (watch, { ticketId }) => watch.came(ticketId),
  'ticket.missed': (watch, { ticketId }, { atS }) => watch.finished(atS, ticketId, false),
  'ticket.completed': (watch, { ticketId, doneAt }, { secondsOf }) =>
    watch.finished(secondsOf(doneAt), ticketId),
  'ticket.went_on': (watch, data, { atS, secondsOf }) => {
    const { ticketId, counterId, doneAt, toServiceId: serviceId, here } = data
    watch.finished(secondsOf(doneAt), ticketId)
    const forCounterId = here ? counterId : null
    watch.wentOn(atS, ticketId, { serviceId, forCounterId, place: here ? 'first' : 'seniority' })
  },
  'ticket.parked': (watch, { ticketId }, { atS }) => watch.putAside(atS, ticketId),
  'ticket.resumed': (watch, { ticketId, counterId }, { atS }) =>
    watch.tookUp(atS, ticketId, counterId),
  'ticket.transferred': (watch, data, { atS }) => {
    const { ticketId, toServiceId: serviceId, toCounterId: forCounterId, place } = data
    watch.sentAway(atS, ticketId)
    watch.wentOn(atS, ticketId, { serviceId, forCounterId, place })
  },
  'ticket.requeued': (watch, { ticketId }, { atS }) =>
    watch.wentOn(atS, ticketId, { place: 'same' }),
  'ticket.released': (watch, { ticketId }, { atS }) => {
    watch.givenBack(atS, ticketId)
    watch.wentOn(atS, ticketId, { place: 'first' })
  },
  'ticket.cancelled': (watch, { ticketId }, { atS }) => watch.left(atS, ticketId),
  'ticket.expired': (watch, { ticketId }, { atS }) => watch.left(atS, ticketId, false),
  'ticket.service_corrected': (watch, { ticketId, serviceId }) =>
    watch.corrected(ticketId, serviceId),
  'counter.opened': (watch, { counterId, staffId }, { atS, around }) =>
    watch.opened(atS, counterId, around.servicesAt(counterId, staffId)),
  'counter.resumed': (watch, { counterId }, { atS }) => watch.reopened(atS, counterId),
  'counter.paused': (watch, { counterId }, { atS }) => watch.closed(atS, counterId),
  'counter.closed': (watch, { counterId }, { atS }) => {
    watch.closed(atS, counterId)
    watch.sentOnFrom(counterId)
  },
}
