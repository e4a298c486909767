import type { HallDay } from '../hall/hall-day.ts'
import { lineKeyOf } from '../hall/hall-day.ts'
import type { CallingRuleItem } from '../hall/setup.ts'
import { choose } from './choice/choose.ts'
import type { RuleContext, Weighed } from './choice/choose.ts'
import { defaultRule } from './choice/rule.ts'
import type { CallingRule } from './choice/rule.ts'
import { compareInLine } from './line.ts'
import type { Line, LineKey } from './line.ts'
import { lineKeysFor } from './routing.ts'
import { callableFrom } from './seniority.ts'
import type { Head } from './site.ts'
import type { Ticket } from './ticket.ts'
import { usualHandlingMs } from './usual.ts'

/** The first of one line that a counter may call, as the rule weighs it. */
export type LineHead = Head & { ticket: Ticket; key: string }

/** One of those a call weighed, as the record keeps it; numbers are rounded. */
export type Candidate = Omit<Weighed, 'because' | 'order'> & {
  ticketId: string
  ticketNo: string
  because: Weighed['because'] | 'placed-first'
}

/**
 * Why a ticket was called (Q42): the rule in force, its parts for the one it chose and for the next
 * two, and the lines whose first one had joined earlier and was passed.
 */
export type CallWhy = {
  rule: CallingRule['kind']
  /** Of the setup; null: the rule a hall starts with. */
  ruleId: string | null
  chosen: Candidate
  others: Candidate[]
  passed: string[]
  /** Seniority of the chosen one: those of these lines who joined before were passed. */
  lineAt: number
  order: number
}

/** The same as a leg keeps it: with the place of the call in the record. */
export type KeptWhy = CallWhy & { seq: number }

export type Call = { ticket: Ticket; why: CallWhy }

/** A call that went by a line's first ones who had joined before. */
export type Passing = { at: number; lineAt: number; order: number }

/** The rule of calling in force at an instant: the latest that has begun. */
export function ruleInForce(day: HallDay, now: number): { id: string | null; rule: CallingRule } {
  let best: CallingRuleItem | null = null
  for (const item of day.setup.rules.values())
    if (item.from <= now && (!best || item.from >= best.from)) best = item
  return best ? { id: best.id, rule: best.rule } : { id: null, rule: defaultRule }
}

/** What a rule asks about services: their target wait, and how long they usually take. */
export function ruleContext(day: HallDay): RuleContext {
  let sumS = 0
  for (const id of day.setup.services.keys()) sumS += usualHandlingMs(day, id) / 1000
  return {
    targetS: (id) => day.setup.services.get(id)?.waitNormS ?? 1200,
    meanS: (id) => usualHandlingMs(day, id) / 1000,
    meanAllS: sumS / Math.max(1, day.setup.services.size),
  }
}

/** Calls made in the hall on this business day: the turn that patterns and ratios are at. */
export function turnOf(day: HallDay): number {
  let calls = 0
  for (const count of day.callsOf.values()) calls += count
  return calls
}

/**
 * The published rule of “call next” (Q1): of all tickets this counter may call, the one placed
 * first, else the one the rule in force chooses. Looks only at the heads of its lines.
 */
export function chooseNext(day: HallDay, counterId: string, now: number): Call | null {
  return callOf(day, headsOf(day, lineKeysFor(day, counterId), now), now)
}

/** The same for a number that is called out of order: its parts, and whom the rule had before it. */
export function whyDirect(day: HallDay, counterId: string, ticket: Ticket, now: number): CallWhy {
  const keys = lineKeysFor(day, counterId)
  const heads = headsOf(day, keys, now).filter((head) => head.ticket !== ticket)
  const own = headOf(day, ticket, lineKeyOf(ticket), now)
  const byRule = callOf(day, heads, now)
  const others = byRule ? [byRule.why.chosen, ...byRule.why.others].slice(0, 2) : []
  const call = callOf(day, [own], now)
  if (!call) throw new Error('A rule chose nobody where there was one')
  return { ...call.why, others, passed: passedBy(heads, ticket) }
}

