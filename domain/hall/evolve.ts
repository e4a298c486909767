import { deviceEffects } from '../devices/effects.ts'
import { evaluationEffects } from '../evaluation/effects.ts'
import type { EventData, EventMeta, EventType, RecordedEvent } from '../events.ts'
import { peopleEffects } from '../people/effects.ts'
import { counterEffects } from '../queue/counter-effects.ts'
import { diversionEffects } from '../queue/diversion-effects.ts'
import { ticketEffects } from '../queue/ticket-effects.ts'
import { hallEffects } from './effects.ts'
import type { HallDay } from './hall-day.ts'
import type { Touched } from './touched.ts'

/** What one kind of event does to the hall in memory. It obeys; it decides nothing. */
export type Effect<T extends EventType> = (
  day: HallDay,
  data: EventData[T],
  meta: EventMeta,
  touched: Touched,
) => void

/** Effects of a slice: one for each of its events. */
export type Effects<Data> = { [T in keyof Data & EventType]: Effect<T> }

const effects: Effects<EventData> = {
  ...hallEffects,
  ...peopleEffects,
  ...deviceEffects,
  ...ticketEffects,
  ...counterEffects,
  ...diversionEffects,
  ...evaluationEffects,
}

/** Every kind of event there is. */
export const eventTypes = Object.keys(effects) as EventType[]

/**
 * Applies one recorded event to the hall and notes what it touched. This is the only reading of
 * an event there is: the live server, the rebuild and `verify` all come through here.
 */
export function evolve(day: HallDay, event: RecordedEvent, touched: Touched): void {
  const effect = effects[event.type] as Effect<EventType>
  effect(day, event.data, event, touched)
}
