import type {
  KioskGroupView,
  KioskServiceView,
  KioskView,
  TicketView,
  WaitView,
  WallView,
} from '#contract/live.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { setting, waitingOfService } from '#domain/hall/hall-day.ts'
import type { Service, ServiceGroup } from '#domain/hall/setup.ts'
import { noShowAllowed } from '#domain/queue/call.ts'
import { whyNotIssued } from '#domain/queue/issue.ts'
import { inCallingOrder } from '#domain/queue/calling.ts'
import { isOpen, lineKeysOfOpen, openCountersFor } from '#domain/queue/routing.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { graceLeft } from '#domain/queue/transfer.ts'
import { newcomer, peopleAhead, waitRange } from '#domain/queue/wait-estimate.ts'
import { minute } from '#domain/time.ts'
import type { Hall } from '../hall/hall.ts'
import { closedView, hallClosed, hallView, inOrder, noticeViews } from '../hall/views.ts'
import { whoIsBefore } from './before.ts'
import { selfServiceView } from './self-service.ts'

/** The wait of who takes a number for a service now. */
export function waitView(hall: Hall, serviceId: string): WaitView | null {
  const forecast = hall.foretelling.waitOf(newcomer(serviceId, hall.now()))
  return forecast && waitRange(forecast)
}

export function servicesOf(day: HallDay, groupId: string): Service[] {
  return inOrder([...day.setup.services.values()].filter((one) => one.groupId === groupId))
}

export function waitingOf(day: HallDay, services: readonly Service[]): number {
  return services.reduce((sum, { id }) => sum + waitingOfService(day, id), 0)
}

/** Everybody in the hall who still waits to be called. */
export function hallWaiting(day: HallDay): number {
  let sum = 0
  for (const line of day.lines.values()) sum += line.length
  return sum
}

