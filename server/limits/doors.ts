import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteKey } from '#contract/routes.ts'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { second } from '#domain/time.ts'
import { addressOf } from '../client-address.ts'
import { refusal } from '../doors.ts'
import { keysTake, kiosksPlay, pinsAtDevice, whileDiskHasSpace } from './asks.ts'
import type { Ask, DoorLimit, Known } from './asks.ts'
import { Counted } from './count.ts'
import { busyWaitS, lateLooksMax, limits, loopDelayMsMax } from './limits.ts'
import type { Settings } from '../settings.ts'

/**
 * Puts the limits before the doors: after it is known who asks, before the body is read. Only phones
 * and strangers are counted at every door; devices, people of the hall and programs are counted where
 * a door says so, and never suffer for the address they share.
 */
export class DoorLimits {
  readonly #phones = new Counted(limits.phone)
  readonly #addresses = new Counted(limits.address)
  readonly #atDoor: Partial<Record<RouteKey, DoorLimit[]>>
  /** Looks in a row at which the event loop was late. */
  #lateLooks = 0

  constructor({ dataDir, keyTakesPerMinute }: Pick<Settings, 'dataDir' | 'keyTakesPerMinute'>) {
    const disk = whileDiskHasSpace(dataDir)
    const keys = keyTakesPerMinute > 0 ? [keysTake(keyTakesPerMinute)] : []
    this.#atDoor = {
      'POST /api/v1/tickets': [disk, kiosksPlay(), ...keys],
      'POST /api/v1/counters/:counterId/walk-in': [disk],
      'POST /api/v1/counters/:counterId/sign-in': [pinsAtDevice()],
    }
  }

  /** Watches the event loop, and stands before every door that is opened from now on. */
  async guard(app: FastifyInstance): Promise<void> {
    await app.register(underPressure)
    this.#watchLoop(app)
    app.addHook('onRoute', (route) => {
      if (!route.url.startsWith('/api/v1/') || route.method === 'HEAD') return
      const own = this.#atDoor[`${String(route.method)} ${route.url}` as RouteKey] ?? []
      route.preParsing = this.#asking(own.map(({ ask }) => ask))
      const ended = own.flatMap((limit) => limit.ended ?? [])
      if (ended.length > 0)
        route.onResponse = (request, reply, done) => {
          const { asker } = request
          if (asker) for (const tell of ended) tell(request, asker, reply.statusCode)
          done()
        }
    })
  }

  /** A server that has just begun was late with nobody's request: it is looked at from then on. */
  #watchLoop(app: FastifyInstance): void {
    let looking: NodeJS.Timeout | undefined
    app.addHook('onListen', async () => {
      looking = setInterval(() => {
        const isLate = app.memoryUsage().eventLoopDelay > loopDelayMsMax
        this.#lateLooks = isLate ? this.#lateLooks + 1 : 0
      }, second).unref()
    })
    app.addHook('onClose', async () => clearInterval(looking))
  }

  /** What a refused stranger is told: after too many tries from an address, nothing but to wait. */
  async ofStranger(request: FastifyRequest, refused: Refused): Promise<Refused> {
    if (!refused.refused.startsWith('credential-')) return refused
    return (await this.#addresses.take(addressOf(request.ip))) ?? refused
  }

  #asking(own: readonly Ask[]) {
    const ofKind: Record<string, readonly Ask[]> = {
      phone: [this.#notWhileBehind, this.#ticketMay, this.#addressMay, ...own],
      anyone: [this.#addressMay, ...own],
    }
    return (request: FastifyRequest, reply: FastifyReply, _body: unknown, done: Done): void => {
      const { asker } = request
      if (!asker) return done()
      const said = askAll(ofKind[asker.principal.kind] ?? own, request, asker)
      if (said instanceof Promise) said.then((refused) => go(request, reply, refused, done), done)
      else go(request, reply, said, done)
    }
  }

  readonly #notWhileBehind: Ask = () =>
    this.#lateLooks >= lateLooksMax ? refuse('server-busy', { waitS: busyWaitS }) : null

  readonly #ticketMay: Ask = (_request, { principal }) => this.#phones.take(principal.id)

  readonly #addressMay: Ask = ({ ip }) => this.#addresses.take(addressOf(ip))
}

type Done = (error?: Error) => void
type Said = Refused | null

/** Asks one after the other until one refuses; waits only for those that have to be waited for. */
function askAll(
  asks: readonly Ask[],
  request: FastifyRequest,
  asker: Known,
  from = 0,
): Said | Promise<Said> {
  for (let at = from; at < asks.length; at++) {
    const said = asks[at]?.(request, asker) ?? null
    if (said instanceof Promise)
      return said.then((refused) => refused ?? askAll(asks, request, asker, at + 1))
    if (said) return said
  }
  return null
}

function go(request: FastifyRequest, reply: FastifyReply, refused: Said, done: Done): void {
  if (!refused) return done()
  const waitS = refused.details?.['waitS']
  if (typeof waitS === 'number') void reply.header('Retry-After', waitS)
  refusal(reply, request, request.asker?.hall, refused)
}
