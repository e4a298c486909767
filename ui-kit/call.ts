import type { TSchema } from 'typebox'
import { v4 as newKey } from 'uuid'
import type { Problem } from '#contract/refusals.ts'
import type { Answer, Input, Route } from '#contract/route.ts'
import type { RouteKey, Routes } from '#contract/routes.ts'
import type { Credential } from './credential.ts'

type Part<R extends Route, Name extends 'params' | 'body'> =
  R extends Record<Name, TSchema> ? Pick<Input<R>, Name> : Record<never, never>
type Query<R extends Route> = R extends { query: TSchema }
  ? { query?: Partial<Input<R>['query']> }
  : Record<never, never>

/** What a door takes; `key` only where the same command was begun before (see `Outbox`). */
export type CallInput<K extends RouteKey> = Part<Routes[K], 'params'> &
  Part<Routes[K], 'body'> &
  Query<Routes[K]> & { key?: string; patienceMs?: number }

/** `problem` null: nobody answered in time, and whether it was done is not known. */
export type CallResult<K extends RouteKey> =
  { ok: true; answer: Answer<Routes[K]> } | { ok: false; problem: Problem | null }

/** After so long without an answer a screen says that it is offline. */
const patienceMs = 8_000
const attemptMs = 4_000
const firstPauseMs = 250

type Loose = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  key?: string
  patienceMs?: number
}

/**
 * Knocks at a door of the server. A command carries a key made at the press: while no answer comes
 * it is sent again with the same key, so it is done once however often it was sent.
 */
export async function call<K extends RouteKey>(
  credential: Credential,
  door: K,
  ...[input]: Record<never, never> extends CallInput<K>
    ? [input?: CallInput<K>]
    : [input: CallInput<K>]
): Promise<CallResult<K>> {
  const asked: Loose = input ?? {}
  const key = asked.key ?? newKey()
  const deadline = performance.now() + (asked.patienceMs ?? patienceMs)
  let renewed = false
  for (let pause = firstPauseMs; ; pause *= 2) {
    const result = await attempt<K>(credential, door, asked, key, deadline - performance.now())
    if (result && !result.ok && isCredentialRefused(result.problem) && !renewed) {
      renewed = true
      if (await credential.renew()) continue
    }
    if (result) return withSignIn(credential, result)
    const wait = pause * (0.5 + Math.random())
    if (performance.now() + wait >= deadline) return { ok: false, problem: null }
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

/** One sending; null when no answer came. */
async function attempt<K extends RouteKey>(
  credential: Credential,
  door: K,
  asked: Loose,
  key: string,
  leftMs: number,
): Promise<CallResult<K> | null> {
  const { method, url } = addressOf(door, asked)
  try {
    const response = await fetch(url, {
      method,
      headers: headersOf(credential, method, key, asked.body !== undefined),
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      cache: 'no-store',
      signal: AbortSignal.timeout(Math.max(1, Math.min(attemptMs, leftMs))),
    })
    if (response.ok) return { ok: true, answer: (await response.json()) as Answer<Routes[K]> }
    const problem = await problemOf(response)
    return problem ? { ok: false, problem } : null
  } catch {
    return null
  }
}

/** Something between here and the server may answer too, but it knows no code of ours. */
async function problemOf(response: Response): Promise<Problem | null> {
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.startsWith('application/problem+json')) return null
  return (await response.json()) as Problem
}

function addressOf(door: RouteKey, { params = {}, query = {} }: Loose) {
  const [method = '', pattern = ''] = door.split(' ')
  const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, String(value))
  return { method, url: search.size > 0 ? `${path}?${search}` : path }
}

function headersOf(credential: Credential, method: string, key: string, hasBody: boolean): Headers {
  const headers = new Headers({ 'Accept-Language': document.documentElement.lang })
  if (hasBody) headers.set('Content-Type', 'application/json')
  if (method !== 'GET') headers.set('Idempotency-Key', key)
  if (credential.token) headers.set('Authorization', `Bearer ${credential.token}`)
  if (credential.session) headers.set('Staff-Session', credential.session)
  return headers
}

/** A sign-in that the server knows no more is not shown to it again. */
function withSignIn<K extends RouteKey>(credential: Credential, result: CallResult<K>) {
  const code = result.ok ? null : result.problem?.code
  if (code === 'session-ended' || code === 'session-required') credential.session = null
  return result
}

function isCredentialRefused(problem: Problem | null): boolean {
  return problem?.code === 'credential-invalid' || problem?.code === 'credential-missing'
}
