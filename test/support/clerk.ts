import type { Decision } from '#domain/decision.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { counterOf } from '#domain/hall/hall-day.ts'
import type { Moment } from '#domain/hall/moment.ts'
import { signIn, signOut } from '#domain/people/session.ts'
import { callByNumber, callNext, markNoShow, noShowAllowed, recall } from '#domain/queue/call.ts'
import {
  closeCounter,
  openCounter,
  pauseCounter,
  resumeCounter,
} from '#domain/queue/counter-acts.ts'
import type { CounterDay, PauseReason } from '#domain/queue/counter.ts'
import {
  addNote,
  complete,
  completeAndCallNext,
  correctService,
  park,
  resume,
  start,
  walkIn,
} from '#domain/queue/serve.ts'
import type { DirectCallReason, Outcome, ParkReason, Ticket } from '#domain/queue/ticket.ts'
import { requeue, transfer } from '#domain/queue/transfer.ts'
import type { TransferRequest } from '#domain/queue/transfer.ts'
import type { Hall } from './hall.ts'

/** A person signed in at a counter. Acts on a ticket mean the one in hand where none is named. */
export class Clerk {
  readonly hall: Hall
  readonly counterId: string
  readonly staffId: string
  readonly sessionId: string

  constructor(hall: Hall, counterId: string, staffId: string) {
    this.hall = hall
    this.counterId = counterId
    this.staffId = staffId
    this.sessionId = hall.newId('session')
    const request = { sessionId: this.sessionId, staffId, counterId, deviceId: `at ${counterId}` }
    hall.run((day, moment) => signIn(day, request, moment))
  }

  get counter(): CounterDay {
    return counterOf(this.hall.day, this.counterId)
  }

  /** The ticket that is called or served here. */
  get hand(): Ticket {
    return this.hall.ticket(this.counter.ticketId ?? `in hand at ${this.counterId}`)
  }

  #run<V extends object>(decide: (day: HallDay, moment: Moment) => Decision<V>): V {
    return this.hall.run(decide, this.sessionId)
  }

  open(): void {
    this.#run((day, moment) => openCounter(day, this.counterId, moment))
  }

  pause(reason: PauseReason = 'meal'): void {
    const request = { counterId: this.counterId, reason }
    this.#run((day, moment) => pauseCounter(day, request, moment))
  }

  goOn(): void {
    this.#run((day, moment) => resumeCounter(day, this.counterId, moment))
  }

  close(): void {
    this.#run((day, moment) => closeCounter(day, this.counterId, moment))
  }

  signOut(): void {
    this.#run(signOut)
  }

  callNext(counterId = this.counterId): Ticket {
    const { ticketId } = this.#run((day, moment) => callNext(day, { counterId }, moment))
    return this.hall.ticket(ticketId)
  }

  callByNumber(ticket: Ticket, reason: DirectCallReason = 'promised'): void {
    this.#run((day, moment) => callByNumber(day, { ticketId: ticket.id, reason }, moment))
  }

  recall({ id: ticketId } = this.hand): void {
    this.#run((day, moment) => recall(day, { ticketId }, moment))
  }

  start({ id: ticketId } = this.hand): void {
    this.#run((day, moment) => start(day, { ticketId }, moment))
  }

  /** Calls the next one, who comes at once. */
  serveNext(): Ticket {
    const ticket = this.callNext()
    this.start(ticket)
    return ticket
  }

  complete({ id: ticketId } = this.hand, outcome: Outcome = 'done'): void {
    this.#run((day, moment) => complete(day, { ticketId, outcome }, moment))
  }

  completeAndCallNext({ id } = this.hand, counterId = this.counterId): Ticket | null {
    const request = { counterId, ticketId: id, outcome: 'done' } as const
    const { ticketId } = this.#run((day, moment) => completeAndCallNext(day, request, moment))
    return ticketId === null ? null : this.hall.ticket(ticketId)
  }

  markNoShow({ id: ticketId } = this.hand, phoneOpen = false): void {
    this.#run((day, moment) => markNoShow(day, { ticketId, phoneOpen }, moment))
  }

  /** Recalls as often and waits as long as the hall asks for, then marks the number as missed. */
  giveUp(ticket = this.hand): void {
    const { calls } = noShowAllowed(this.hall.day, ticket, false)
    for (let made = 0; made < calls; made++) this.recall(ticket)
    const { at } = noShowAllowed(this.hall.day, ticket, false)
    this.hall.pass(Math.max(0, at - this.hall.now))
    this.markNoShow(ticket)
  }

  park(reason: ParkReason = 'fetching-papers', { id: ticketId } = this.hand): void {
    this.#run((day, moment) => park(day, { ticketId, reason }, moment))
  }

  resume({ id: ticketId }: Ticket): void {
    this.#run((day, moment) => resume(day, { ticketId }, moment))
  }

  transfer(to: Partial<TransferRequest>, { id: ticketId } = this.hand): void {
    const request = { ticketId, place: 'seniority', ...to } as const
    this.#run((day, moment) => transfer(day, request, moment))
  }

  requeue({ id: ticketId }: Ticket): void {
    this.#run((day, moment) => requeue(day, { ticketId }, moment))
  }

  walkIn(serviceId: string, counterId = this.counterId): Ticket {
    const ticketId = this.hall.newId('t')
    const request = { ticketId, serviceId, language: 'zh', counterId } as const
    this.#run((day, moment) => walkIn(day, request, moment))
    return this.hall.ticket(ticketId)
  }

  correctService(serviceId: string, { id: ticketId } = this.hand): void {
    this.#run((day, moment) => correctService(day, { ticketId, serviceId }, moment))
  }

  note(noteHash: string, { id: ticketId } = this.hand): void {
    this.#run((day, moment) => addNote(day, { ticketId, noteHash }, moment))
  }
}
