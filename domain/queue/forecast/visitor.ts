import type { ClassKey } from '../site.ts'
import type { WaitForecast } from './forecast.ts'
import type { SiteLine, WaitingOne } from './snapshot.ts'

/** Where somebody joins; what is missing: now, and free to be called. */
export type Joining = ClassKey & { joinedS?: number; fromS?: number }

/** Where somebody who was there before stands in the next line; what is missing stays. */
export type GoingOn = {
  serviceId?: string
  forCounterId?: string | null
  /** With the first seniority, before all others, behind them, or with the place they had. */
  place: 'seniority' | 'first' | 'last' | 'same'
}

/** A customer of the day: the line, and what was told of the wait. */
export type Visitor = ClassKey & {
  one: WaitingOne
  /** The line they stand in; null: in none. */
  line: SiteLine | null
  /** Seniority they came with. */
  cameS: number
  /** Since when they waited last. */
  queuedS: number
  told: WaitForecast[]
  /** When the counter began with them. */
  calledS: number | null
  counterId: string | null
  /** They are known to stand at the counter that called them. */
  hasCome: boolean
  /** What counters have spent on them before they were put aside. */
  spentS: number
  /** Called back from aside: they were served before, so whether they come says nothing. */
  wasAside: boolean
}

/** `order`: place of its number among all of the day. */
export function newVisitor(id: string, order: number, atS: number, joining: Joining): Visitor {
  const { serviceId, priority, joinedS = atS, fromS = 0 } = joining
  return {
    ...{ serviceId, priority, line: null, cameS: joinedS, queuedS: joinedS },
    one: { id, joinedS, order, placed: false, fromS },
    ...{ told: [], calledS: null, counterId: null, hasCome: false, spentS: 0, wasAside: false },
  }
}

/** Their place for what comes next. */
export function goOn(visitor: Visitor, atS: number, { serviceId, place }: GoingOn): void {
  visitor.serviceId = serviceId ?? visitor.serviceId
  visitor.spentS = 0
  visitor.wasAside = false
  if (place === 'same') return
  const joinedS = place === 'seniority' ? visitor.cameS : atS
  visitor.one = { ...visitor.one, joinedS, placed: place === 'first' }
}
