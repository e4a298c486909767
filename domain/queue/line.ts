import type { Ticket } from './ticket.ts'

/** What decides a place in a line. */
export type LineKey = Pick<Ticket, 'rank' | 'lineAt' | 'order'>

/**
 * Order of the waiting: those placed first, then by seniority, ties oldest first (rule Q2).
 * Negative: `a` stands before `b`.
 */
export function compareInLine(a: LineKey, b: LineKey): number {
  return a.rank - b.rank || a.lineAt - b.lineAt || a.order - b.order
}

/**
 * One line of waiting tickets, always in order. Finding a place is O(log n); looking at the head
 * is O(1), so a call costs the number of lines, not of tickets.
 */
export class Line {
  readonly tickets: Ticket[] = []

  get head(): Ticket | undefined {
    return this.tickets[0]
  }

  get length(): number {
    return this.tickets.length
  }

  /** How many stand before this ticket here; it need not stand in this line itself. */
  countBefore(ticket: LineKey): number {
    let low = 0
    let high = this.tickets.length
    // Who takes a number stands behind everybody: asked most, and answered by the last one alone.
    const last = this.tickets[high - 1]
    if (!last || compareInLine(last, ticket) < 0) return high
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.tickets[middle]
      if (other && compareInLine(other, ticket) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  add(ticket: Ticket): void {
    this.tickets.splice(this.countBefore(ticket), 0, ticket)
  }

  remove(ticket: Ticket): void {
    const at = this.countBefore(ticket)
    if (this.tickets[at]?.id === ticket.id) this.tickets.splice(at, 1)
  }
}
