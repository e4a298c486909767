import type { Annulment, Evaluation, FlagRow } from '../evaluation/rating.ts'
import type { Device } from '../devices/device.ts'
import type { ConsoleEnd, ConsoleSession, Passkey } from '../people/console.ts'
import type { Role, StaffSession } from '../people/principal.ts'
import type { Proposal } from '../people/proposal.ts'
import type { CounterDay } from '../queue/counter.ts'
import type { Diversion } from '../queue/diversion.ts'
import type { Leg, Ticket } from '../queue/ticket.ts'
import type { ApiKey } from './hall-day.ts'
import type { Setting } from './settings.ts'
import type { SetupItems, SetupKind } from './setup.ts'

type Versioned = { version: number }

/** One row of the setup as it is now; null: taken out. */
export type SetupRow = {
  [K in SetupKind]: { kind: K; id: string; value: SetupItems[K] | null }
}[SetupKind]

/** The life of one business day as its table keeps it. */
export type DayChange =
  | { businessDay: string; openedAt: number; because: string }
  | { businessDay: string; closedAt: number; counts: Record<string, number> }

export type RoleChange = { staffId: string; role: Role; held: boolean; at: number }
type SessionOver = { endedAt: number; because: ConsoleEnd }

/**
 * What a command has changed, so that exactly those rows are written. The version of a thing is
 * the number of the event that last changed it; `before` keeps the version its row still has, and
 * a row that has another one is a fault (compare and set).
 */
export class Touched {
  readonly tickets = new Map<Ticket, number>()
  readonly legs = new Map<Leg, number>()
  readonly evaluations = new Map<Evaluation, number>()
  readonly counters = new Map<CounterDay, number>()
  readonly sessionsStarted = new Set<StaffSession>()
  readonly sessionsEnded = new Map<string, { endedAt: number; because: string }>()
  readonly keys = new Set<ApiKey>()
  readonly devices = new Set<Device>()
  /** By person and role: whether it is held now. */
  readonly roles = new Map<string, RoleChange>()
  readonly passkeysAdded = new Set<Passkey>()
  readonly passkeysRemoved = new Set<string>()
  /** Console sessions with their end, where they have ended. */
  readonly consoleSessions = new Map<ConsoleSession, SessionOver | null>()
  readonly proposals = new Set<Proposal>()
  readonly annulments = new Set<Annulment>()
  readonly flags = new Set<FlagRow>()
  readonly setup: SetupRow[] = []
  readonly settings: Setting[] = []
  readonly days: DayChange[] = []
  readonly diversions: Diversion[] = []
  /** Letters whose last number or count of calls moved. */
  readonly series = new Set<string>()

  ticket(ticket: Ticket, seq: number): Ticket {
    return touch(this.tickets, ticket, seq)
  }
  leg(leg: Leg, seq: number): Leg {
    return touch(this.legs, leg, seq)
  }
  evaluation(evaluation: Evaluation, seq: number): Evaluation {
    return touch(this.evaluations, evaluation, seq)
  }
  counter(counter: CounterDay, seq: number): CounterDay {
    return touch(this.counters, counter, seq)
  }
}

function touch<T extends Versioned>(map: Map<T, number>, thing: T, seq: number): T {
  if (!map.has(thing)) map.set(thing, thing.version)
  thing.version = seq
  return thing
}
