import type { DeviceEventData } from './devices/events.ts'
import type { EvaluationEventData } from './evaluation/events.ts'
import type { HallEventData } from './hall/events.ts'
import type { PeopleEventData } from './people/events.ts'
import type { Actor } from './people/principal.ts'
import type { QueueEventData } from './queue/events.ts'

/**
 * Everything that can happen in a hall, by name. The events are the ground state: the day in
 * memory and the tables are made from them alone (`hall/evolve.ts`). Names are public; data are
 * added, never changed.
 */
export type EventData = HallEventData &
  PeopleEventData &
  DeviceEventData &
  QueueEventData &
  EvaluationEventData
export type EventType = keyof EventData

/** An event as the rules give it: not yet in the record. */
export type HallEvent = { [T in EventType]: { type: T; data: EventData[T] } }[EventType]

/** What the record adds: its place, its time, who did it. */
export type EventMeta = {
  seq: number
  at: number
  businessDay: string
  actor: Actor
}

export type RecordedEvent = HallEvent & EventMeta

/** Makes an event with its data checked against its name. */
export function event<T extends EventType>(type: T, data: EventData[T]): HallEvent {
  return { type, data } as HallEvent
}