function counterNos(day: HallDay, serviceId: string): string[] {
  const nos = openCountersFor(day, serviceId).map(({ id }) => day.setup.counters.get(id)?.no ?? '')
  return nos.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

function openCounters(day: HallDay): number {
  return [...day.counters.values()].filter(isOpen).length
}

// ── Kiosk ──

export function kioskView(hall: Hall, now: number): KioskView {
  const { day } = hall
  const last = day.announcements.at(-1)
  return {
    hall: hallView(hall),
    closed: hallClosed(day, now),
    openCounters: openCounters(day),
    waiting: hallWaiting(day),
    nowCalling: last ? { ticketNo: last.ticketNo, counterNo: last.counterNo } : null,
    groups: inOrder(day.setup.groups.values()).map((group) => kioskGroup(hall, group, now)),
    terminals: [...day.setup.terminals.values()].map(({ id, name, place }) => ({
      id,
      name,
      place,
    })),
  }
}

function kioskGroup(hall: Hall, group: ServiceGroup, now: number): KioskGroupView {
  const { day } = hall
  const all = servicesOf(day, group.id)
  const services = all.map((service) => kioskService(hall, service, now))
  const open = services.filter(({ closed }) => closed === null)
  return {
    id: group.id,
    prefix: group.prefix,
    name: group.name,
    examples: group.examples,
    icon: group.icon,
    waiting: waitingOf(day, all),
    wait: spanOf(open.flatMap(({ wait }) => (wait ? [wait] : []))),
    noWait: open.length > 0 && open.every((one) => hall.foretelling.isServedAtOnce(one.id)),
    // The card is greyed only when nothing behind it can be had, with the earliest opening.
    closed: open.length > 0 ? null : earliest(services),
    services,
  }
}

function kioskService(hall: Hall, service: Service, now: number): KioskServiceView {
  const { day } = hall
  const { id, name, plain, materials } = service
  return {
    ...{ id, name, plain, materials },
    waiting: waitingOfService(day, id),
    wait: waitView(hall, id),
    selfService: selfServiceView(hall, id),
    closed: closedView(whyNotIssued(day, service, now)),
    counterNos: counterNos(day, id),
  }
}

/** The range of who comes now for a group: over those of its services that are open. */
function groupWait(hall: Hall, groupId: string, now: number): WaitView | null {
  const { day } = hall
  const open = servicesOf(day, groupId).filter((one) => whyNotIssued(day, one, now) === null)
  return spanOf(open.flatMap(({ id }) => waitView(hall, id) ?? []))
}

/** One range that is true for each service of a group: from the best to the worst of them. */
function spanOf(waits: readonly WaitView[]): WaitView | null {
  if (waits.length === 0) return null
  return {
    fromMinutes: Math.min(...waits.map((wait) => wait.fromMinutes)),
    untilMinutes: Math.max(...waits.map((wait) => wait.untilMinutes)),
    over: waits.every((wait) => wait.over),
  }
}

function earliest(services: readonly KioskServiceView[]): KioskGroupView['closed'] {
  const closed = services.flatMap((service) => (service.closed ? [service.closed] : []))
  const at = ({ opensOn, opensAtMinutes }: NonNullable<KioskGroupView['closed']>) =>
    `${opensOn ?? '9999'} ${String(opensAtMinutes ?? 0).padStart(4, '0')}`
  const first = closed.toSorted((a, b) => at(a).localeCompare(at(b)))[0]
  return first ?? { code: 'service-closed', opensOn: null, opensAtMinutes: null }
}

// ── Wall ──

export function wallView(hall: Hall, now: number): WallView {
  const { day } = hall
  return {
    hall: hallView(hall),
    announcements: day.announcements.map(({ seq, at, kind, ticketNo, counterNo, language }) => ({
      ...{ seq, at, kind, ticketNo, counterNo, language },
    })),
    counters: inOrder(day.setup.counters.values()).map(({ id, no }) => {
      const counter = day.counters.get(id)
      const ticketNo = day.tickets.get(counter?.ticketId ?? '')?.ticketNo ?? null
      return { no, state: counter?.state ?? 'closed', ticketNo }
    }),
    waiting: inOrder(day.setup.groups.values()).map(({ id, name, shortName }) => ({
      ...{ groupId: id, name, shortName },
      waiting: waitingOf(day, servicesOf(day, id)),
      wait: groupWait(hall, id, now),
      noWait: servicesOf(day, id).every((one) => hall.foretelling.isServedAtOnce(one.id)),
    })),
    ready: inCallingOrder(day, lineKeysOfOpen(day), setting(day, 'readyCount'), now).map(
      ({ ticket }) => ticket.ticketNo,
    ),
    notices: noticeViews(day, now),
    closed: hallClosed(day, now),
    sound: {
      readings: setting(day, 'readings'),
      english: setting(day, 'englishCalls'),
      one: setting(day, 'spokenOne'),
    },
  }
}

// ── The ticket's own page ──

export function ticketView(
  hall: Hall,
  ticketId: string,
  now: number,
  grantOf: (legId: string) => string,
): TicketView | null {
  const { day } = hall
  const ticket = day.tickets.get(ticketId)
  if (!ticket) return null
  const service = day.setup.services.get(ticket.serviceId)
  const blank = { zh: '', en: '' }
  const nothing = { wait: null, worse: null }
  const told = ticket.state === 'waiting' ? hall.foretelling.tell(ticket) : nothing
  const wait = told.wait && waitRange(told.wait)
  return {
    hall: hallView(hall),
    ticketNo: ticket.ticketNo,
    state: ticket.state,
    serviceName: service?.name ?? blank,
    language: ticket.language,
    issuedAt: ticket.issuedAt,
    ahead: ticket.state === 'waiting' ? peopleAhead(day, ticket) : null,
    preference:
      ticket.priority === 0 ? null : { priority: ticket.priority, reason: ticket.priorityReason },
    bookedAt: ticket.bookedAt,
    before: ticket.state === 'waiting' ? whoIsBefore(day, ticket, now) : null,
    further: ticket.further.map((id) => day.setup.services.get(id)?.name ?? blank),
    wait,
    callFrom: wait ? now + wait.fromMinutes * minute : null,
    callUntil: wait ? now + wait.untilMinutes * minute : null,
    worse: told.worse,
    counterNo: day.setup.counters.get(ticket.counterId ?? '')?.no ?? null,
    counterNos: counterNos(day, ticket.serviceId),
    lastCalledAt: ticket.lastCalledAt,
    callCount: ticket.callCount,
    // Who looks at this page has it open, so the longer time holds.
    arriveBy: ticket.state === 'called' ? noShowAllowed(day, ticket, true).at : null,
    missed: missedView(day, ticket, now),
    materials: service?.materials ?? blank,
    ratable: [...day.evaluations.values()]
      .filter((one) => one.ticketId === ticketId && one.state !== 'rated' && one.expiresAt >= now)
      .map(({ legId, serviceId }) => ({
        legId,
        grant: grantOf(legId),
        serviceName: day.setup.services.get(serviceId)?.name ?? blank,
      })),
  }
}

function missedView(day: HallDay, ticket: Ticket, now: number): TicketView['missed'] {
  if (ticket.state !== 'no_show') return null
  const { within, until } = graceLeft(day, ticket, now)
  return { graceUntil: until, mayReturn: within && ticket.requeues < setting(day, 'requeueMax') }
}
