import type { IncomingMessage } from 'node:http'
import cookies from '@fastify/cookie'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { Ajv } from 'ajv'
import { refuse } from '#domain/decision.ts'
import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'
import { auditHandlers } from './audit/routes.ts'
import { pairingHandlers } from './devices/pairing-routes.ts'
import { Pairings } from './devices/pairings.ts'
import { deviceHandlers } from './devices/routes.ts'
import { guardAnswers } from './guarding-headers.ts'
import { openDoors, refusal } from './doors.ts'
import type { Handlers } from './doors.ts'
import { networksOf } from './evaluation/networks.ts'
import { evaluationHandlers } from './evaluation/routes.ts'
import type { Hall } from './hall/hall.ts'
import { Halls } from './hall/halls.ts'
import { hallHandlers } from './hall/routes.ts'
import { noteBehind } from './live/alarm.ts'
import { Hub } from './live/hub.ts'
import { liveHandlers } from './live/routes.ts'
import { makeIo, serveScreens } from './live/socket.ts'
import { DoorLimits } from './limits/doors.ts'
import { Threshold } from './limits/sockets.ts'
import { requestLimits } from './limits/limits.ts'
import { serveManual } from './manual.ts'
import { countTurnedAway, measureHall, serveOperations } from './operations.ts'
import { guardWrites, isFromOwnPage } from './own-pages.ts'
import { servePages } from './pages.ts'
import { accountHandlers } from './people/accounts-routes.ts'
import { consoleHandlers } from './people/console/routes.ts'
import { Credentials } from './people/credential.ts'
import { recordCounted } from './people/denials.ts'
import { firstHandlers } from './people/first-routes.ts'
import { proposalHandlers } from './people/proposals-routes.ts'
import { roleHandlers } from './people/roles-routes.ts'
import { peopleHandlers } from './people/routes.ts'
import { counterHandlers } from './queue/counter-routes.ts'
import { diversionHandlers } from './queue/diversion-routes.ts'
import { rulesHandlers } from './queue/rules-routes.ts'
import { ticketHandlers } from './queue/ticket-routes.ts'
import { recordHandlers } from './record/routes.ts'
import type { Settings } from './settings.ts'
import { serveTrust } from './tls/trust.ts'

/** What the handlers of the doors share. */
export type Services = {
  halls: Halls
  hub: Hub
  credentials: Credentials
  /** Screens that wait to be approved. */
  pairings: Pairings
  /** Where browsers find this server. */
  publicUrl: () => string
  /** Address of a ticket's page. */
  pageUrl: (token: string) => string
  /** Whether an address is in a network of the staff's own machines. */
  isStaffAddress: (address: string) => boolean
  /** The sample hall, where this server has one and serves this machine only. */
  sampleHall: () => Hall | undefined
}

export type App = FastifyInstance & { services: Services }

type AppOptions = {
  settings: Settings
  /** Opens every door of setting up; known to this machine's operator only. */
  operatorToken: string
  clock?: Clock
  /**
   * A server, the usual, opens every hall there is and looks after them by itself. A `tool` is there
   * for one command: its halls do nothing but what they are asked. `alone` opens none to begin with,
   * and so leaves those of a running server to it.
   */
  as?: 'server' | 'tool' | 'alone'
}

const tickMs = 1_000

/** Builds the whole server around the halls of a data folder; it does not listen yet. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { settings, operatorToken, clock = systemClock, as = 'server' } = options
  const halls = new Halls(settings.dataDir, clock)
  const app = makeFastify(settings, () => halls.first)
  const credentials = new Credentials(halls, operatorToken)
  const threshold = new Threshold()
  const io = makeIo(app, ({ headers }) => isFromOwnPage(headers, settings), threshold)
  const pairings = new Pairings()
  const pairingsOpen = (hall: Hall) => pairings.open(hall)
  const hub = new Hub(io, { secrets: halls.secrets, pairingsOpen })
  hub.onBehind = (target, behind) => noteBehind(app.log, target, behind)
  const services: Services = {
    ...{ halls, hub, credentials, pairings },
    publicUrl: () => publicUrl(app, settings),
    pageUrl: (token) => `${publicUrl(app, settings)}/t#${token}`,
    isStaffAddress: networksOf(settings.staffNetworks),
    sampleHall: () => halls.all().find(({ day }) => day.setup.hall.purpose === 'sample'),
  }
  halls.onOpen((hall) => {
    hub.follow(hall)
    measureHall(hall)
    hall.change.onFatal = (error) => {
      app.log.fatal(
        { err: error, hall: hall.id },
        'The disk failed: stopping, nothing more is acknowledged',
      )
      process.exitCode = 1
      setImmediate(() => process.exit(1))
    }
  })
  const doorLimits = new DoorLimits(settings)
  // A command of the operator is nobody who asks too much.
  if (as === 'server') await doorLimits.guard(app)
  if (as !== 'alone') halls.openAll()
  // Nobody reads a manual or opens a page where one command is given.
  if (as === 'server') await serveManual(app)
  await app.register(cookies)
  openDoors(app, handlersOf(services), halls, credentials, doorLimits)
  serveOperations(app, services)
  if (as === 'server') await serveBrowsers(app, settings)
  serveScreens(io, hub, credentials, threshold, app.log)
  const stopTicking = as === 'server' ? tickEverySecond(app, halls) : () => {}
  // Sockets first: Fastify waits for open connections.
  app.addHook('preClose', async () => {
    stopTicking()
    hub.close()
    // The lines are cut, not hung up: after that a screen of any program tries again by itself.
    await io.close()
    for (const hall of halls.all()) await recordCounted(hall, Infinity)
  })
  app.addHook('onClose', () => halls.close())
  return Object.assign(app, { services }) as unknown as App
}

/** Everything that only browsers ask for. */
async function serveBrowsers(app: FastifyInstance, settings: Settings): Promise<void> {
  const { publicUrl, port, tls, dataDir } = settings
  await guardAnswers(app, { publicUrl: port === 0 ? null : publicUrl, https: tls !== null })
  await servePages(app)
  if (tls?.authorityFile) serveTrust(app, dataDir)
}

