import { existsSync } from 'node:fs'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'

const dist = join(import.meta.dirname, '../dist')

/** Addresses of the screens and the built page behind each. */
export const pages = {
  '/': 'start-ui',
  '/kiosk/': 'kiosk-ui',
  '/counter/': 'counter-ui',
  '/display/': 'display-ui',
  '/evaluator/': 'evaluator-ui',
  '/t': 'phone-ui',
} as const

/** What a page may do: ask this server, and nothing else. No script or style stands in a page. */
export const contentPolicy: Record<string, string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'media-src': ["'self'"],
  'connect-src': ["'self'", 'ws:', 'wss:'],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
  'require-trusted-types-for': ["'script'"],
}

/** Serves the built screens under that policy. */
export async function servePages(app: FastifyInstance): Promise<void> {
  const headers = await guardingHeaders(Boolean(app.initialConfig.https))
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    done()
  })
  if (!existsSync(dist)) {
    app.log.warn('The screens are not built: only the interface is served. Run npm run build')
    return
  }
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/')
      reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  for (const [url, folder] of Object.entries(pages)) {
    app.get(url, { schema: { hide: true } }, (_request, reply) =>
      reply.sendFile(`${folder}/index.html`),
    )
    // Without its last stroke an address of a screen still leads there.
    if (url.length > 1 && url.endsWith('/'))
      app.get(url.slice(0, -1), { schema: { hide: true } }, (request, reply) =>
        reply.redirect(url + (request.url.split('?')[1] ? `?${request.url.split('?')[1]}` : '')),
      )
  }
}

/** Headers of an answer that say something of it, not of how it may be used. */
const ofTheAnswer = ['content-type', 'content-length', 'date', 'connection', 'keep-alive']

/**
 * The headers that helmet would set. They are the same on every answer, so it is asked once, at the
 * start: working them out each time took as long as all else in a short answer.
 */
async function guardingHeaders(https: boolean): Promise<Record<string, string>> {
  const probe = Fastify()
  await probe.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    // On plain http (this machine only, or a loud setting) there is nothing to upgrade to.
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  probe.get('/', () => '')
  const { headers } = await probe.inject('/')
  await probe.close()
  const kept = Object.entries(headers).filter(([name]) => !ofTheAnswer.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}
