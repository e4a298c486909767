import Type from 'typebox'
import type { Static } from 'typebox'
import { paperStates } from '#domain/devices/health.ts'
import { deviceKinds } from '#domain/people/principal.ts'
import { Bilingual, Id, Instant, oneOf, orNull, strict } from './shapes.ts'

/** Between two questions of a device that waits for its approval, seconds. */
export const pairingPollS = 5

/** What a device signs with its key is this line, the nonce and its id, on a line each. */
export const proofPurpose = 'hall-device'

const Coordinate = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })

/** The public half of an ECDSA key on P-256 as the browser exports it; never the private one. */
export const PublicKey = strict({
  kty: Type.Literal('EC'),
  crv: Type.Literal('P-256'),
  x: Coordinate,
  y: Coordinate,
  alg: Type.Optional(Type.Literal('ES256')),
  ext: Type.Optional(Type.Boolean()),
  key_ops: Type.Optional(Type.Array(Type.Literal('verify'), { maxItems: 1 })),
})

/** Four words in each language, the same on the device and at the console. */
const Fingerprint = strict({ zh: Type.Array(Type.String()), en: Type.Array(Type.String()) })

/** Known to the device alone: what it asks with. */
const PairingId = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
/** `WXYZ-BCDF`; small letters and a missing dash are taken too. */
const UserCode = Type.String({ pattern: '^[A-Za-z]{4}-?[A-Za-z]{4}$' })

/** Words of the hall for a thing of the hall: a line without marks that steer anything. */
const line = (maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '^[^\\p{C}\\p{Z}](?:[^\\p{C}]*[^\\p{C}\\p{Z}])?$',
  })
const Reason = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))

/** A device that asks again, because its code was too old, asks with the same key. */
export const PairingBody = strict({
  kind: oneOf(deviceKinds),
  publicKey: PublicKey,
  /** Missing: the first hall of this server. */
  hallId: Type.Optional(Id),
})
export const PairingReply = strict({
  pairingId: Type.String(),
  userCode: Type.String(),
  fingerprint: Fingerprint,
  expiresAt: Instant,
  pollS: Type.Integer(),
})

export const pairingStates = ['waiting', 'approved', 'refused', 'expired'] as const
export type PairingState = (typeof pairingStates)[number]

export const PollBody = strict({ pairingId: PairingId })
/** Once `approved` the device also gets the cookie that, with its key, opens its challenge. */
export const PollReply = strict({
  state: oneOf(pairingStates),
  deviceId: Type.Optional(Type.String()),
  kind: Type.Optional(oneOf(deviceKinds)),
  counterId: Type.Optional(orNull(Type.String())),
  name: Type.Optional(Type.String()),
  place: Type.Optional(Type.String()),
})

export const LookBody = strict({ userCode: UserCode })
export const LookReply = strict({
  kind: oneOf(deviceKinds),
  fingerprint: Fingerprint,
  /** Where the device asks from in the network. */
  address: Type.String(),
  askedAt: Instant,
  expiresAt: Instant,
})
export const ApproveBody = strict({
  userCode: UserCode,
  name: line(40),
  place: line(60),
  /** For a terminal and an evaluator, and only for them. */
  counterId: Type.Optional(Id),
})

/** Which device: one browser may hold several, as on the one machine of a sample hall. */
export const ChallengeBody = strict({ deviceId: Id })
export const ChallengeReply = strict({ nonce: Type.String() })
export const TokenBody = strict({
  deviceId: Id,
  nonce: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
  /** ECDSA with SHA-256 over `hall-device\n<nonce>\n<deviceId>`, r and s, base64url. */
  signature: Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' }),
})
/** A bearer token of at most ten minutes; it lives in the page's memory and is had anew the same way. */
export const TokenReply = strict({
  token: Type.String(),
  expiresAt: Instant,
  deviceId: Type.String(),
  hallId: Type.String(),
  kind: oneOf(deviceKinds),
  counterId: orNull(Type.String()),
  name: Type.String(),
})

/** What the server has heard of a device since it runs. */
const DeviceHealth = strict({
  online: Type.Boolean(),
  /** Last sign of life: a receipt over its socket. Null: none since the server started. */
  lastBeatAt: orNull(Instant),
  /** Place in the record of the newest frame that it has really painted. */
  paintedSeq: orNull(Type.Integer()),
  /** It has not painted what it was sent for 15 s: frozen, hidden or cut off. */
  behind: Type.Boolean(),
  /** Null: it has no printer. */
  paper: orNull(oneOf(paperStates)),
  /** How far its own clock is from the server's, ms. */
  clockOffsetMs: orNull(Type.Integer()),
  version: orNull(Type.String()),
  address: orNull(Type.String()),
})

export const DeviceShape = strict({
  id: Type.String(),
  kind: oneOf(deviceKinds),
  name: Type.String(),
  place: Type.String(),
  counterId: orNull(Type.String()),
  counterNo: orNull(Type.String()),
  fingerprint: Fingerprint,
  pairedAt: Instant,
  /** Staff id, and the name of the person where they are still in the setup. */
  pairedBy: Type.String(),
  pairedByName: orNull(Bilingual),
  revokedAt: orNull(Instant),
  revokedBecause: orNull(Type.String()),
  health: DeviceHealth,
})
export type DeviceView = Static<typeof DeviceShape>

export const DeviceList = strict({ devices: Type.Array(DeviceShape) })
export const DeviceReply = strict({ device: DeviceShape })

export const BindBody = strict({
  counterId: Type.Optional(Id),
  place: Type.Optional(line(60)),
  reason: Reason,
})
export const RevokeBody = strict({ reason: Reason })
export const DeviceParams = strict({ deviceId: Id })

/** What a screen reports every 30 s over its socket, beside what it has painted. */
export const healthEveryMs = 30_000
export const HealthReceipt = strict({
  /** Of the page that it runs. */
  version: Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9][A-Za-z0-9.+_-]*$' }),
  clockOffsetMs: Type.Integer({ minimum: -8_640_000_000_000, maximum: 8_640_000_000_000 }),
  /** Null: no printer. */
  paper: orNull(oneOf(paperStates)),
})
export type HealthReceipt = Static<typeof HealthReceipt>
