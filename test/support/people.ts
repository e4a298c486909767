import type { Static } from 'typebox'
import type { RatingBody } from '#contract/evaluation.ts'
import type { Problem } from '#contract/refusals.ts'
import type { IssuedShape, TicketReply } from '#contract/queue.ts'
import type { RouteKey } from '#contract/routes.ts'
import type { KeyKind } from '#domain/people/principal.ts'
import type { PauseReason } from '#domain/queue/counter.ts'
import { Client } from './client.ts'

/** What the taker of a number gets. */
export type Taken = Static<typeof IssuedShape>

/** The operator of the machine: makes credentials and sets the hall up. */
export class Operator extends Client {
  /** A new key for a program or screen; its secret is the token. */
  async makeKey(kind: KeyKind, counterId?: string): Promise<{ id: string; secret: string }> {
    const body = { kind, ...(counterId === undefined ? {} : { counterId }) }
    const { key, secret } = await this.ask('POST /api/v1/keys', { body })
    return { id: key.id, secret }
  }

  async revoke(keyId: string): Promise<void> {
    await this.ask('POST /api/v1/keys/:keyId/revoke', { params: { keyId } })
  }

  async set(key: string, value: number | string, validFrom = '2026-01-01'): Promise<void> {
    const body = { value, validFrom, source: 'test' }
    await this.ask('PUT /api/v1/settings/:key', { params: { key } as never, body })
  }

  /** Everything in the record, in order. */
  async events(type?: string) {
    const all = []
    for (let after = 0, more = true; more;) {
      const query = { after, limit: 1000, ...(type === undefined ? {} : { type }) }
      const page = await this.ask('GET /api/v1/events', { query })
      all.push(...page.events)
      after = page.next
      more = page.more
    }
    return all
  }
}

/** A ticket kiosk. */
export class Kiosk extends Client {
  take(serviceId: string, more: { id?: string; language?: 'zh' | 'en'; key?: string } = {}) {
    const { key, ...fields } = more
    const body = { serviceId, ...fields }
    return this.ask('POST /api/v1/tickets', { body, ...(key === undefined ? {} : { key }) })
  }
}

/** The holder of a ticket, by its token. */
export class Phone extends Client {
  async ticket(): Promise<TicketReply> {
    return (await this.ask('GET /api/v1/tickets/mine')).ticket
  }
}

type Ticket = { id: string }
/** What staff do with a ticket: the last part of its door. */
type TicketVerb =
  Extract<
    RouteKey,
    `POST /api/v1/tickets/:ticketId/${string}`
  > extends `${string}:ticketId/${infer V}`
    ? Exclude<V, 'cancel'>
    : never
type CounterVerb = 'open' | 'close' | 'pause' | 'resume' | 'sign-out' | 'call-next' | 'call'

/** A counter terminal; after `signIn`, the person at it. */
export class Counter extends Client {
  readonly counterId: string

  constructor(url: string, token: string | null, counterId: string) {
    super(url, token)
    this.counterId = counterId
  }

  /** The usual person of the counter signs in, or whoever is named. */
  async signIn(who?: { staffNo: string; pin: string }): Promise<string> {
    const body = who ?? (await this.usual())
    const params = { counterId: this.counterId }
    const { session } = await this.ask('POST /api/v1/counters/:counterId/sign-in', { params, body })
    this.session = session
    return session
  }

  /** Staff number and PIN of the usual person here, from the start page of the sample hall. */
  async usual(counterId = this.counterId): Promise<{ staffNo: string; pin: string }> {
    const { staff } = await new Client(this.url, null).ask('GET /api/v1/sample')
    const found = staff.find((one) => one.counterId === counterId)
    if (!found) throw new Error(`Nobody is usually at ${counterId}`)
    return { staffNo: found.staffNo, pin: found.pin }
  }

  /** Signs in and begins to call. */
  async begin(): Promise<this> {
    await this.signIn()
    await this.at('open')
    return this
  }

  /** An act of the counter itself. */
  async at(verb: CounterVerb, body?: object) {
    const door = `POST /api/v1/counters/:counterId/${verb}` as const
    return this.ask(door, { params: { counterId: this.counterId }, body } as never)
  }

  /** The refusal of an act of the counter itself. */
  notAt(verb: CounterVerb, body?: object): Promise<Problem> {
    const door = `POST /api/v1/counters/:counterId/${verb}` as const
    return this.refused(door, { params: { counterId: this.counterId }, body } as never)
  }

  pause(reason: PauseReason = 'meal') {
    return this.at('pause', { reason })
  }

  async callNext(): Promise<TicketReply> {
    const params = { counterId: this.counterId }
    return (await this.ask('POST /api/v1/counters/:counterId/call-next', { params })).ticket
  }

  /** An act on a ticket. */
  async act(verb: TicketVerb, { id: ticketId }: Ticket, body?: object): Promise<TicketReply> {
    const door = `POST /api/v1/tickets/:ticketId/${verb}` as const
    return (await this.ask(door, { params: { ticketId }, body } as never)).ticket
  }

  /** The refusal of an act on a ticket. */
  notAct(verb: TicketVerb, { id: ticketId }: Ticket, body?: object): Promise<Problem> {
    const door = `POST /api/v1/tickets/:ticketId/${verb}` as const
    return this.refused(door, { params: { ticketId }, body } as never)
  }

  /** Calls the next one, who comes at once. */
  async serveNext(): Promise<TicketReply> {
    return this.act('start', await this.callNext())
  }

  /** Calls, serves and completes the next one. */
  async serveOne(): Promise<TicketReply> {
    return this.act('complete', await this.serveNext())
  }

  async walkIn(serviceId: string): Promise<TicketReply> {
    const params = { counterId: this.counterId }
    const body = { serviceId }
    return (await this.ask('POST /api/v1/counters/:counterId/walk-in', { params, body })).ticket
  }
}

type Rating = Omit<Static<typeof RatingBody>, 'grant'>
type Grant = { legId: string; grant: string }
export const good: Rating = { attitude: 5, efficiency: 4 }

/** Rates a leg, as the evaluator of a counter or the holder of a ticket. */
export async function rate(rater: Client, { legId, grant }: Grant, rating: Rating = good) {
  const body = { grant, ...rating }
  return rater.ask('POST /api/v1/evaluations/:legId/rating', { params: { legId }, body })
}

export function notRated(rater: Client, { legId, grant }: Grant, rating: Rating = good) {
  const body = { grant, ...rating }
  return rater.refused('POST /api/v1/evaluations/:legId/rating', { params: { legId }, body })
}
