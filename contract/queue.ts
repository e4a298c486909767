import Type from 'typebox'
import type { Static } from 'typebox'
import { counterStates, pauseReasons } from '#domain/queue/counter.ts'
import { priorityClasses, priorityReasons } from '#domain/queue/priority.ts'
import {
  directCallReasons,
  outcomes,
  parkReasons,
  ticketChannels,
  ticketStates,
  transferPlaces,
} from '#domain/queue/ticket.ts'
import { Id, Instant, IsoDate, LanguageCode, Uuid, oneOf, orNull, strict } from './shapes.ts'

/** Minutes a customer would still wait; `over`: more than an hour. */
export const WaitShape = strict({
  fromMinutes: Type.Integer(),
  untilMinutes: Type.Integer(),
  over: Type.Boolean(),
})

/** A ticket as programs and staff screens see it: no personal data, no secret. */
export const TicketShape = strict({
  id: Type.String(),
  ticketNo: Type.String(),
  businessDay: IsoDate,
  serviceId: Type.String(),
  state: oneOf(ticketStates),
  language: LanguageCode,
  channel: oneOf(ticketChannels),
  issuedAt: Instant,
  leg: Type.Integer(),
  legId: Type.String(),
  queuedAt: Instant,
  firstCalledAt: orNull(Instant),
  lastCalledAt: orNull(Instant),
  callCount: Type.Integer(),
  startedAt: orNull(Instant),
  endedAt: orNull(Instant),
  counterId: orNull(Type.String()),
  counterNo: orNull(Type.String()),
  staffId: orNull(Type.String()),
  forCounterId: orNull(Type.String()),
  priority: oneOf(priorityClasses),
  priorityReason: orNull(oneOf(priorityReasons)),
  bookedAt: orNull(Instant),
  furtherServiceIds: Type.Array(Type.String()),
  requeues: Type.Integer(),
  outcome: orNull(oneOf(outcomes)),
  /** People of the same group of services before it; null once it was called. */
  ahead: orNull(Type.Integer()),
  wait: orNull(WaitShape),
  version: Type.Integer(),
})
export type TicketReply = Static<typeof TicketShape>

export const TicketReplyShape = strict({ ticket: TicketShape })

/** What the taker of a number gets, once: the token opens this ticket's page and nothing else. */
export const IssuedShape = strict({
  ticket: TicketShape,
  token: Type.String(),
  /** Address of the ticket's page, with the token behind #: it never reaches a log. */
  pageUrl: Type.String(),
})

export const IssueBody = strict({
  /** Made where the customer taps; a retry with it is the same ticket. Missing: the server makes one. */
  id: Type.Optional(Uuid),
  serviceId: Id,
  language: Type.Optional(LanguageCode),
  /** Why its taker goes before others. */
  priorityReason: Type.Optional(oneOf(priorityReasons)),
  /** Booked time of an appointment; within its window it joins by that time. */
  bookedAt: Type.Optional(Instant),
  /** Services to go on with on the same number, in order. */
  furtherServiceIds: Type.Optional(Type.Array(Id, { maxItems: 4 })),
})

export const DivertBody = strict({
  /** Made where the customer taps; a retry with it is the same. Missing: the server makes one. */
  id: Type.Optional(Uuid),
  serviceId: Id,
  terminalId: Id,
})
export const DivertReply = strict({ diversionId: Type.String() })

/** Null: the preference is taken back. */
export const PriorityBody = strict({ priorityReason: orNull(oneOf(priorityReasons)) })

export const CompleteBody = strict({
  outcome: Type.Optional(oneOf(outcomes)),
  /** When it was done, by a counter that had no line then. */
  completedAt: Type.Optional(Instant),
})
export const CompleteAndCallBody = strict({
  ticketId: Id,
  outcome: Type.Optional(oneOf(outcomes)),
})
/** `called`: the next one, or null when nobody waits (the completion stands all the same). */
export const CompleteAndCallReply = strict({ completed: TicketShape, called: orNull(TicketShape) })

export const ParkBody = strict({ reason: oneOf(parkReasons) })
export const DirectCallBody = strict({ reason: oneOf(directCallReasons) })
export const CallNumberBody = strict({
  ticketNo: Type.String({ pattern: '^[A-Z]{1,2}\\d{3,4}$' }),
  reason: oneOf(directCallReasons),
})
export const TransferBody = strict({
  toServiceId: Type.Optional(Id),
  toCounterId: Type.Optional(Id),
  place: Type.Optional(oneOf(transferPlaces)),
  note: Type.Optional(Type.String({ maxLength: 300 })),
})
export const NoteBody = strict({ text: Type.String({ minLength: 1, maxLength: 300 }) })
export const CorrectServiceBody = strict({ serviceId: Id })
export const PauseBody = strict({ reason: oneOf(pauseReasons) })
/** Words of a manager; they stay in the record, so no personal data. */
export const ReasonBody = strict({ reason: Type.String({ minLength: 1, maxLength: 200 }) })

export const CounterShape = strict({
  id: Type.String(),
  no: Type.String(),
  state: oneOf(counterStates),
  since: Instant,
  staffId: orNull(Type.String()),
  ticketId: orNull(Type.String()),
  pauseReason: orNull(oneOf(pauseReasons)),
  serviceIds: Type.Array(Type.String()),
})
export type CounterReply = Static<typeof CounterShape>
export const CounterReplyShape = strict({ counter: CounterShape })

export const TicketQuery = strict({
  businessDay: Type.Optional(IsoDate),
  state: Type.Optional(oneOf(ticketStates)),
  serviceId: Type.Optional(Id),
  cursor: Type.Optional(Type.String({ maxLength: 80 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})
export const TicketList = strict({
  tickets: Type.Array(TicketShape),
  nextCursor: orNull(Type.String()),
})
