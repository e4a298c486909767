import { randomUUID } from 'node:crypto'
import type { TSchema } from 'typebox'
import type { Problem } from '#contract/refusals.ts'
import type { Answer, Input, Route } from '#contract/route.ts'
import type { RouteKey, Routes } from '#contract/routes.ts'

type Part<R extends Route, Name extends 'params' | 'body'> =
  R extends Record<Name, TSchema> ? Pick<Input<R>, Name> : Record<never, never>
type Query<R extends Route> = R extends { query: TSchema }
  ? { query?: Partial<Input<R>['query']> }
  : Record<never, never>

/** What a door of the contract takes. */
export type Asked<K extends RouteKey> = Part<Routes[K], 'params'> &
  Part<Routes[K], 'body'> &
  Query<Routes[K]> & { key?: string }

/** The same for any door, and for requests that no honest client would send. */
export type Knock = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  /** The Idempotency-Key; null: none is sent; missing: a new one. */
  key?: string | null
  headers?: Record<string, string>
}

/** An answer as it came over the wire. */
export type Heard = { status: number; headers: Headers; text: string }

/** The statuses of several answers, lowest first. */
export function statusesOf(heard: readonly Heard[]): number[] {
  return heard.map(({ status }) => status).toSorted((a, b) => a - b)
}

/** Thrown where a test took for granted that a door opens. */
export class UnexpectedAnswer extends Error {
  constructor(door: string, { status, text }: Heard) {
    super(`${door} answered ${status}: ${text.slice(0, 400)}`)
  }
}

type Asking<K extends RouteKey> =
  Record<never, never> extends Asked<K> ? [asked?: Asked<K>] : [asked: Asked<K>]

/** Somebody with a credential (or without one) before the doors of a server. */
export class Client {
  readonly url: string
  readonly token: string | null
  /** The sign-in of staff, shown with every request. */
  session: string | null = null
  /** The hall that is meant, where the credential opens several. */
  hallId: string | null = null

  constructor(url: string, token: string | null) {
    this.url = url
    this.token = token
  }

  /** Asks a door that is expected to open. */
  async ask<K extends RouteKey>(door: K, ...[asked]: Asking<K>): Promise<Answer<Routes[K]>> {
    const heard = await this.knock(door, (asked ?? {}) as Knock)
    if (heard.status >= 400) throw new UnexpectedAnswer(door, heard)
    return JSON.parse(heard.text) as Answer<Routes[K]>
  }

  /** Asks a door that is expected to refuse. */
  async refused<K extends RouteKey>(door: K, ...[asked]: Asking<K>): Promise<Problem> {
    const heard = await this.knock(door, (asked ?? {}) as Knock)
    if (heard.status < 400) throw new UnexpectedAnswer(door, heard)
    return JSON.parse(heard.text) as Problem
  }

  /** Sends whatever the test wants to a door and gives back what was heard. */
  knock(door: RouteKey, knock: Knock = {}): Promise<Heard> {
    const [method = '', pattern = ''] = door.split(' ')
    const path = pattern.replace(/:(\w+)/g, (_all, name: string) =>
      encodeURIComponent(knock.params?.[name] ?? ''),
    )
    const given = Object.entries(knock.query ?? {}).map(([name, value]) => [name, String(value)])
    const search = given.length > 0 ? `?${String(new URLSearchParams(given))}` : ''
    return this.fetch(method, path + search, knock)
  }

  /** Sends a request to any address of the server. A body that is text goes as it is. */
  async fetch(method: string, path: string, { body, key, headers = {} }: Knock): Promise<Heard> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const sent = new Headers(this.#own(method, key))
    if (text !== undefined) sent.set('content-type', 'application/json')
    for (const [name, value] of Object.entries(headers)) sent.set(name, value)
    const response = await fetch(this.url + path, {
      method,
      headers: sent,
      ...(text === undefined ? {} : { body: text }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  #own(method: string, key: string | null | undefined): Record<string, string> {
    return {
      ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      ...(this.session === null ? {} : { 'staff-session': this.session }),
      ...(this.hallId === null ? {} : { 'hall-id': this.hallId }),
      ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key ?? randomUUID() }),
    }
  }
}
