import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { isLoopback } from './settings.ts'
import type { Settings } from './settings.ts'
import { isFor } from './tls/pair.ts'

type Served = Pick<Settings, 'publicUrl' | 'tls'>

/** Who may tell that a request is not to be answered, in words of the product. */
type Refuse = (
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
  status?: number,
) => FastifyReply

/** Methods that change nothing, so that any page may send them; what comes back it cannot read. */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Methods that would tell a page what its own requests carry. */
const echoing = new Set(['TRACE', 'TRACK'])

const json = /^application\/json(; ?charset="?utf-8"?)?$/i

/**
 * Lets writes come from this server's own pages and from programs only. Cookies of a device that
 * visits another site are of no use to that site: browsers name the page a request comes from
 * (Origin, Sec-Fetch-Site), programs name none. And a body is JSON by its exact name, which a page of
 * another site cannot send without asking first.
 */
export function guardWrites(app: FastifyInstance, served: Served, refused: Refuse): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { method, headers } = request
    if (harmless.has(method)) return done()
    if (echoing.has(method)) return void refused(request, reply, refuse('not-found'), 405)
    if (!isFromOwnPage(headers, served))
      return void refused(request, reply, refuse('origin-foreign', { origin: originOf(headers) }))
    const type = headers['content-type']
    if (type !== undefined && !json.test(type))
      return void refused(request, reply, refuse('bad-request', { field: 'content-type' }), 415)
    done()
  })
}

/** Whether a request comes from a page of this server, or from no page at all. */
export function isFromOwnPage(headers: IncomingHttpHeaders, served: Served): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false
  const { origin, host } = headers
  if (origin === undefined || origin === served.publicUrl) return true
  const page = URL.parse(origin)
  // The page must be of the very address that is asked, and that one of those this server has. A
  // name that somebody else has led here (DNS rebinding) is not.
  return page !== null && page.origin === origin && page.host === host && isOwnHost(page, served)
}

function isOwnHost({ hostname, protocol }: URL, { tls }: Served): boolean {
  if (protocol !== (tls ? 'https:' : 'http:')) return false
  const address = hostname.replace(/^\[|\]$/g, '')
  if (isLoopback(address) || isIP(address)) return true
  return tls !== null && isFor(tls.certificate, hostname)
}

function originOf({ origin = '' }: IncomingHttpHeaders): string {
  return origin.slice(0, 100)
}
