import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bodyOf } from '#contract/body.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { routes } from '#contract/routes.ts'
import type { RouteKey, Routes } from '#contract/routes.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { authorise } from '#domain/people/authorise.ts'
import { cellFor } from '#domain/people/matrix.ts'
import type { ActId, Cell } from '#domain/people/matrix.ts'
import type { Actor } from '#domain/people/principal.ts'
import type { Command, Outcome } from './change.ts'
import { browserOf, cookieOf } from './cookies.ts'
import type { Browser } from './cookies.ts'
import { allowMissingBody, schemaOf } from './door-schema.ts'
import type { Hall } from './hall/hall.ts'
import type { Halls } from './hall/halls.ts'
import { payloadHash } from './idempotency.ts'
import type { DoorLimits } from './limits/doors.ts'
import { endedCode } from './people/console/find.ts'
import type { Credentials, Principal } from './people/credential.ts'
import { noteTurnedAway } from './people/denials.ts'
import { problemOf } from './problem.ts'
import { isLoopback } from './settings.ts'

/** What a handler is given: who asks, in which hall, with what. */
export type Asked<K extends RouteKey> = Input<Routes[K]> & {
  hall: Hall
  principal: Principal
  /** The terms on which the matrix let them in. */
  cell: Cell
  /** Comes from this very machine. */
  local: boolean
  browser: Browser
}

type Decided = Pick<Command, 'decide' | 'reply' | 'beside'> & {
  /** Adds to a kept reply what is never kept: secrets derived from its ids. */
  finish?: (reply: object) => object
}

type Told<K extends RouteKey> = Exclude<Reply<Routes[K]>, string>

/** An answer that is saved and not read by a screen. */
type File = { name: string; text: string }

/** How a door is answered: by reading, by a command, outside the record, or with a file. */
export type Handler<K extends RouteKey> =
  | { read: (asked: Asked<K>) => Told<K> | Refused }
  | { command: (asked: Asked<K>) => Decided | Refused }
  | { plain: (asked: Asked<K>) => Promise<Told<K> | Refused> }
  | { file: (asked: Asked<K>) => Promise<File | Refused> }

/** One handler for each door of the contract: a missing one does not compile. */
export type Handlers = { [K in RouteKey]: Handler<K> }

/** Ties a decision and its reply together, so that the value of one is that of the other. */
export function decided<V extends object>(
  decision: Pick<Command<V>, 'decide' | 'reply' | 'beside'> & Pick<Decided, 'finish'>,
): Decided {
  return decision
}

/** Who asks, and at which hall: known before anything else of a request is read. */
type Asker = { principal: Principal; hall: Hall | undefined; cell: Cell }

