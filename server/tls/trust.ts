import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { guardAnswers } from '../guarding-headers.ts'
import { requestLimits } from '../limits/limits.ts'
import { readAuthority } from './own.ts'
import { certificatePath, trustPage, trustPath } from './trust-page.ts'

const own = {
  'tokens.css': join(import.meta.dirname, '../../ui-kit/tokens.css'),
  'trust.css': join(import.meta.dirname, 'trust.css'),
}
const dist = join(import.meta.dirname, '../../dist')

/** What the page is dressed in: the ground of every screen with its fonts, if they are built. */
function stylesOfPage(): string[] {
  const start = join(dist, 'start-ui/index.html')
  const built = existsSync(start) ? readFileSync(start, 'utf8') : ''
  const ground = [...built.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)]
  const names = Object.keys(own).map((name) => `${trustPath}/${name}`)
  return [...ground.map(([, href = '']) => href), ...names]
}

/** Tells devices how to trust the hall's own authority, and gives them its certificate. */
export function serveTrust(app: FastifyInstance, dataDir: string): void {
  const hidden = { schema: { hide: true } }
  const styles = stylesOfPage()
  app.get(trustPath, hidden, (_request, reply) => {
    const authority = readAuthority(dataDir)
    if (!authority) return reply.callNotFound()
    return reply.type('text/html; charset=utf-8').send(trustPage(authority, styles))
  })
  app.get(certificatePath, hidden, (_request, reply) => {
    const authority = readAuthority(dataDir)
    if (!authority) return reply.callNotFound()
    return reply.type('application/x-x509-ca-cert').send(authority.pem)
  })
  for (const [name, file] of Object.entries(own))
    app.get(`${trustPath}/${name}`, hidden, (_request, reply) =>
      reply.type('text/css').send(readFileSync(file)),
    )
}

/**
 * The same page over plain HTTP, for devices that do not trust the authority yet, and nothing else
 * but the letters it is set in: a certificate is no secret, and clicking a warning away is no better
 * against a forger than this. What protects is the fingerprint, compared with the one on the
 * server's own screen.
 */
export async function buildTrustServer(dataDir: string): Promise<FastifyInstance> {
  const { timeoutMs, lookMs } = requestLimits
  const app = Fastify({
    ...{ bodyLimit: 1, requestTimeout: timeoutMs, connectionTimeout: timeoutMs },
    http: { headersTimeout: timeoutMs, connectionsCheckingInterval: lookMs },
  })
  await guardAnswers(app, { publicUrl: null, https: false })
  serveTrust(app, dataDir)
  app.get<{ Params: { file: string } }>('/assets/:file', (request, reply) => {
    const { file } = request.params
    const [, ending = ''] = /^[\w-]+\.(css|woff2)$/.exec(file) ?? []
    const path = join(dist, 'assets', file)
    if (ending === '' || !existsSync(path)) return reply.callNotFound()
    return reply.type(ending === 'css' ? 'text/css' : 'font/woff2').send(readFileSync(path))
  })
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' ? reply.redirect(trustPath) : reply.code(405).send(),
  )
  return app
}
