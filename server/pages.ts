import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const dist = join(import.meta.dirname, '../dist')

/** Addresses of the screens and the built page behind each. */
export const pages = {
  '/': 'start-ui',
  '/kiosk/': 'kiosk-ui',
  '/counter/': 'counter-ui',
  '/display/': 'display-ui',
  '/evaluator/': 'evaluator-ui',
  '/manager/': 'manager-ui',
  '/t': 'phone-ui',
} as const

/** Serves the built screens. */
export async function servePages(app: FastifyInstance): Promise<void> {
  if (!existsSync(dist)) {
    app.log.warn('The screens are not built: only the interface is served. Run npm run build')
    return
  }
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    dotfiles: 'ignore',
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
