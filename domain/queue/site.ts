/**
 * What the rules of calling and the forecast both look at: classes of customers, the first of each
 * line, and the rule that picks one of them. Nothing here knows tickets, days or screens.
 */

/** Customers of one class stand in one line among themselves: of one service and one priority. */
export type ClassKey = {
  serviceId: string
  /** 0 normal, 1 statutory or preferred, 2 appointment. */
  priority: number
}

/** The first of a class's line, as a rule sees it; a call looks at heads alone, never at tickets. */
export type Head = ClassKey & {
  /** Since it joined the line, in seconds; an appointment counts from its booked time. */
  waitedS: number
  /** Place of its number among all of the day: the older one breaks a tie. */
  order: number
  /** How often somebody who joined later was called before it, at counters that may call it. */
  passed: number
}

/**
 * A rule of calling: which of these heads a free counter calls, all of which it may call. There is
 * at least one. Null: none of them, the counter stays free. `turn`: calls the hall has made today,
 * for rules that take turns. The same heads at the same turn, the same answer.
 */
export type Rule = (heads: readonly Head[], turn: number) => Head | null

/** Text that names a class, for maps; services have no bar in their ids. */
export function classText({ serviceId, priority }: ClassKey): string {
  return `${serviceId}|${priority}`
}

/** Calls the head with the largest score; of equal ones the older number. */
export function largestFirst(score: (head: Head) => number): Rule {
  return (heads) => {
    let best: Head | null = null
    let bestScore = 0
    for (const head of heads) {
      const its = score(head)
      if (best && (its < bestScore || (its === bestScore && head.order > best.order))) continue
      best = head
      bestScore = its
    }
    return best
  }
}

/** Calls the largest wait plus the head start of its class, in seconds. */
export function headStartRule(startS: (of: ClassKey) => number): Rule {
  return largestFirst((head) => head.waitedS + startS(head))
}

/** First come, first served over all lines. */
export const firstComeRule: Rule = largestFirst((head) => head.waitedS)
