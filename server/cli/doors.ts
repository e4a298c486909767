import { randomUUID } from 'node:crypto'
import type { TSchema } from 'typebox'
import type { Problem } from '#contract/refusals.ts'
import type { Answer, Input, Route } from '#contract/route.ts'
import type { RouteKey, Routes } from '#contract/routes.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Transport } from './transport.ts'

type Part<R extends Route, Name extends 'params' | 'body'> =
  R extends Record<Name, TSchema> ? Pick<Input<R>, Name> : Record<never, never>
type Query<R extends Route> = R extends { query: TSchema }
  ? { query?: Partial<Input<R>['query']> }
  : Record<never, never>

/** What a door of the contract takes. */
type Asked<K extends RouteKey> = Part<Routes[K], 'params'> &
  Part<Routes[K], 'body'> &
  Query<Routes[K]>

type Asking<K extends RouteKey> =
  Record<never, never> extends Asked<K> ? [asked?: Asked<K>] : [asked: Asked<K>]

/** What is shown at a door. */
export type Shown = {
  bearer: string
  /** The sign-in of staff at a terminal. */
  session?: string
  /** The hall that is meant; missing: the first one. */
  hallId?: string
}

/** A door that did not open, in the words of its problem. */
export class DoorClosed extends Error {
  override readonly name = 'DoorClosed'
  readonly code: RefusalCode | null

  constructor(door: string, status: number, text: string) {
    const problem = readProblem(text)
    super(problem ? wordsOf(problem) : `${door} answered ${status}: ${text.slice(0, 200)}`)
    this.code = problem?.code ?? null
  }
}

function readProblem(text: string): Problem | null {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return null
  }
}

function wordsOf({ titles, code, details }: Problem): string {
  const facts = Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${value}`)
  return `${titles.en} (${[code, ...facts].join(', ')})`
}

/** Somebody with a credential before the doors of a server. */
export class Doors {
  readonly #transport: Transport
  readonly #headers: Record<string, string>

  constructor(transport: Transport, { bearer, session, hallId }: Shown) {
    this.#transport = transport
    this.#headers = {
      authorization: `Bearer ${bearer}`,
      ...(session === undefined ? {} : { 'staff-session': session }),
      ...(hallId === undefined ? {} : { 'hall-id': hallId }),
    }
  }

  /** Asks a door; throws its refusal. A command carries a key of its own. */
  async ask<K extends RouteKey>(door: K, ...[asked]: Asking<K>): Promise<Answer<Routes[K]>> {
    const { params, query, body } = (asked ?? {}) as {
      params?: Record<string, string>
      query?: QueryFields
      body?: unknown
    }
    const [method = '', pattern = ''] = door.split(' ')
    const path = pattern.replace(/:(\w+)/g, (_all, name: string) =>
      encodeURIComponent(params?.[name] ?? ''),
    )
    const { status, text } = await this.#transport.send({
      method,
      path: path + searchOf(query ?? {}),
      headers: {
        ...this.#headers,
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (status >= 400) throw new DoorClosed(door, status, text)
    return JSON.parse(text) as Answer<Routes[K]>
  }
}

type QueryFields = Record<string, string | number | boolean | undefined>

function searchOf(query: QueryFields): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) given.set(name, String(value))
  return given.size > 0 ? `?${String(given)}` : ''
}
