import * as devices from '../devices.ts'
import type { Route } from '../route.ts'
import { strict } from '../shapes.ts'

/** Screens: how one is paired, how it proves that it is the one, and how it is let go. */
export const deviceRoutes = {
  'POST /api/v1/pairings': {
    summary: 'Ask to be paired: shows a code that a manager types at the console',
    act: 'pairing.ask',
    body: devices.PairingBody,
    reply: devices.PairingReply,
    status: 201,
    plain: true,
  },
  'POST /api/v1/pairings/poll': {
    summary: 'Ask whether the pairing was approved; every five seconds',
    act: 'pairing.ask',
    body: devices.PollBody,
    reply: devices.PollReply,
    plain: true,
  },
  'POST /api/v1/pairings/look': {
    summary: 'What stands behind a code that a screen shows',
    act: 'device.approve',
    body: devices.LookBody,
    reply: devices.LookReply,
    plain: true,
  },
  'POST /api/v1/pairings/approve': {
    summary: 'Take the screen with this code in, at its place',
    act: 'device.approve',
    body: devices.ApproveBody,
    reply: devices.DeviceReply,
    status: 201,
  },
  'POST /api/v1/pairings/refuse': {
    summary: 'Turn the screen with this code away',
    act: 'device.approve',
    body: devices.LookBody,
    reply: strict({}),
    plain: true,
  },
  'POST /api/v1/device/challenge': {
    summary: 'A nonce for the key of the device that its cookie names',
    act: 'device.prove',
    body: devices.ChallengeBody,
    reply: devices.ChallengeReply,
    plain: true,
  },
  'POST /api/v1/device/token': {
    summary: 'A short token for a signed nonce',
    act: 'device.prove',
    body: devices.TokenBody,
    reply: devices.TokenReply,
    plain: true,
  },
  'GET /api/v1/devices': {
    summary: 'Paired screens and how they are',
    act: 'device.list',
    reply: devices.DeviceList,
  },
  'POST /api/v1/devices/:deviceId/bind': {
    summary: 'Give a screen another counter or place, with a reason',
    act: 'device.bind',
    params: devices.DeviceParams,
    body: devices.BindBody,
    reply: devices.DeviceReply,
  },
  'POST /api/v1/devices/:deviceId/revoke': {
    summary: 'Let a screen go: it opens nothing from this moment',
    act: 'device.revoke',
    params: devices.DeviceParams,
    body: devices.RevokeBody,
    reply: devices.DeviceReply,
  },
} as const satisfies Record<string, Route>
