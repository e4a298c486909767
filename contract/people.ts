import Type from 'typebox'
import { deviceKinds, keyKinds, roles } from '#domain/people/principal.ts'
import { Bilingual, Id, Instant, oneOf, orNull, strict } from './shapes.ts'

export const SignInBody = strict({
  staffNo: Type.String({ minLength: 1, maxLength: 20, pattern: '^[A-Za-z0-9-]+$' }),
  pin: Type.String({ pattern: '^\\d{6}$' }),
})

/** `session`: sent with every act of staff as the header `Staff-Session`. */
export const SignInReply = strict({
  session: Type.String(),
  counterId: Type.String(),
  staffId: Type.String(),
  endsAt: Instant,
})

export const PinBody = strict({
  /** Six digits; missing: the server draws one and tells it once. */
  pin: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
})
export const PinReply = strict({
  staffId: Type.String(),
  staffNo: Type.String(),
  pin: Type.String(),
})

export const KeyBody = strict({
  kind: oneOf(keyKinds),
  counterId: Type.Optional(Id),
  label: Type.Optional(Type.String({ maxLength: 80 })),
})
const KeyShape = strict({
  id: Type.String(),
  kind: Type.String(),
  counterId: orNull(Type.String()),
  label: Type.String(),
  createdAt: Instant,
  revokedAt: orNull(Instant),
})
/** The key itself is told once; only its hash is kept. */
export const KeyReply = strict({ key: KeyShape, secret: Type.String() })
export const KeyList = strict({ keys: Type.Array(KeyShape) })
export const KeyRevoked = strict({ key: KeyShape })

export const SampleCredentialBody = strict({
  kind: oneOf(deviceKinds),
  counterId: Type.Optional(Id),
  /** A hall of recorded days that runs beside the sample hall; missing: the sample hall. */
  hallId: Type.Optional(Id),
})
export const CredentialReply = strict({
  token: Type.String(),
  hallId: Type.String(),
  kind: oneOf(deviceKinds),
  counterId: orNull(Type.String()),
})

/** What the start page of the sample hall shows; other halls have no such page. */
export const SampleReply = strict({
  hallId: Type.String(),
  counters: Type.Array(strict({ id: Type.String(), no: Type.String() })),
  staff: Type.Array(
    strict({
      staffNo: Type.String(),
      name: Bilingual,
      pin: Type.String(),
      counterId: orNull(Type.String()),
    }),
  ),
  /** Who has a place at the console, and in which roles. */
  console: Type.Array(
    strict({ staffId: Type.String(), name: Bilingual, roles: Type.Array(oneOf(roles)) }),
  ),
})
