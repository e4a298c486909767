import type { RouteKey } from '#contract/routes.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { bindDevice, revokeDevice } from '#domain/devices/acts.ts'
import { ownReasons } from '#domain/devices/device.ts'
import type { Services } from '../app.ts'
import { decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import { Challenges, recognise, renewCookie } from './proof.ts'
import type { Shown } from './proof.ts'
import { mintToken } from './token.ts'
import { deviceReply, deviceViews } from './views.ts'

type DeviceRoute = Extract<RouteKey, `${string} /api/v1/device${string}`>

/** What a paired device proves, and what people do with devices. */
export function deviceHandlers(services: Services): Pick<Handlers, DeviceRoute> {
  const challenges = new Challenges()
  return {
    'POST /api/v1/device/challenge': {
      plain: async (asked) => {
        const shown = await recognised(services, asked)
        return isRefused(shown) ? shown : { nonce: challenges.draw(shown) }
      },
    },
    'POST /api/v1/device/token': { plain: (asked) => giveToken(services, challenges, asked) },
    'GET /api/v1/devices': {
      read: ({ hall }) => ({
        devices: deviceViews(hall, (deviceId) => services.hub.healthOf(deviceId)),
      }),
    },
    'POST /api/v1/devices/:deviceId/bind': { command: (asked) => bind(services, asked) },
    'POST /api/v1/devices/:deviceId/revoke': { command: (asked) => revoke(services, asked) },
  }
}

/** Whose cookie this is; a copied one ends its device, for one of the two who have it is a thief. */
async function recognised(
  { halls }: Services,
  { browser, body: { deviceId } }: Pick<Asked<'POST /api/v1/device/challenge'>, 'browser' | 'body'>,
): Promise<Shown | Refused> {
  const shown = recognise(halls, browser, deviceId)
  if (isRefused(shown) || !shown.copied) return shown
  const { hall } = shown
  await hall.change.submit({
    actor: { kind: 'system', id: 'hall', deviceId: null },
    sessionId: null,
    attempt: null,
    decide: (day) => revokeDevice(day, { deviceId, reason: ownReasons.copied }),
    reply: () => ({}),
  })
  return refuse('device-revoked')
}

async function giveToken(
  services: Services,
  challenges: Challenges,
  asked: Asked<'POST /api/v1/device/token'>,
) {
  const { halls, pairings } = services
  const shown = await recognised(services, asked)
  if (isRefused(shown)) return shown
  const { nonce, signature } = asked.body
  if (!challenges.isProof(shown, nonce, signature)) return refuse('credential-invalid')
  const { hall, device } = shown
  renewCookie(halls, asked.browser, shown)
  pairings.proved(hall, device.id)
  const { id: deviceId, kind, counterId, name } = device
  return { ...mintToken(halls, hall, device), deviceId, hallId: hall.id, kind, counterId, name }
}

function bind(services: Services, asked: Asked<'POST /api/v1/devices/:deviceId/bind'>) {
  const { hall, params, body } = asked
  const request = { ...body, ...params, reason: body.reason ?? '' }
  return decided({
    decide: (day) => bindDevice(day, request),
    reply: () => ({ device: deviceReply(services, hall, params.deviceId) }),
  })
}

function revoke(services: Services, asked: Asked<'POST /api/v1/devices/:deviceId/revoke'>) {
  const { hall, params, body } = asked
  const request = { ...params, reason: body.reason ?? '' }
  return decided({
    decide: (day) => revokeDevice(day, request),
    reply: () => ({ device: deviceReply(services, hall, params.deviceId) }),
  })
}
