import type { HallDay } from '../hall/hall-day.ts'
import type { CounterDay } from './counter.ts'
import { compareInLine } from './line.ts'
import type { Ticket } from './ticket.ts'

/**
 * Who may serve what now, worked out once and kept until a counter, a sign-in or the setup
 * changes: every number that is taken and every view asks for it many times.
 */
export type RoutingIndex = {
  /** Services by counter, in the counter's order. */
  services: Map<string, Set<string>>
  /** Open counters by service. */
  open: Map<string, CounterDay[]>
  /** Services whose waiting keeps a line's counters busy, worked out when first asked for. */
  rivals: Map<string, Rival[]>
}

/** A service that shares counters: `share` is the part of its open counters that both have. */
export type Rival = { serviceId: string; share: number }

function indexOf(day: HallDay): RoutingIndex {
  if (day.routing) return day.routing
  const services = new Map<string, Set<string>>()
  const open = new Map<string, CounterDay[]>()
  for (const counterId of day.setup.counters.keys()) {
    const handled = new Set(findServicesAt(day, counterId))
    services.set(counterId, handled)
    const counter = day.counters.get(counterId)
    if (!counter || !isOpen(counter)) continue
    for (const serviceId of handled) open.set(serviceId, [...(open.get(serviceId) ?? []), counter])
  }
  day.routing = { services, open, rivals: new Map() }
  return day.routing
}

const none: ReadonlySet<string> = new Set()

/**
 * Services that can be handled at a counter now: those of the counter and of the person there;
 * both must hold. With nobody there, those of the counter.
 */
export function servicesAt(day: HallDay, counterId: string): ReadonlySet<string> {
  return indexOf(day).services.get(counterId) ?? none
}

function findServicesAt(day: HallDay, counterId: string): string[] {
  const counter = day.setup.counters.get(counterId)
  if (!counter) return []
  const staffId = day.counters.get(counterId)?.staffId
  const skills = staffId ? day.setup.staff.get(staffId)?.serviceIds : null
  return skills ? counter.serviceIds.filter((id) => skills.includes(id)) : counter.serviceIds
}

export function mayServe(day: HallDay, counterId: string, serviceId: string): boolean {
  return servicesAt(day, counterId).has(serviceId)
}

/**
 * The lines a counter calls from: that of tickets sent to it, then one a service. Whoever was sent
 * to this counter is called here even when the service is not among its own.
 */
function lineKeysFor(day: HallDay, counterId: string): string[] {
  return [`@${counterId}`, ...servicesAt(day, counterId)]
}

/**
 * The published rule of “call next” (Q1): of all tickets this counter may call, the one that
 * stands first by `compareInLine`. Looks only at the heads of its lines.
 */
export function chooseNext(day: HallDay, counterId: string): Ticket | null {
  let best: Ticket | null = null
  for (const key of lineKeysFor(day, counterId)) {
    const head = day.lines.get(key)?.head
    if (head && (!best || compareInLine(head, best) < 0)) best = head
  }
  return best
}

/** The first ones this counter may call, in the order it would. For screens; calls use `chooseNext`. */
export function waitingFor(day: HallDay, counterId: string, count: number): Ticket[] {
  return lineKeysFor(day, counterId)
    .flatMap((key) => day.lines.get(key)?.tickets.slice(0, count) ?? [])
    .toSorted(compareInLine)
    .slice(0, count)
}

/** How many this counter may call. */
export function waitingCountFor(day: HallDay, counterId: string): number {
  return lineKeysFor(day, counterId).reduce(
    (sum, key) => sum + (day.lines.get(key)?.length ?? 0),
    0,
  )
}

/** Those the hall asks to get ready: the first ones of the whole hall that an open counter may call. */
export function readyNext(day: HallDay, count: number): Ticket[] {
  const open = [...day.counters.values()].filter(isOpen)
  const keys = new Set(open.flatMap((counter) => lineKeysFor(day, counter.id)))
  return [...keys]
    .flatMap((key) => day.lines.get(key)?.tickets.slice(0, count) ?? [])
    .toSorted(compareInLine)
    .slice(0, count)
}

/** A counter that calls, or will when it has finished. */
export function isOpen(counter: CounterDay): boolean {
  return counter.state !== 'closed' && counter.state !== 'paused'
}

/** Services that these open counters also call from; kept under `key` while nothing changes. */
export function rivalsOf(
  day: HallDay,
  key: string,
  counters: readonly CounterDay[],
): readonly Rival[] {
  const { open, services, rivals } = indexOf(day)
  const known = rivals.get(key)
  if (known) return known
  const shared = new Set(counters.flatMap(({ id }) => [...(services.get(id) ?? none)]))
  const found = [...shared].map((serviceId) => {
    const all = open.get(serviceId) ?? []
    const both = all.filter((counter) => counters.includes(counter)).length
    return { serviceId, share: both / all.length }
  })
  rivals.set(key, found)
  return found
}

/** Open counters that may handle a service. */
export function openCountersFor(day: HallDay, serviceId: string): readonly CounterDay[] {
  return indexOf(day).open.get(serviceId) ?? []
}
