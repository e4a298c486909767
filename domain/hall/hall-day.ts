import type { Evaluation } from '../evaluation/rating.ts'
import type { Device } from '../devices/device.ts'
import type { ConsoleSession, Passkey } from '../people/console.ts'
import type { Role, StaffSession } from '../people/principal.ts'
import type { Proposal } from '../people/proposal.ts'
import type { Announcement } from '../queue/announcement.ts'
import type { CounterDay } from '../queue/counter.ts'
import type { Passing } from '../queue/calling.ts'
import type { Diversion } from '../queue/diversion.ts'
import { Line } from '../queue/line.ts'
import { priorityClasses } from '../queue/priority.ts'
import type { RoutingIndex } from '../queue/routing.ts'
import { classText } from '../queue/site.ts'
import type { Leg, Ticket } from '../queue/ticket.ts'
import { handlingMs } from '../queue/ticket.ts'
import { settingOn } from './settings.ts'
import type { Setting, SettingKey } from './settings.ts'
import type { HallIdentity, Setup } from './setup.ts'

/** How many handling times of a service are kept for its median. */
export const handlingKept = 30

/** Business days whose tickets stay in memory: the holder of one may still rate. */
export const daysInMemory = 4

/** A key for programs or screens; its secret is kept elsewhere, hashed. */
export type ApiKey = {
  id: string
  kind: string
  counterId: string | null
  label: string
  createdAt: number
  revokedAt: number | null
}

/**
 * The hall as it stands, in memory: a plain object that one process writes. It is made from the
 * record alone (`evolve`) and rebuilt from the tables at start; both ways give the same (`L3`).
 */
export type HallDay = {
  hallId: string
  setup: Setup
  settings: Setting[]
  keys: Map<string, ApiKey>
  businessDay: string | null
  dayOpen: boolean
  /** Place of the day's opening in the record: what has changed since has a higher version. */
  dayOpenedSeq: number
  /** Labels that customers of an earlier day still held when this day began: not given out again. */
  carried: Set<string>
  /** Last number of each letter on this business day. */
  series: Map<string, number>
  /** Calls of each letter on this business day: the grace of missed numbers counts them. */
  callsOf: Map<string, number>
  tickets: Map<string, Ticket>
  legs: Map<string, Leg>
  evaluations: Map<string, Evaluation>
  /** Legs whose rating two people took out of the count, of all days: there are few. */
  annulled: Set<string>
  counters: Map<string, CounterDay>
  sessions: Map<string, StaffSession>
  devices: Map<string, Device>
  /** Roles by staff id; who is not in it holds those of a new account. */
  roles: Map<string, Set<Role>>
  passkeys: Map<string, Passkey>
  consoleSessions: Map<string, ConsoleSession>
  /** Those nobody has decided yet. */
  proposals: Map<string, Proposal>
  /** Derived from counters, sign-ins and setup; null: to be worked out again. */
  routing: RoutingIndex | null
  /** Waiting tickets, a line for each class and for each counter that somebody was sent to. */
  lines: Map<string, Line>
  /** Calls of this business day that went by those who had joined before, by line. */
  passings: Map<string, Passing[]>
  announcements: Announcement[]
  /** Those sent to self-service on this business day, oldest first. */
  diversions: Diversion[]
  /** Latest handling times of each service, ms, oldest first. */
  handling: Map<string, number[]>
  /** Their medians, ms. */
  usual: Map<string, number>
}

export function emptyHallDay(hallId: string): HallDay {
  return {
    hallId,
    setup: {
      hall: unnamedHall(hallId),
      groups: new Map(),
      services: new Map(),
      counters: new Map(),
      staff: new Map(),
      terminals: new Map(),
      notices: new Map(),
      rules: new Map(),
    },
    settings: [],
    keys: new Map(),
    businessDay: null,
    dayOpen: false,
    dayOpenedSeq: 0,
    carried: new Set(),
    series: new Map(),
    callsOf: new Map(),
    tickets: new Map(),
    legs: new Map(),
    evaluations: new Map(),
    annulled: new Set(),
    counters: new Map(),
    sessions: new Map(),
    devices: new Map(),
    roles: new Map(),
    passkeys: new Map(),
    consoleSessions: new Map(),
    proposals: new Map(),
    routing: null,
    lines: new Map(),
    passings: new Map(),
    announcements: [],
    diversions: [],
    handling: new Map(),
    usual: new Map(),
  }
}

function unnamedHall(id: string): HallIdentity {
  return {
    id,
    name: { zh: id, en: id },
    shortName: { zh: id, en: id },
    timeZone: 'Asia/Shanghai',
    hours: [[], [], [], [], [], [], []],
    specialHours: {},
    hotline: '',
    purpose: 'hall',
  }
}

/** The value of a setting on the hall's present business day. */
export function setting<K extends SettingKey>(day: HallDay, key: K) {
  return settingOn(day.settings, key, day.businessDay ?? '9999-12-31')
}

/** The line a waiting ticket stands in: that of its class, or of the counter it was sent to. */
export function lineKeyOf(ticket: Ticket): string {
  return ticket.forCounterId === null ? classText(ticket) : `@${ticket.forCounterId}`
}

/** The lines of a service that somebody has stood in: one a class. */
export function linesOf(day: HallDay, serviceId: string): Line[] {
  const found: Line[] = []
  for (const priority of priorityClasses) {
    const line = day.lines.get(classText({ serviceId, priority }))
    if (line) found.push(line)
  }
  return found
}

/** How many wait for a service. */
export function waitingOfService(day: HallDay, serviceId: string): number {
  return linesOf(day, serviceId).reduce((sum, line) => sum + line.length, 0)
}

export function lineOf(day: HallDay, key: string): Line {
  let line = day.lines.get(key)
  if (!line) {
    line = new Line()
    day.lines.set(key, line)
  }
  return line
}

/** A counter as it stands; one that nobody has used yet is closed. Changes nothing. */
export function counterOf(day: HallDay, counterId: string): CounterDay {
  return (
    day.counters.get(counterId) ?? {
      id: counterId,
      state: 'closed',
      sessionId: null,
      staffId: null,
      ticketId: null,
      pauseReason: null,
      since: 0,
      version: 0,
    }
  )
}

/** The same, kept in the day: for effects, which change it. */
export function counterToChange(day: HallDay, counterId: string): CounterDay {
  const counter = counterOf(day, counterId)
  day.counters.set(counterId, counter)
  day.routing = null
  return counter
}

/** Remembers how long a completed service took, for the estimate. */
export function learnHandling(day: HallDay, leg: Leg): void {
  const took = handlingMs(leg)
  if (took === null || leg.suspect) return
  const known = day.handling.get(leg.serviceId) ?? []
  known.push(took)
  if (known.length > handlingKept) known.shift()
  day.handling.set(leg.serviceId, known)
  day.usual.set(leg.serviceId, known.toSorted((a, b) => a - b)[known.length >> 1] ?? took)
}
