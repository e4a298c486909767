import type { Words } from '#domain/hall/setup.ts'
import type { ClosedView, HallView, WaitView } from './hall-view.ts'

/**
 * A terminal where the same is done sooner, whole time against whole time; minutes, rounded as waits
 * are. `windowMinutes` null: no counter is open for it.
 */
export type SelfServiceView = {
  terminalId: string
  name: Words
  place: Words
  ahead: number
  minutes: number
  windowMinutes: { from: number; until: number; over: boolean } | null
}

export type KioskServiceView = {
  id: string
  name: Words
  plain: Words
  materials: Words
  waiting: number
  wait: WaitView | null
  selfService: SelfServiceView | null
  closed: ClosedView | null
  /** Counters that handle it now, by number. */
  counterNos: string[]
}

export type KioskGroupView = {
  id: string
  prefix: string
  name: Words
  examples: Words
  icon: string
  waiting: number
  /** Range over the group's services, as its next customer would wait. Null: no counter is open. */
  wait: WaitView | null
  /** A counter is free for each of its services: who comes now is served at once. */
  noWait: boolean
  closed: ClosedView | null
  services: KioskServiceView[]
}

export type KioskView = {
  hall: HallView
  /** Null: numbers are handed out. */
  closed: ClosedView | null
  openCounters: number
  waiting: number
  nowCalling: { ticketNo: string; counterNo: string } | null
  groups: KioskGroupView[]
  /** Where people can do things without a number while the hall is closed. */
  terminals: { id: string; name: Words; place: Words }[]
}