/** Those a counter would call, one after the other as it stands now. For screens. */
export function inCallingOrder(
  day: HallDay,
  keys: Iterable<string>,
  count: number,
  now: number,
): Call[] {
  const lines = [...keys].flatMap((key) => {
    const line = day.lines.get(key)
    return line && line.length > 0 ? [{ key, line, next: 0 }] : []
  })
  const order: Call[] = []
  while (order.length < count) {
    const heads = lines.flatMap(({ key, line, next }) => headAt(day, key, line, next, now))
    const call = callOf(day, heads, now)
    if (!call) break
    order.push(call)
    const from = lines.find(({ line, next }) => line.tickets[next] === call.ticket)
    if (from) from.next += 1
  }
  return order
}

function headsOf(day: HallDay, keys: readonly string[], now: number): LineHead[] {
  return keys.flatMap((key) => {
    const line = day.lines.get(key)
    return line ? headAt(day, key, line, 0, now) : []
  })
}

/** Whoever stands at a place of a line; nobody, where an appointment is still before its window. */
function headAt(day: HallDay, key: string, line: Line, at: number, now: number): LineHead[] {
  const ticket = line.tickets[at]
  if (!ticket || callableFrom(day, ticket) > now) return []
  return [headOf(day, ticket, key, now)]
}

function headOf(day: HallDay, ticket: Ticket, key: string, now: number): LineHead {
  const { serviceId, priority, order, lineAt } = ticket
  // Below zero before a booked time, and where a clock ran backwards: later all the same.
  const waitedS = (now - lineAt) / 1000
  const passed = timesPassed(day, key, ticket)
  return { serviceId, priority, waitedS, order, passed, ticket, key }
}

function callOf(day: HallDay, heads: readonly LineHead[], now: number): Call | null {
  const { id, rule } = ruleInForce(day, now)
  const placed = heads.filter((head) => head.ticket.rank === 0)
  const first = placed.toSorted((a, b) => compareInLine(a.ticket, b.ticket))[0]
  const context = ruleContext(day)
  const turn = turnOf(day)
  const choice = choose(rule, context, first ? [first] : heads, turn)
  if (!choice) return null
  const { ticket } = choice.head
  const byRule = first
    ? choose(
        rule,
        context,
        heads.filter((head) => head !== first),
        turn,
      )
    : null
  const others = first ? (byRule ? [byRule.chosen, ...byRule.others] : []) : choice.others
  const chosen = candidate(choice.chosen, ticket)
  return {
    ticket,
    why: {
      rule: rule.kind,
      ruleId: id,
      chosen: first ? { ...chosen, because: 'placed-first' } : chosen,
      others: others.slice(0, 2).flatMap((one) => {
        const head = heads.find(({ order }) => order === one.order)
        return head ? [candidate(one, head.ticket)] : []
      }),
      passed: passedBy(heads, ticket),
      lineAt: ticket.lineAt,
      order: ticket.order,
    },
  }
}

function candidate({ order: _order, ...weighed }: Weighed, { id, ticketNo }: Ticket): Candidate {
  const { waitedS, targetS, weight, quick, score } = weighed
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    ...{ ticketId: id, ticketNo, ...weighed },
    ...{ waitedS: Math.max(0, Math.round(waitedS)), targetS: Math.round(targetS) },
    ...{ weight: round(weight), quick: round(quick), score: round(score) },
  }
}

/** Lines whose first one joined before a ticket that goes before it now. */
function passedBy(heads: readonly LineHead[], called: Ticket): string[] {
  return heads
    .filter(({ ticket }) => ticket !== called && compareSeniority(ticket, called) < 0)
    .map(({ key }) => key)
}

/** Who joined earlier; a place given by hand does not count. */
function compareSeniority(a: Omit<LineKey, 'rank'>, b: Omit<LineKey, 'rank'>): number {
  return a.lineAt - b.lineAt || a.order - b.order
}

/** Keeps, for each line that was passed, by whom and when: so the pass limit can be held (Q43). */
export function notePassing(day: HallDay, why: CallWhy, at: number): void {
  for (const key of why.passed) {
    const known = day.passings.get(key) ?? []
    if (known.length === 0) day.passings.set(key, known)
    known.push({ at, lineAt: why.lineAt, order: why.order })
  }
}

/** How often one that joined later was called before this one, at counters that could call it. */
function timesPassed(day: HallDay, key: string, ticket: Ticket): number {
  const known = day.passings.get(key) ?? []
  let times = 0
  for (let at = known.length - 1; at >= 0; at--) {
    const passing = known[at]
    if (!passing || passing.at < ticket.queuedAt) break
    if (compareSeniority(ticket, passing) < 0) times += 1
  }
  return times
}
