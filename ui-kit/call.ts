import type { TSchema } from 'typebox'
import type { Problem } from '#contract/refusals.ts'
import type { Answer, Input, Route } from '#contract/route.ts'
import type { RouteKey, Routes } from '#contract/routes.ts'
import type { Credential, RefusalCode } from './credential.ts'
import { newId } from './new-id.ts'

type Part<R extends Route, Name extends 'params' | 'body'> =
  R extends Record<Name, TSchema> ? Pick<Input<R>, Name> : Record<never, never>
type Query<R extends Route> = R extends { query: TSchema }
  ? { query?: Partial<Input<R>['query']> }
  : Record<never, never>

/** What a door takes, and how long to wait for its answer. */
export type CallInput<K extends RouteKey> = Part<Routes[K], 'params'> &
  Part<Routes[K], 'body'> &
  Query<Routes[K]> &
  Pick<Knock, 'key' | 'patienceMs' | 'attemptMs' | 'unattended'>

/** `problem` null: nobody answered in time, and whether it was done is not known. */
export type CallResult<K extends RouteKey> =
  { ok: true; answer: Answer<Routes[K]> } | { ok: false; problem: Problem | null }

/** The same as `CallInput`, for any door: how a command looks while it is kept. */
export type Knock = {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
  /** Given only where the same command was begun before. */
  key?: string
  patienceMs?: number
  /** One sending waits so long, where the server takes long for its answer. */
  attemptMs?: number
  /** The page asks by itself: nobody's sign-in is kept from idling by it. */
  unattended?: boolean
}

/** After so long without an answer a screen says that it is offline. */
const patienceMs = 8_000
const attemptUsualMs = 4_000
const firstPauseMs = 250

/**
 * Asks a door of the server. A command carries a key made at the press: while no answer comes it is
 * sent again with the same key, so it is done once however often it was sent.
 */
export function call<K extends RouteKey>(
  credential: Credential,
  door: K,
  ...[input]: Record<never, never> extends CallInput<K>
    ? [input?: CallInput<K>]
    : [input: CallInput<K>]
): Promise<CallResult<K>> {
  return knock<K>(credential, door, input ?? {})
}

/** `call` for a command whose door is known only when it runs. */
export async function knock<K extends RouteKey>(
  credential: Credential,
  door: K,
  asked: Knock,
): Promise<CallResult<K>> {
  const request = { ...asked, key: asked.key ?? newId() }
  const deadline = performance.now() + (asked.patienceMs ?? patienceMs)
  let isRenewed = false
  for (let pause = firstPauseMs; ; pause *= 2) {
    const result = await attempt<K>(credential, door, request, deadline - performance.now())
    const refused = result && !result.ok ? result.problem?.code : undefined
    if (refused && isOfCredential(refused) && !isRenewed) {
      isRenewed = true
      if (await credential.renew(refused)) continue
    }
    // A sign-in that the server knows no more is not shown to it again.
    if (refused?.startsWith('session-')) credential.session = null
    if (result) return result
    const wait = pause * (0.5 + Math.random())
    if (performance.now() + wait >= deadline) return { ok: false, problem: null }
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

/** The credential opens nothing, here or anywhere. */
export function isOfCredential(code: RefusalCode): boolean {
  return code.startsWith('credential-') || code === 'device-revoked'
}

/** One sending; null when no answer came. */
async function attempt<K extends RouteKey>(
  credential: Credential,
  door: K,
  asked: Knock & { key: string },
  leftMs: number,
): Promise<CallResult<K> | null> {
  const { method, url } = addressOf(door, asked)
  const { attemptMs = attemptUsualMs } = asked
  try {
    const response = await fetch(url, {
      method,
      headers: headersOf(credential, method, asked),
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      cache: 'no-store',
      signal: AbortSignal.timeout(Math.max(1, Math.min(attemptMs, leftMs))),
    })
    if (response.ok) return { ok: true, answer: (await answerOf(response)) as Answer<Routes[K]> }
    const problem = await problemOf(response)
    return problem ? { ok: false, problem } : null
  } catch {
    return null
  }
}

/** Some doors answer with a file; its text is the answer, with the mark that says it is UTF-8. */
async function answerOf(response: Response): Promise<unknown> {
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.startsWith('text/')) return response.json()
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
}

/** What stands between here and the server may answer too, but it knows no code of ours. */
async function problemOf(response: Response): Promise<Problem | null> {
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.startsWith('application/problem+json')) return null
  return (await response.json()) as Problem
}

function addressOf(door: RouteKey, { params = {}, query = {} }: Knock) {
  const [method = '', pattern = ''] = door.split(' ')
  const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  )
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return { method, url: search.size > 0 ? `${path}?${search}` : path }
}

function headersOf(
  { token, session }: Credential,
  method: string,
  { key, body, unattended }: Knock & { key: string },
): Headers {
  const headers = new Headers({ 'Accept-Language': document.documentElement.lang })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (method !== 'GET') headers.set('Idempotency-Key', key)
  if (token) headers.set('Authorization', `Bearer ${token}`)
  if (session) headers.set('Staff-Session', session)
  if (unattended) headers.set('Unattended', '1')
  return headers
}
