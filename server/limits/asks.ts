import { statfsSync } from 'node:fs'
import type { FastifyRequest } from 'fastify'
import { refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { minute, second } from '#domain/time.ts'
import { Counted, giveBackKept, takeKept } from './count.ts'
import { isAlmostFull, limits } from './limits.ts'

/** Who asks, once that is known. */
export type Known = NonNullable<FastifyRequest['asker']>

/** Something asked of those who come to a door; a refusal turns them away. */
export type Ask = (
  request: FastifyRequest,
  asker: Known,
) => Promise<Refused | null> | Refused | null

export type DoorLimit = {
  ask: Ask
  /** Told how a request ended, so that what came to nothing is not counted. */
  ended?: (request: FastifyRequest, asker: Known, status: number) => void
}

/** No new number while the disk is almost full: what is left is for those who have one. */
export function whileDiskHasSpace(folder: string): DoorLimit {
  let enoughUntil = 0
  return {
    ask: () => {
      const now = performance.now()
      if (now < enoughUntil) return null
      if (isAlmostFull(statfsSync(folder))) return refuse('storage-full')
      enoughUntil = now + second
      return null
    },
  }
}

/**
 * A paired kiosk gives out a number every two seconds, and thirty in a minute. A number that is asked
 * for again, because its answer was lost, is the same number; one that was refused is none.
 */
export function kiosksPlay(): DoorLimit {
  const [short, long] = [new Counted(limits.take), new Counted(limits.takeLong)]
  const newest = new Map<string, string>()
  const counted = new WeakSet<FastifyRequest>()
  return {
    ask: (request, { principal, hall }) => {
      const { id } = principal
      if (!hall?.day.devices.has(id)) return null
      const key = String(request.headers['idempotency-key'])
      if (newest.get(id) === key) return null
      return short
        .take(id)
        .then((refused) => refused ?? long.take(id))
        .then((refused) => {
          if (refused) return refused
          newest.set(id, key)
          counted.add(request)
          return null
        })
    },
    ended: (request, { principal: { id } }, status) => {
      if (!counted.has(request) || status < 400) return
      newest.delete(id)
      short.giveBack(id)
      long.giveBack(id)
    },
  }
}

/** Programs take as many numbers as the operator lets them (KEY_TAKES_PER_MINUTE). */
export function keysTake(perMinute: number): DoorLimit {
  const counted = new Counted({ count: perMinute, perMs: minute })
  return {
    ask: (_request, { principal: { id }, hall }) =>
      hall?.day.keys.has(id) ? counted.take(id) : null,
  }
}

/** Wrong PINs at one terminal, whoever they were for: beside the lock of each person there. */
export function pinsAtDevice(): DoorLimit {
  const counted = new WeakSet<FastifyRequest>()
  return {
    // Counted before it is judged: many tries sent at once must not all see the count of the first.
    ask: (request, { principal, hall }) => {
      if (!hall) return null
      const refused = takeKept(hall, 'pin', principal.id, limits.pinAtDevice)
      if (!refused) counted.add(request)
      return refused
    },
    ended: (request, { principal, hall }, status) => {
      if (hall && counted.has(request) && status !== 401) giveBackKept(hall, 'pin', principal.id)
    },
  }
}
