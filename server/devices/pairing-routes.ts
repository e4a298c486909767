import type { RouteKey } from '#contract/routes.ts'
import { pairingPollS } from '#contract/devices.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { pairDevice } from '#domain/devices/acts.ts'
import type { Services } from '../app.ts'
import { decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import { wordsOf } from './fingerprint.ts'
import { shownCode, stateOf } from './pairings.ts'
import type { Pairing } from './pairings.ts'
import { giveCookie } from './proof.ts'
import { addSecret } from './store.ts'
import { deviceReply } from './views.ts'

type PairingRoute = Extract<RouteKey, `${string} /api/v1/pairings${string}`>

/** How a screen becomes a device: it asks, somebody compares and approves, it fetches its cookie. */
export function pairingHandlers(services: Services): Pick<Handlers, PairingRoute> {
  return {
    'POST /api/v1/pairings': { plain: async (asked) => ask(services, asked) },
    'POST /api/v1/pairings/poll': { plain: async (asked) => poll(services, asked) },
    'POST /api/v1/pairings/look': {
      plain: async (asked) => {
        const pairing = waiting(services, asked)
        if (isRefused(pairing)) return pairing
        const { kind, fingerprint, address, askedAt, expiresAt } = pairing
        return { kind, fingerprint: wordsOf(fingerprint), address, askedAt, expiresAt }
      },
    },
    'POST /api/v1/pairings/approve': { command: (asked) => approve(services, asked) },
    'POST /api/v1/pairings/refuse': {
      plain: async (asked) => {
        const pairing = waiting(services, asked)
        if (isRefused(pairing)) return pairing
        pairing.ended = 'refused'
        services.hub.markDirty(asked.hall, 'console')
        return {}
      },
    },
  }
}

function ask(
  { halls, pairings, hub }: Services,
  { hall, body, browser }: Asked<'POST /api/v1/pairings'>,
) {
  // Where somebody can read along a cookie is no secret, and a browser makes no key.
  if (!browser.private) return refuse('not-allowed')
  const { hallId, ...asking } = body
  const named = hallId === undefined ? hall : halls.get(hallId)
  if (!named) return refuse('hall-unknown')
  const pairing = pairings.ask(named, { ...asking, address: browser.address })
  if (isRefused(pairing)) return pairing
  hub.markDirty(named, 'console')
  return {
    pairingId: pairing.id,
    userCode: shownCode(pairing),
    fingerprint: wordsOf(pairing.fingerprint),
    expiresAt: pairing.expiresAt,
    pollS: pairingPollS,
  }
}

/** Once approved the cookie is given at every question, until the device has proved its key. */
function poll(
  { halls, pairings }: Services,
  { body, browser }: Asked<'POST /api/v1/pairings/poll'>,
) {
  const pairing = pairings.askedBy(body.pairingId)
  const hall = pairing && halls.get(pairing.hallId)
  if (!pairing || !hall) return refuse('pairing-unknown')
  const state = stateOf(hall, pairing)
  const device = hall.day.devices.get(pairing.deviceId)
  if (state !== 'approved' || !device) return { state }
  giveCookie(halls, browser, device.id, 1)
  const { id: deviceId, kind, counterId, name, place } = device
  return { state, deviceId, kind, counterId, name, place }
}

/** Somebody who has typed a code. */
type Typed = Pick<Asked<PairingRoute>, 'hall' | 'principal'> & { body: { userCode: string } }

/** The pairing behind the code. */
function found({ pairings }: Services, { hall, principal, body }: Typed): Pairing | Refused {
  return pairings.byCode(hall, body.userCode, principal.console?.id ?? principal.id)
}

/** The same, if nobody has decided about it yet. */
function waiting(services: Services, asked: Typed): Pairing | Refused {
  const pairing = found(services, asked)
  if (isRefused(pairing) || stateOf(asked.hall, pairing) === 'waiting') return pairing
  return refuse('pairing-over')
}

function approve(services: Services, asked: Asked<'POST /api/v1/pairings/approve'>) {
  const pairing = found(services, asked)
  if (isRefused(pairing)) return pairing
  const { hall, body } = asked
  const { deviceId, kind, fingerprint, publicKey } = pairing
  const { name, place, counterId = null } = body
  return decided({
    decide: (day) =>
      ['refused', 'expired'].includes(stateOf(hall, pairing))
        ? refuse('pairing-over')
        : pairDevice(day, { deviceId, kind, counterId, place, name, fingerprint }),
    beside: (db, now) => addSecret(db, deviceId, publicKey, now),
    reply: () => ({ device: deviceReply(services, hall, deviceId) }),
  })
}
