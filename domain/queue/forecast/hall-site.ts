import type { HallDay } from '../../hall/hall-day.ts'
import { counterOf } from '../../hall/hall-day.ts'
import { instantOf } from '../../time.ts'
import { ruleContext, ruleInForce, turnOf } from '../calling.ts'
import { ruleOf } from '../choice/choose.ts'
import type { CounterDay } from '../counter.ts'
import { priorityClasses } from '../priority.ts'
import { isOpen, servicesAt } from '../routing.ts'
import { callableFrom } from '../seniority.ts'
import type { ClassKey } from '../site.ts'
import type { Ticket } from '../ticket.ts'
import type { Standing } from '../wait-estimate.ts'
import { Lines, compareWaiting } from './lines.ts'
import type { Site, SiteCounter, SiteLine, WaitingOne } from './snapshot.ts'
import { isExpected } from './watch.ts'

/** Midnight with which the business day of an event begins, by the hall's own clock. */
export function midnightOf({ setup }: HallDay, businessDay: string): number {
  return instantOf(businessDay, 0, setup.hall.timeZone)
}

/**
 * The hall as the forecast sees it, from the day as it stands at this very moment: numbers and
 * counters of the same commit included. `midnight` is that of its business day.
 */
export function siteOf(day: HallDay, now: number, midnight: number): Site {
  const toS = (at: number) => (at - midnight) / 1000
  const lines = new Lines()
  for (const serviceId of day.setup.services.keys())
    for (const priority of priorityClasses) lines.of({ serviceId, priority }, null)
  for (const { tickets } of day.lines.values())
    for (const ticket of tickets)
      lines.of(ticket, ticket.forCounterId).waiting.push(waitingOne(day, ticket, toS))
  const nowS = toS(now)
  const counters = [...day.setup.counters.keys()]
    .map((id) => siteCounter(day, counterOf(day, id), toS))
    .filter((one) => isExpected(one, nowS))
  const rule = ruleOf(ruleInForce(day, now).rule, ruleContext(day))
  return { nowS, counters, lines: lines.all, rule, turn: turnOf(day) }
}

function waitingOne(
  day: HallDay,
  { id, lineAt, order, rank, priority, bookedAt }: Ticket,
  toS: (at: number) => number,
): WaitingOne {
  const fromS = toS(callableFrom(day, { priority, bookedAt }))
  return { id, joinedS: toS(lineAt), order, placed: rank === 0, fromS }
}

function siteCounter(day: HallDay, counter: CounterDay, toS: (at: number) => number): SiteCounter {
  const { id, since } = counter
  const hand = counter.ticketId === null ? undefined : day.tickets.get(counter.ticketId)
  const calledAt = hand?.firstCalledAt ?? since
  return {
    ...{ id, serviceIds: servicesAt(day, id), open: isOpen(counter) },
    // One that was away since yesterday has not been here today.
    changedS: Math.max(0, toS(since)),
    serving: hand?.serviceId ?? null,
    waitedS: hand ? Math.max(0, (calledAt - hand.queuedAt) / 1000) : 0,
    sinceS: toS(hand ? calledAt : since),
    hasCome: counter.state === 'serving',
  }
}

/** The same hall with one who would take a number now, and their place. */
export function withNewcomer(site: Site, standing: Standing, midnight: number) {
  const joinedS = (standing.lineAt - midnight) / 1000
  const one = { id: '', joinedS, order: Infinity, placed: standing.rank === 0, fromS: 0 }
  const line = site.lines.findIndex((its) => isLineOf(its, standing))
  const lines = site.lines.map((its, at) => {
    if (at !== line) return its
    const position = its.waiting.filter((other) => compareWaiting(other, one) <= 0).length
    return { ...its, waiting: its.waiting.toSpliced(position, 0, one) }
  })
  const position = lines[line]?.waiting.indexOf(one) ?? -1
  return position < 0 ? null : { site: { ...site, lines }, place: { line, position } }
}

function isLineOf(line: SiteLine, one: ClassKey & Pick<Standing, 'forCounterId'>): boolean {
  const { serviceId, priority, forCounterId } = line
  return (
    serviceId === one.serviceId && priority === one.priority && forCounterId === one.forCounterId
  )
}
