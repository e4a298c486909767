import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import cookies from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from './settings.ts'

/** What this server leaves with a browser: the credential of a device, a person's sign-in. */
export type CookieName = `device-${string}` | 'console' | 'ceremony'

/** The browser at a door: where it is, and what it keeps for this server. */
export type Browser = {
  address: string
  /** Whether nobody on the way can read along: HTTPS, or this very machine. */
  private: boolean
  /** Origin of the page it is on; null: it names none, as programs do. */
  page: string | null
  cookie: (name: CookieName) => string | null
  keep: (name: CookieName, value: string, maxAgeS: number) => void
  drop: (name: CookieName) => void
}

export function browserOf(request: FastifyRequest, reply: FastifyReply): Browser {
  const secure = request.protocol === 'https'
  const terms = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  return {
    address: request.ip,
    private: secure || isLoopback(request.ip),
    page: request.headers.origin ?? null,
    cookie: (name) => request.cookies[nameOf(name, secure)] ?? null,
    keep: (name, value, maxAge) =>
      void reply.setCookie(nameOf(name, secure), value, { ...terms, maxAge }),
    drop: (name) => void reply.clearCookie(nameOf(name, secure), terms),
  }
}

/** The same for the request that opens a socket. */
export function cookieOf({ headers, socket }: IncomingMessage, name: CookieName): string | null {
  const secure = (socket as TLSSocket).encrypted === true
  return cookies.parse(headers.cookie ?? '')[nameOf(name, secure)] ?? null
}

/** `__Host-`: no other host and no plain page can set it. Browsers take it by HTTPS only. */
function nameOf(name: CookieName, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}
