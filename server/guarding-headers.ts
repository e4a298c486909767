import helmet from '@fastify/helmet'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'

/**
 * What a page may do: ask this server, and nothing else. No script or style stands in a page, and
 * text becomes HTML only in the templates of Lit.
 */
export const contentPolicy: Record<string, string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'media-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['lit-html'],
}

/**
 * What of a device's own a page may use: sound, the whole screen, a screen that stays on, and
 * passkeys, each on this server's pages alone. All else is closed, also to what a page may embed.
 */
const used = ['autoplay', 'fullscreen', 'screen-wake-lock']
const passkeys = ['publickey-credentials-create', 'publickey-credentials-get']
const closed = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media'],
  ...['geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'picture-in-picture', 'serial', 'storage-access', 'usb'],
  'xr-spatial-tracking',
]
const permissions = [
  ...[...used, ...passkeys].map((name) => `${name}=(self)`),
  ...closed.map((name) => `${name}=()`),
].join(', ')

/** Headers of an answer that say something of it, not of how it may be used. */
const ofTheAnswer = ['content-type', 'content-length', 'date', 'connection', 'keep-alive']

type Guarding = {
  /** Address that people call the server by; null: it has none that is known before it listens. */
  publicUrl: string | null
  https: boolean
}

/** Puts the headers on every answer that say how browsers may use it. */
export async function guardAnswers(app: FastifyInstance, guarding: Guarding): Promise<void> {
  const headers = await guardingHeaders(guarding)
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    done()
  })
}

/**
 * The headers that helmet would set. They are the same on every answer, so it is asked once, at the
 * start: working them out each time took as long as all else in a short answer.
 */
async function guardingHeaders({ publicUrl, https }: Guarding): Promise<Record<string, string>> {
  const probe = Fastify()
  // Older browsers do not count sockets as of the page's own server: it is named for them.
  const sockets = publicUrl === null ? [] : [publicUrl.replace(/^http/, 'ws')]
  await probe.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...contentPolicy, 'connect-src': ["'self'", ...sockets] },
    },
    // On plain http (this machine only, or a loud setting) there is nothing to upgrade to. The hall
    // speaks for its own name, not for what else lies under it.
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  })
  probe.get('/', () => '')
  const { headers } = await probe.inject('/')
  await probe.close()
  const kept = Object.entries(headers).filter(([name]) => !ofTheAnswer.includes(name))
  const own = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
  return { ...own, 'permissions-policy': permissions }
}
