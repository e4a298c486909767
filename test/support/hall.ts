import { expect } from 'vitest'
import { isRefused } from '#domain/decision.ts'
import type { Decision, Refused } from '#domain/decision.ts'
import type { HallEvent, RecordedEvent } from '#domain/events.ts'
import { event } from '#domain/events.ts'
import { closeDay, openDayByHand, rollOver } from '#domain/hall/day-acts.ts'
import { evolve } from '#domain/hall/evolve.ts'
import { emptyHallDay, linesOf } from '#domain/hall/hall-day.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import { changeSetting, changeSetup } from '#domain/hall/setup-acts.ts'
import type { SettingKey } from '#domain/hall/settings.ts'
import type { SetupItems, SetupKind } from '#domain/hall/setup.ts'
import type { SetupRow } from '#domain/hall/touched.ts'
import { Touched } from '#domain/hall/touched.ts'
import type { Actor } from '#domain/people/principal.ts'
import { endOverdueSessions } from '#domain/people/session.ts'
import { forceClose } from '#domain/queue/counter-acts.ts'
import { issueTicket } from '#domain/queue/issue.ts'
import { compareInLine } from '#domain/queue/line.ts'
import type { IssueRequest } from '#domain/queue/issue.ts'
import type { Leg, Ticket } from '#domain/queue/ticket.ts'
import { cancel } from '#domain/queue/transfer.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import { instantOf } from '#domain/time.ts'
import { Clerk } from './clerk.ts'
import { hallId, mondayAtNine, smallHall, usually } from './small-hall.ts'

type Decide<V> = (day: HallDay, moment: Moment) => Decision<V>

/** Thrown where a test took for granted that a command is accepted. */
export class UnexpectedRefusal extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(`Refused: ${refusal.refused} ${JSON.stringify(refusal.details ?? {})}`)
    this.refusal = refusal
  }
}

/**
 * A hall in a test: the rules, a record and a clock to turn, and nothing else. Acts go the way they
 * go in the server: decided, recorded, applied. They are taken for granted; `whyNot` asks for the
 * refusal of one instead.
 */
export class Hall {
  readonly day = emptyHallDay(hallId)
  readonly record: RecordedEvent[] = []
  now = mondayAtNine
  /** What the last accepted command touched. */
  touched = new Touched()
  lastRefusal: Refused | null = null
  actor: Actor = { kind: 'system', id: 'test', deviceId: null }
  #made = 0

  /** The small hall at nine on a Monday, its day opened; `patch` changes the hall itself first. */
  constructor(patch: Partial<SetupItems['hall']> = {}, now = mondayAtNine) {
    this.now = now
    this.#add(event('hall.created', { hallId }))
    for (const row of smallHall) this.run((day) => changeSetup(day, row))
    if (Object.keys(patch).length > 0) this.change('hall', hallId, patch)
    this.rollOver()
  }

  // Time.

  pass(ms: number): void {
    this.now += ms
  }

  /** Turns the clock to a local time of the hall: `hall.clock('2026-03-02', 17, 5)`. */
  clock(date: string, hours: number, minutes = 0): void {
    this.now = instantOf(date, hours * 60 + minutes, this.day.setup.hall.timeZone)
  }

  // Commands.

  moment(sessionId: string | null = null): Moment {
    const seal: Moment['seal'] = (what, id) => `sealed ${what} ${id}`
    return { now: this.now, actor: this.actor, sessionId, seal }
  }

  /** Decides and applies, as `server/change.ts` does; a refusal is thrown. */
  run<V extends object>(decide: Decide<V>, sessionId: string | null = null): V {
    const decision = decide(this.day, this.moment(sessionId))
    if (isRefused(decision)) throw new UnexpectedRefusal(decision)
    this.touched = new Touched()
    for (const one of decision.events) this.#add(one)
    const next = decision.next?.()
    if (!next || isRefused(next)) return decision.value
    for (const one of next.events) this.#add(one)
    return { ...decision.value, ...next.value }
  }

  /** Puts events into the record that the hall's own clock makes, without a command. */
  add(...events: HallEvent[]): void {
    this.touched = new Touched()
    for (const one of events) this.#add(one)
  }

