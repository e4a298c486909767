import type { ClassKey, Rule } from '../site.ts'

/** Where more wait than in any hall that was measured, nothing is foretold but by the formula. */
export const waitingMax = 600

/** Somebody who waits. Times are in seconds since the hall's midnight. */
export type WaitingOne = {
  id: string
  /** What the rule counts the wait from; of an appointment, its booked time. */
  joinedS: number
  order: number
  /** Placed first by hand: called before all who are not. */
  placed: boolean
  /** May not be called before; 0: at any time. */
  fromS: number
}

/** The line of one class, in its order. */
export type SiteLine = ClassKey & {
  /** Sent to this counter, they wait for it alone; null: for any that handles the service. */
  forCounterId: string | null
  waiting: WaitingOne[]
}

/** A counter as the forecast sees it. */
export type SiteCounter = {
  id: string
  serviceIds: ReadonlySet<string>
  open: boolean
  /** When it opened, or left; of one that was not open today: 0. */
  changedS: number
  /** Service in hand; null: free, or not open. */
  serving: string | null
  /** How long the customer in hand had waited. */
  waitedS: number
  /** Since when it serves, or is free. */
  sinceS: number
  /** The customer in hand is known to have come to the counter. */
  hasCome: boolean
}

/** All that a forecast looks at; it changes nothing in it. */
export type Site = {
  nowS: number
  counters: readonly SiteCounter[]
  lines: readonly SiteLine[]
  rule: Rule
  /** Calls made today: for rules that take turns. */
  turn: number
}

/**
 * Where somebody stands: a line of the site, and how many are before them in it. The place behind
 * all who wait is that of whoever would come now.
 */
export type Place = { line: number; position: number }

export type Line = Pick<SiteLine, 'serviceId' | 'forCounterId'>

export function mayCall(counter: SiteCounter, { serviceId, forCounterId }: Line): boolean {
  return forCounterId === null ? counter.serviceIds.has(serviceId) : counter.id === forCounterId
}

/** Whether an open counter is free that may call this line: only then no wait may be told. */
export function isCounterFree({ counters }: Site, line: Line): boolean {
  return counters.some((one) => one.open && one.serving === null && mayCall(one, line))
}
