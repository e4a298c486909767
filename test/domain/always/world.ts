import { isDeepStrictEqual } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { expect } from 'vitest'
import type { Decision } from '#domain/decision.ts'
import { isRefused } from '#domain/decision.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import type { CounterState } from '#domain/queue/counter.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { Clerk } from '../../support/clerk.ts'
import { Hall, UnexpectedRefusal } from '../../support/hall.ts'
import { usually } from '../../support/small-hall.ts'

/**
 * A hall that doubts its own rules: each command is decided twice, which must come to the same
 * (L4) and change nothing (L5); what an accepted one changes must be noted as touched (L6).
 */
export class DoubtfulHall extends Hall {
  override run<V extends object>(
    decide: (day: HallDay, moment: Moment) => Decision<V>,
    sessionId: string | null = null,
  ): V {
    const before = bytesOf(this.day)
    const first = decide(this.day, this.moment(sessionId))
    const again = decide(this.day, this.moment(sessionId))
    expect(isRefused(first) ? first : first.events).toEqual(isRefused(again) ? again : again.events)
    expect(bytesOf(this.day).equals(before), 'deciding changed the hall').toBe(true)
    const value = super.run(decide, sessionId)
    expect(unnoted(deserialize(before) as HallDay, this)).toEqual([])
    return value
  }
}

/** A hall as bytes: quick to compare, and every bit of it counts. */
function bytesOf(day: HallDay): Buffer {
  return serialize({ ...day, routing: null })
}

/** What differs now and was not noted, or not with the version that its row still has. */
function unnoted(before: HallDay, { day, touched }: Hall): string[] {
  const found: string[] = []
  for (const kind of ['tickets', 'legs', 'evaluations', 'counters'] as const) {
    const noted = touched[kind] as ReadonlyMap<object, number>
    for (const [id, now] of day[kind] as ReadonlyMap<string, { version: number }>) {
      const then = before[kind].get(id)
      const asNoted = noted.get(now) === (then?.version ?? 0)
      if (!(noted.has(now) ? asNoted : isDeepStrictEqual(then, now))) found.push(`${kind} ${id}`)
    }
  }
  return found
}

/** A hall with its people, who act as chance has it. */
export class World {
  readonly hall: Hall
  /** How often each kind of command was accepted. */
  readonly accepted = new Map<string, number>()
  readonly #clerks = new Map<string, Clerk>()

  /** Its morning: two counters are open, and some people wait. */
  constructor(hall: Hall) {
    this.hall = hall
    for (const counterId of ['c1', 'c2']) this.signIn(counterId).open()
    for (const service of ['pay', 'fault', 'pay', 'invoice', 'install']) hall.take(service)
  }

  signIn(counterId: string, staffId = usually[counterId] ?? ''): Clerk {
    const clerk = new Clerk(this.hall, counterId, staffId)
    this.#clerks.set(counterId, clerk)
    return clerk
  }

  /** Somebody at a counter in this state, mostly; nobody signed in there: the usual person does. */
  clerk(pick: number, ...states: CounterState[]): Clerk {
    const fitting = [...this.hall.day.counters.values()].filter((one) => states.includes(one.state))
    const counterId =
      (pick % 10 > 0 && fitting[pick % Math.max(1, fitting.length)]?.id) || `c${(pick % 3) + 1}`
    const known = this.#clerks.get(counterId)
    return known && this.hall.day.sessions.has(known.sessionId) ? known : this.signIn(counterId)
  }

  /** Any ticket of the hall, in this state where one is asked for, or one that is not there. */
  ticket(pick: number, state?: Ticket['state']): Ticket {
    const all = [...this.hall.day.tickets.values()]
    const fitting = state === undefined ? all : all.filter((ticket) => ticket.state === state)
    return fitting[pick % Math.max(1, fitting.length)] ?? ({ id: 'nobody' } as Ticket)
  }

  /** What the clerk has in hand, mostly, or else any ticket. */
  inHand(clerk: Clerk, pick: number): Ticket {
    const { ticketId } = clerk.counter
    return ticketId !== null && pick % 10 > 0 ? this.hall.ticket(ticketId) : this.ticket(pick)
  }

  /** The leg of one of the latest evaluations; one without an outcome, mostly. */
  leg(pick: number): string {
    const all = [...this.hall.day.evaluations.values()]
    const open = all.filter((one) => one.state === 'requested')
    const from = pick % 4 > 0 && open.length > 0 ? open : all
    return from.at(-1 - (pick % 3))?.legId ?? 'no leg'
  }

  /** Takes a command, which may be refused. */
  try(kind: string, act: () => void): void {
    try {
      act()
      this.accepted.set(kind, (this.accepted.get(kind) ?? 0) + 1)
    } catch (error) {
      if (!(error instanceof UnexpectedRefusal)) throw error
    }
  }
}