  #add(made: HallEvent): void {
    const businessDay =
      made.type === 'day.opened' ? made.data.businessDay : (this.day.businessDay ?? '')
    const seq = this.record.length + 1
    // The record holds text, so nothing in it may change with what it was made from.
    const { type, data } = structuredClone(made)
    const meta = { seq, at: this.now, businessDay, actor: this.actor }
    const recorded = { type, data, ...meta } as RecordedEvent
    this.record.push(recorded)
    evolve(this.day, recorded, this.touched)
  }

  /** The code an act is refused with. A refusal that changed anything fails the test (L5). */
  whyNot(act: () => unknown): RefusalCode {
    const before = picture(this.day)
    const recorded = this.record.length
    this.lastRefusal = refusalOf(act)
    expect(picture(this.day)).toEqual(before)
    expect(this.record.length).toBe(recorded)
    return this.lastRefusal.refused
  }

  /** An id as a screen would make it. */
  newId(what: string): string {
    this.#made += 1
    return `${what}${this.#made}`
  }

  // The hall and its manager.

  change<K extends SetupKind>(kind: K, id: string, patch: Partial<SetupItems[K]> | null): void {
    const maps: Record<string, ReadonlyMap<string, object>> = {
      ...{ group: this.day.setup.groups, service: this.day.setup.services },
      ...{ counter: this.day.setup.counters, staff: this.day.setup.staff },
      ...{ rule: this.day.setup.rules, terminal: this.day.setup.terminals },
    }
    const old = kind === 'hall' ? this.day.setup.hall : maps[kind]?.get(id)
    const row = { kind, id, value: patch && { ...old, ...patch } } as SetupRow
    this.run((day) => changeSetup(day, row))
  }

  /** Gives out numbers at every hour from now on. */
  openAlways(): this {
    const hours = Array.from({ length: 7 }, () => [{ from: 0, until: 24 * 60 }])
    this.change('hall', hallId, { hours })
    return this
  }

  set(key: SettingKey, value: number | string, validFrom = this.day.businessDay ?? ''): void {
    this.run(() => changeSetting({ key, value, validFrom, source: 'test' }))
  }

  rollOver(): string {
    return this.run(rollOver).businessDay
  }

  openDay(businessDay: string, reason = 'test'): void {
    this.run((day, moment) => openDayByHand(day, { businessDay, reason }, moment))
  }

  closeDay(): void {
    this.run(closeDay)
  }

  forceClose(counterId: string): void {
    this.run((day, moment) => forceClose(day, { counterId, reason: 'unattended' }, moment))
  }

  /** What the hall's own clock does with sign-ins; somebody acted just now where nothing is said. */
  endShifts(lastActAt = this.now): void {
    this.add(...endOverdueSessions(this.day, this.now, () => lastActAt))
  }

  // Customers.

  take(serviceId: string, more: Partial<IssueRequest> = {}): Ticket {
    const ticketId = this.newId('t')
    const request = { ticketId, serviceId, language: 'zh', channel: 'kiosk', ...more } as const
    return this.ticket(this.run((day, moment) => issueTicket(day, request, moment)).ticketId)
  }

  cancel(ticket: Ticket, by: 'holder' | 'manager' = 'holder'): void {
    const request = { ticketId: ticket.id, by, reason: 'left' }
    this.run((day, moment) => cancel(day, request, moment))
  }

  ticket(ticketId: string): Ticket {
    return found(this.day.tickets.get(ticketId), `ticket ${ticketId}`)
  }

  leg(ticket: Ticket, leg = ticket.leg): Leg {
    return found(this.day.legs.get(`${ticket.id}.${leg}`), `leg ${leg} of ${ticket.ticketNo}`)
  }

  /** The numbers waiting for a service, or sent to a counter (`@c1`), first one first. */
  line(key: string): string[] {
    const lines = key.startsWith('@') ? [this.day.lines.get(key)] : linesOf(this.day, key)
    const tickets = lines.flatMap((line) => line?.tickets ?? [])
    return tickets.toSorted(compareInLine).map(({ ticketNo }) => ticketNo)
  }

  /** Everything of one kind that has happened, oldest first. */
  events<T extends HallEvent['type']>(type: T): Extract<RecordedEvent, { type: T }>[] {
    return this.record.filter((one) => one.type === type) as Extract<RecordedEvent, { type: T }>[]
  }

  // Staff.

  /** Somebody signs in at a counter, the usual person where none is named. */
  at(counterId: string, staffId = usually[counterId] ?? ''): Clerk {
    return new Clerk(this, counterId, staffId)
  }

  /** Somebody signs in at a counter and opens it. */
  open(counterId: string, staffId?: string): Clerk {
    const clerk = this.at(counterId, staffId)
    clerk.open()
    return clerk
  }
}

/**
 * All that a hall knows, as it stands now; what is only derived, to be quick, left out. Two halls
 * are the same when their pictures are.
 */
export function picture(day: HallDay): HallDay {
  return structuredClone({ ...day, routing: null })
}

export function refusalOf(act: () => unknown): Refused {
  try {
    act()
  } catch (error) {
    if (error instanceof UnexpectedRefusal) return error.refusal
    throw error
  }
  throw new Error('This was to be refused, and was accepted')
}

export function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`There is no ${name}`)
  return thing
}
