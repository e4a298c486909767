import type { ClassKey, Rule } from '../site.ts'

/** Somebody who waits. Times are in seconds since the hall's midnight. */
export type WaitingOne = { id: string; joinedS: number; order: number }

/** The line of one class, in its order. */
export type SiteLine = ClassKey & { waiting: WaitingOne[] }

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
}

/** All that a forecast looks at; it changes nothing in it. */
export type Site = {
  nowS: number
  counters: readonly SiteCounter[]
  lines: readonly SiteLine[]
  rule: Rule
}

/** Where somebody stands: a line of the site, and how many are before them in it. */
export type Place = { line: number; position: number }

export function mayCall(counter: SiteCounter, line: ClassKey): boolean {
  return counter.serviceIds.has(line.serviceId)
}

/** Whether an open counter is free that may call this line: only then no wait may be told. */
export function isCounterFree({ counters }: Site, line: ClassKey): boolean {
  return counters.some((one) => one.open && one.serving === null && mayCall(one, line))
}
