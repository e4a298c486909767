import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { Server } from 'socket.io'
import { liveVersion } from '#contract/live.ts'
import type { ScreenToServer, ServerToScreen } from '#contract/live.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Threshold } from '../limits/sockets.ts'
import { socketLimits } from '../limits/limits.ts'
import { cookieOf } from '../cookies.ts'
import { endedCode } from '../people/console/find.ts'
import type { Credentials, Principal } from '../people/credential.ts'
import { noteTurnedAway } from '../people/denials.ts'
import type { Hub, ScreenSocket, Target } from './hub.ts'
import { hearReceipts } from './receipts.ts'
import { targetOf } from './target.ts'

export type Io = Server<ScreenToServer, ServerToScreen>

/** The socket server on Fastify's own. Recovery of lost frames is off: screens get whole views. */
export function makeIo(
  app: FastifyInstance,
  mayCome: (request: IncomingMessage) => boolean,
  threshold: Threshold,
): Io {
  const io = new Server<ScreenToServer, ServerToScreen>(app.server, {
    serveClient: false,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    connectTimeout: socketLimits.unknownMs,
    maxHttpBufferSize: socketLimits.frameBytes,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, decide) => {
      if (!mayCome(request)) return decide(null, false)
      threshold.enter(request, (mayEnter) => decide(null, mayEnter))
    },
  })
  // The library calls every other method a fault of its own.
  io.engine.use((request: IncomingMessage, answer: ServerResponse, next: () => void) => {
    if (request.method === 'GET' || request.method === 'POST') return next()
    answer.writeHead(405, { Allow: 'GET, POST' }).end()
  })
  io.engine.on('connection', (line: Line) => {
    const { request } = line
    // Cut, not hung up: who has not even shown a credential is not asked to agree to the end.
    threshold.opened(request, () => request.socket.destroy())
    line.once('close', () => threshold.left(request))
  })
  return io
}

/** A line as engine.io has it, before anybody has shown a credential on it. */
type Line = {
  request: IncomingMessage
  once(event: 'close', tell: () => void): void
}

/** Lets screens in by their credential and gives each the one view that is theirs. */
export function serveScreens(
  io: Io,
  hub: Hub,
  credentials: Credentials,
  threshold: Threshold,
  log: FastifyBaseLogger,
): void {
  io.on('connection', (socket) => {
    const guarded = guard(socket, log)
    guarded(() => {
      const target = targetFor(socket, credentials)
      if ('code' in target) {
        const { code, who = null } = target
        noteTurnedAway(who?.hall ?? credentials.firstHall, who, 'unknown', refuse(code))
        return turnAway(socket, code)
      }
      threshold.left(socket.conn.request)
      if (!hub.join(socket, target)) return turnAway(socket, 'not-found')
      hearReceipts(socket, target, { hub, credentials }, guarded)
      watchUnread(socket)
    })
  })
}

function targetFor(
  socket: ScreenSocket,
  credentials: Credentials,
): Target | { code: RefusalCode; who?: Principal } {
  const { token, session, version } = socket.handshake.auth as Record<string, unknown>
  if (version !== undefined && version !== liveVersion) return { code: 'bad-request' }
  // A console names no credential: its browser sends the cookie with the request for the line.
  const console = cookieOf(socket.request, 'console')
  if (typeof token !== 'string' && console === null) return { code: 'credential-missing' }
  const principal = credentials.identify({
    bearer: typeof token === 'string' ? token : null,
    session: typeof session === 'string' ? session : null,
    hallId: null,
    console,
  })
  if (isRefused(principal)) return { code: principal.refused }
  if (principal.consoleEnded) return { code: endedCode(principal.consoleEnded) }
  return targetOf(principal) ?? { code: 'not-allowed', who: principal }
}

function turnAway(socket: ScreenSocket, code: RefusalCode): void {
  socket.emit('gone', { code })
  socket.disconnect(true)
}

/** No message of a client may stop the server: a handler that throws is logged and the client let go. */
function guard(socket: ScreenSocket, log: FastifyBaseLogger) {
  return (handle: () => void) => {
    try {
      handle()
    } catch (error) {
      log.error({ err: error }, 'A socket handler failed')
      socket.disconnect(true)
    }
  }
}

/** One client that does not read must not fill the memory. */
function watchUnread(socket: ScreenSocket): void {
  const { conn } = socket
  // The buffer is marked private in the types, but is the documented way to see a slow reader.
  const engine = conn as unknown as { writeBuffer: unknown[] }
  conn.on('packetCreate', () => {
    if (engine.writeBuffer.length > socketLimits.unreadFrames) conn.close()
  })
}
