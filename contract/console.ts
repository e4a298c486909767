import Type from 'typebox'
import { consoleMethods } from '#domain/people/console.ts'
import { actIds } from '#domain/people/matrix.ts'
import { roles } from '#domain/people/principal.ts'
import { Bilingual, Id, Instant, oneOf, orNull, strict } from './shapes.ts'

/** Shortest password of the recovery. */
export const passwordLengthMin = 12

const StaffNo = Type.String({ minLength: 1, maxLength: 20, pattern: '^[A-Za-z0-9-]+$' })
const Code = Type.String({ minLength: 6, maxLength: 64, pattern: '^[A-Za-z0-9-]+$' })
const Totp = Type.String({ pattern: '^\\d{6}$' })
const Password = Type.String({ minLength: 1, maxLength: 200 })
/** How its owner tells one passkey from another: "phone", "key in the safe". */
const Label = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: '^[^\\p{C}\\p{Z}](?:[^\\p{C}]*[^\\p{C}\\p{Z}])?$',
})
const Base64Url = Type.String({ maxLength: 12_000, pattern: '^[A-Za-z0-9_-]*$' })
const Transports = Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 })

/** What a browser adds to both answers of an authenticator. */
const answered = {
  id: Base64Url,
  rawId: Base64Url,
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(oneOf(['platform', 'cross-platform'])),
  clientExtensionResults: Type.Object({}, { additionalProperties: true }),
}

/** `RegistrationResponseJSON` of WebAuthn: a new passkey. */
export const NewPasskey = strict({
  ...answered,
  response: strict({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    authenticatorData: Type.Optional(Base64Url),
    transports: Type.Optional(Transports),
    publicKeyAlgorithm: Type.Optional(Type.Integer()),
    publicKey: Type.Optional(Base64Url),
  }),
})

/** `AuthenticationResponseJSON` of WebAuthn: a passkey was used. */
export const PasskeyProof = strict({
  ...answered,
  response: strict({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Type.Optional(Base64Url),
  }),
})

const Descriptor = strict({
  id: Type.String(),
  type: Type.Literal('public-key'),
  transports: Type.Optional(Type.Array(Type.String())),
})

/** `PublicKeyCredentialCreationOptionsJSON` of WebAuthn, for `navigator.credentials.create`. */
export const NewPasskeyOptions = strict({
  rp: strict({ id: Type.String(), name: Type.String() }),
  user: strict({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  challenge: Type.String(),
  pubKeyCredParams: Type.Array(strict({ alg: Type.Integer(), type: Type.Literal('public-key') })),
  timeout: Type.Integer(),
  excludeCredentials: Type.Array(Descriptor),
  authenticatorSelection: strict({
    residentKey: Type.Literal('required'),
    requireResidentKey: Type.Boolean(),
    userVerification: Type.Literal('required'),
  }),
  attestation: Type.Literal('none'),
})

/** `PublicKeyCredentialRequestOptionsJSON` of WebAuthn, for `navigator.credentials.get`. */
export const PasskeyOptions = strict({
  challenge: Type.String(),
  timeout: Type.Integer(),
  rpId: Type.String(),
  allowCredentials: Type.Optional(Type.Array(Descriptor)),
  userVerification: Type.Literal('required'),
})

export const NewPasskeyAsk = strict({ options: NewPasskeyOptions })
export const PasskeyAsk = strict({ options: PasskeyOptions })

/** The one-time code that somebody was given, to set up how they prove who they are. */
export const EnrolBody = strict({ staffNo: StaffNo, code: Code })
export const EnrolPasswordBody = strict({ staffNo: StaffNo, code: Code, password: Password })
export const NewPasskeyBody = strict({ label: Label, response: NewPasskey })
export const PasskeyBody = strict({ response: PasskeyProof })

export const PasswordBody = strict({ staffNo: StaffNo, password: Password, totp: Totp })
export const StepUpPasswordBody = strict({ password: Password, totp: Totp })
export const NewPasswordBody = strict({ password: Password })
/** The secret of the six-digit codes, told once; `uri` is what the QR code for the app holds. */
export const TotpReply = strict({ secret: Type.String(), uri: Type.String() })
/** The first code of the app: it works, and the password is set. */
export const TotpBody = strict({ totp: Totp })

export const PasskeyParams = strict({ passkeyId: Id })
export const SampleConsoleBody = strict({ staffId: Id })

/** What somebody may do at the console, and on what terms: made from the matrix. */
export const MayShape = strict({
  act: oneOf(actIds),
  /** Only after proving a moment ago that it is them. */
  stepUp: Type.Boolean(),
  reason: Type.Boolean(),
  fourEyes: Type.Boolean(),
})

/** The person at the console. `method` `sample`: lent in the sample hall, nothing was proven. */
export const ConsoleReply = strict({
  hallId: Type.String(),
  staffId: Type.String(),
  staffNo: Type.String(),
  name: Bilingual,
  roles: Type.Array(oneOf(roles)),
  method: oneOf(consoleMethods),
  /** Until when acts that ask for a step-up need none; null: they need one now. */
  steppedUpUntil: orNull(Instant),
  endsAt: Instant,
  /** Without a press for so long the session ends. */
  idleMinutes: Type.Integer(),
  passkeys: Type.Array(strict({ id: Type.String(), label: Type.String(), addedAt: Instant })),
  hasPassword: Type.Boolean(),
  may: Type.Array(MayShape),
})

/** How it was proven again; `sample`: by one press, in the sample hall only. */
export const StepUpReply = strict({ method: oneOf(consoleMethods), steppedUpUntil: Instant })