declare module 'fastify' {
  interface FastifyRequest {
    asker: Asker | null
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Hangs every door of the contract on the server. */
export function openDoors(
  app: FastifyInstance,
  handlers: Handlers,
  halls: Halls,
  credentials: Credentials,
  limits: Pick<DoorLimits, 'ofStranger'>,
): void {
  app.decorateRequest('asker', null)
  for (const key of Object.keys(routes) as RouteKey[]) {
    const route: Route = routes[key]
    const [method = '', url = ''] = key.split(' ')
    app.route({
      method: method as 'GET',
      url,
      schema: schemaOf(route, url),
      // Before the body is read: nobody is listened to who may not come in.
      onRequest: async (request, reply) => {
        // Answers carry tokens and states: nobody on the way may keep one and give it out again.
        void reply.header('Cache-Control', 'no-store')
        const asker = askerOf(request, key, halls, credentials)
        if (isRefused(asker))
          return refusal(reply, request, halls.first, await limits.ofStranger(request, asker))
        request.asker = asker
      },
      preValidation: allowMissingBody(route),
      handler: (request, reply) => answer(request, reply),
    })

    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const { params, body, query, asker } = request
      const local = isLoopback(request.ip)
      const browser = browserOf(request, reply)
      const asked = { params, body, query, local, browser, ...asker } as unknown as Asked<RouteKey>
      const handler = handlers[key] as Handler<RouteKey>
      const reason = reasonIn(body)
      if (asker?.cell.reason && reason === null && !(routes[key] as Route).reasonInShape)
        return refusal(reply, request, asked.hall, refuse('reason-required'))
      if ('command' in handler)
        return runCommand(request, reply, key, handler.command(asked), asked)
      if ('file' in handler) {
        const file = await handler.file(asked)
        return isRefused(file)
          ? refusal(reply, request, asked.hall, file)
          : sendFile(reply, routes[key], file)
      }
      const said = 'read' in handler ? handler.read(asked) : await handler.plain(asked)
      if (isRefused(said)) return refusal(reply, request, asked.hall, said)
      return reply.code(route.status ?? 200).send({ ...placeOf(asked.hall), ...said })
    }
  }
}

/** Doors that stand open before there is any hall. */
const hallFree: readonly RouteKey[] = ['GET /api/v1/halls', 'POST /api/v1/halls']

/** Who asks and at which hall; a hall that is named and is not there is never taken for another. */
function askerOf(
  request: FastifyRequest,
  key: RouteKey,
  halls: Halls,
  credentials: Credentials,
): Asker | Refused {
  const { act } = routes[key]
  const found = whoAsks(request, act, credentials, (who, refused) =>
    noteTurnedAway(who?.hall ?? halls.first, who, act, refused),
  )
  if (isRefused(found)) return found
  const { principal, cell } = found
  const { hallId } = request.params as { hallId?: string }
  const named = hallId ?? headerOf(request, 'hall-id')
  if (named !== null && !halls.get(named)) return refuse('hall-unknown')
  const hall = hallId
    ? halls.get(hallId)
    : (principal.hall ?? (named === null ? halls.first : halls.get(named)))
  return hall || hallFree.includes(key) ? { principal, hall, cell } : refuse('hall-unknown')
}

async function runCommand(
  request: FastifyRequest,
  reply: FastifyReply,
  route: RouteKey,
  wanted: Decided | Refused,
  { hall, principal }: Asked<RouteKey>,
): Promise<FastifyReply> {
  if (isRefused(wanted)) return refusal(reply, request, hall, wanted)
  const key = request.headers['idempotency-key']
  if (key === undefined) return refusal(reply, request, hall, refuse('idempotency-key-missing'))
  if (typeof key !== 'string' || !uuid.test(key))
    return refusal(reply, request, hall, refuse('idempotency-key-invalid'))
  const status = (routes[route] as Route).status
  const outcome: Outcome = await hall.change.submit({
    ...wanted,
    actor: actorOf(principal, reasonIn(request.body)),
    sessionId: principal.session?.id ?? principal.console?.id ?? null,
    attempt: {
      client: `${principal.session ? 'terminal' : principal.kind}:${principal.id}`,
      key: key.toLowerCase(),
      // Where a door takes no body, whatever comes as one is not looked at: it may be of any depth.
      payloadHash: payloadHash(request.url, bodyOf(routes[route]).body ? request.body : null),
    },
    ...(status ? { status } : {}),
  })
  const place = { epoch: hall.epoch, seq: outcome.seq }
  if (!outcome.ok) return refusal(reply, request, hall, outcome.refusal, place)
  const said = wanted.finish ? wanted.finish(outcome.reply) : outcome.reply
  return reply.code(outcome.status).send({ ...place, ...said })
}

function sendFile(reply: FastifyReply, route: Route, { name, text }: File): FastifyReply {
  return reply
    .type(`${route.file}; charset=utf-8`)
    .header('Content-Disposition', `attachment; filename="${name}"`)
    .serializer((body: string) => body)
    .send(text)
}

/** Who asks, if the matrix opens this door to them; as what they stand there from now on. */
function whoAsks(
  request: FastifyRequest,
  act: ActId,
  credentials: Credentials,
  turnedAway: (who: Principal | null, refused: Refused) => void,
): { principal: Principal; cell: Cell } | Refused {
  const no = (who: Principal | null, refused: Refused) => {
    turnedAway(who, refused)
    return refused
  }
  const { authorization } = request.headers
  const bearer = /^Bearer ([A-Za-z0-9._~+/=-]{1,512})$/.exec(authorization ?? '')?.[1] ?? null
  if (authorization !== undefined && bearer === null) return no(null, refuse('credential-invalid'))
  const principal = credentials.identify({
    bearer,
    session: headerOf(request, 'staff-session'),
    hallId: headerOf(request, 'hall-id'),
    console: cookieOf(request.raw, 'console'),
  })
  if (isRefused(principal)) return no(null, principal)
  noteUse(request, principal)
  const allowed = authorise(principal, act)
  if (isRefused(allowed)) return no(principal, whyTurnedAway(principal, act, allowed))
  return { principal: { ...principal, kind: allowed.as }, cell: allowed.cell }
}

/** A press keeps a sign-in from idling; what a page asks by itself says so and does not. */
function noteUse(request: FastifyRequest, { console, session, hall }: Principal): void {
  if (!hall || headerOf(request, 'unattended') !== null) return
  if (console) hall.consoleUses.note(console, hall.now())
  if (session) hall.counterUses.note(session, hall.now())
}

/** What somebody who is turned away is told: what would let them in, where something would. */
function whyTurnedAway(principal: Principal, act: ActId, refused: Refused): Refused {
  const { kind, endedSessionId, consoleEnded } = principal
  if (consoleEnded) return refuse(endedCode(consoleEnded), { because: consoleEnded })
  if (kind === 'anyone') return refuse('credential-missing')
  // A terminal that would be let in with somebody signed in is told just that.
  if (kind === 'terminal' && cellFor(act, 'staff'))
    return refuse(endedSessionId ? 'session-ended' : 'session-required')
  return refused
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' && value.length <= 200 ? value : null
}

/** Why it is done, in the words of who does it. */
export function reasonIn(body: unknown): string | null {
  const { reason } = (body ?? {}) as { reason?: unknown }
  return typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : null
}

/** People act in their own name through a device; a ticket's holder is the ticket. */
export function actorOf({ kind, id, staffId }: Principal, reason: string | null = null): Actor {
  const why = reason === null ? {} : { reason }
  return staffId === null
    ? { kind, id, deviceId: null, ...why }
    : { kind, id: staffId, deviceId: id === staffId ? null : id, ...why }
}

function placeOf(hall: Hall | undefined): { epoch: string; seq: number } {
  return { epoch: hall?.epoch ?? '', seq: hall?.seq ?? 0 }
}

export function refusal(
  reply: FastifyReply,
  request: FastifyRequest,
  hall: Hall | undefined,
  refused: Refused,
  place = placeOf(hall),
  status?: number,
): FastifyReply {
  const problem = problemOf(refused, place, request.headers['accept-language'], status)
  const waitS = refused.details?.['waitS']
  if (problem.status === 429 && typeof waitS === 'number') void reply.header('Retry-After', waitS)
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem)
}