function tickEverySecond(app: FastifyInstance, halls: Halls): () => void {
  const ticking = setInterval(() => {
    for (const hall of halls.all())
      hall.tick().catch((error: unknown) => app.log.error({ err: error }, 'A tick failed'))
  }, tickMs)
  ticking.unref()
  return () => clearInterval(ticking)
}

function handlersOf(services: Services): Handlers {
  return {
    ...ticketHandlers(services),
    ...counterHandlers,
    ...diversionHandlers,
    ...rulesHandlers(),
    ...evaluationHandlers(services),
    ...pairingHandlers(services),
    ...deviceHandlers(services),
    ...peopleHandlers(services),
    ...accountHandlers(services),
    ...roleHandlers(services),
    ...proposalHandlers(services),
    ...firstHandlers(services),
    ...consoleHandlers(services),
    ...hallHandlers(services),
    ...recordHandlers(services),
    ...auditHandlers(),
    ...liveHandlers(services),
  }
}

/** Where QR codes lead: what was set, else where this server listens. */
function publicUrl(app: FastifyInstance, settings: Settings): string {
  if (settings.port !== 0) return settings.publicUrl
  const address = app.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return settings.publicUrl.replace(/:0$/, `:${port}`)
}

function makeFastify(settings: Settings, firstHall: () => Hall | undefined): FastifyInstance {
  const { bodyBytes, timeoutMs, lookMs } = requestLimits
  const lines = {
    headersTimeout: timeoutMs,
    connectionsCheckingInterval: lookMs,
    // Only screens turn a line into a socket. Whoever asks for it elsewhere is answered as usual, or
    // the line would stay open with nobody to speak on it.
    shouldUpgradeCallback: ({ url = '' }: IncomingMessage) => url.startsWith('/socket.io/'),
  }
  const { tls } = settings
  const app = Fastify({
    bodyLimit: bodyBytes,
    requestTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    keepAliveTimeout: 72_000,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => {
      const refused = refuse('bad-request', { field: 'address' })
      void refusal(reply, request, firstHall(), refused, undefined, error.statusCode ?? 400)
    },
    logger: {
      level: settings.logLevel,
      redact: ['req.headers.authorization', 'req.headers["staff-session"]', 'req.headers.cookie'],
    },
    ...(tls
      ? { https: { ...lines, cert: tls.cert, key: tls.key, handshakeTimeout: timeoutMs } }
      : { http: lines }),
  }) as unknown as FastifyInstance
  app.server.maxConnections = settings.maxConnections
  useSchemas(app)
  // What comes as another kind of text is not taken for JSON; a form of another site is neither.
  app.removeContentTypeParser('text/plain')
  guardWrites(app, settings, (request, reply, refused, status) =>
    refusal(reply, request, request.asker?.hall ?? firstHall(), refused, undefined, status),
  )
  app.setErrorHandler((error: Fault, request, reply) => {
    const hall = request.asker?.hall ?? firstHall()
    const status = error.statusCode ?? 500
    if (status < 500) {
      const refused = refuse('bad-request', { field: fieldOf(error) })
      return refusal(reply, request, hall, refused, undefined, status)
    }
    request.log.error({ err: error, url: request.routeOptions.url }, 'A request failed')
    return refusal(reply, request, hall, refuse('storage-failed'))
  })
  app.setNotFoundHandler((request, reply) => {
    countTurnedAway('not-found')
    return refusal(reply, request, firstHall(), refuse('not-found'))
  })
  return app
}

type Fault = Error & {
  statusCode?: number
  validation?: {
    instancePath?: string
    message?: string
    params?: { additionalProperty?: string }
  }[]
}

/** Which field of a request is wrong, and how. */
function fieldOf({ validation, message }: Fault): string {
  const [first] = validation ?? []
  if (!first) return message
  const named = first.params?.additionalProperty ?? ''
  return `${first.instancePath ?? ''} ${first.message ?? ''} ${named}`.trim()
}

/** Bodies are taken as they are; only addresses, which are text, are turned into numbers. */
function useSchemas(app: FastifyInstance): void {
  const exact = new Ajv({ strict: false, coerceTypes: false, removeAdditional: false })
  const text = new Ajv({ strict: false, coerceTypes: true, removeAdditional: false })
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? exact : text).compile(schema as object),
  )
}
