import type { HallEvent } from './events.ts'
import type { RefusalCode } from './refusal.ts'

/**
 * What the rules answer to a command: events to record, or a refusal with a name.
 * `value` is what the door tells the caller; it is read after the events have been applied.
 * `next` is a second decision taken on the hall as the first one left it ("complete and call
 * next"): when it is refused, the first one still stands.
 */
export type Accepted<V> = {
  events: HallEvent[]
  value: V
  next?: () => Decision<Partial<V>>
}

/** A refusal is a value: the caller did something the rules do not allow; nothing happened. */
export type Refused = {
  refused: RefusalCode
  details?: RefusalDetails
}

/** Facts for the reader of a refusal: who holds the ticket, when it opens. No personal data. */
export type RefusalDetails = Record<string, string | number | null>

export type Decision<V = object> = Accepted<V> | Refused

export function refuse(refused: RefusalCode, details?: RefusalDetails): Refused {
  return details ? { refused, details } : { refused }
}

export function accept<V>(value: V, ...events: HallEvent[]): Accepted<V> {
  return { events, value }
}

export function isRefused(decision: object): decision is Refused {
  return 'refused' in decision
}
