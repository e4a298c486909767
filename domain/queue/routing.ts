import type { HallDay } from '../hall/hall-day.ts'
import type { CounterDay } from './counter.ts'
import { priorityClasses } from './priority.ts'
import { classText } from './site.ts'

/**
 * Who may serve what now, worked out once and kept until a counter, a sign-in or the setup
 * changes: every number that is taken and every view asks for it many times.
 */
export type RoutingIndex = {
  /** Services by counter, in the counter's order. */
  services: Map<string, Set<string>>
  /** Lines by counter, for a call asks for them first of all. */
  lineKeys: Map<string, string[]>
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
  const lineKeys = new Map<string, string[]>()
  const open = new Map<string, CounterDay[]>()
  for (const counterId of day.setup.counters.keys()) {
    const handled = new Set(findServicesAt(day, counterId))
    services.set(counterId, handled)
    lineKeys.set(counterId, [`@${counterId}`, ...[...handled].flatMap(classesOf)])
    const counter = day.counters.get(counterId)
    if (!counter || !isOpen(counter)) continue
    for (const serviceId of handled) open.set(serviceId, [...(open.get(serviceId) ?? []), counter])
  }
  day.routing = { services, lineKeys, open, rivals: new Map() }
  return day.routing
}

function classesOf(serviceId: string): string[] {
  return priorityClasses.map((priority) => classText({ serviceId, priority }))
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
 * The lines a counter calls from: that of tickets sent to it, then those of each service, one a
 * class. Whoever was sent to this counter is called here even when the service is not its own.
 */
export function lineKeysFor(day: HallDay, counterId: string): readonly string[] {
  return indexOf(day).lineKeys.get(counterId) ?? [`@${counterId}`]
}

/** How many this counter may call. */
export function waitingCountFor(day: HallDay, counterId: string): number {
  return lineKeysFor(day, counterId).reduce(
    (sum, key) => sum + (day.lines.get(key)?.length ?? 0),
    0,
  )
}

/** The lines that some open counter calls from. */
export function lineKeysOfOpen(day: HallDay): Set<string> {
  const open = [...day.counters.values()].filter(isOpen)
  return new Set(open.flatMap((counter) => lineKeysFor(day, counter.id)))
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
