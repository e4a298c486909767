/**
 * The columns of the matrix (`matrix.ts`): whoever stands at a door stands there as one of these.
 * Devices and tickets are one kind for good; a person stands there in one of their roles.
 */
export const principalKinds = [
  'anyone',
  'phone',
  'kiosk',
  'display',
  'evaluator',
  'staff',
  'guide',
  'leader',
  'manager',
  'reviewer',
  'auditor',
  'administrator',
  /** A terminal with nobody signed in: the place where counter staff sign in, and no more. */
  'terminal',
  /** The host's own tool, on the machine of the server. */
  'operator',
] as const
export type PrincipalKind = (typeof principalKinds)[number]

/** Kinds of screens that are paired with a hall. A kind never changes after pairing. */
export const deviceKinds = ['kiosk', 'terminal', 'display', 'evaluator'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** What a person may be in a hall; one person may be several (`roles.ts` says which not). */
export const roles = [
  'staff',
  'guide',
  'leader',
  'manager',
  'reviewer',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** What a key for programs can count as: a screen, or a role without any step-up. */
export const keyKinds = [
  ...deviceKinds,
  'guide',
  'leader',
  'manager',
  'reviewer',
  'auditor',
] as const
export type KeyKind = (typeof keyKinds)[number]

/** Kinds whose credential names one counter. */
export const counterBoundKinds: readonly KeyKind[] = ['terminal', 'evaluator']

/** Who did it, as the record keeps it. No names: ids of the setup, of credentials, of tickets. */
export type Actor = {
  kind: PrincipalKind | 'system'
  /** Credential, staff or ticket id. */
  id: string
  /** The screen it came through, where that is another thing than the actor. */
  deviceId: string | null
  /** Why, in their own words, where the matrix asks for a reason. */
  reason?: string
}

/** A sign-in of one person at one counter through one terminal (C3). */
export type StaffSession = {
  id: string
  staffId: string
  counterId: string
  deviceId: string
  startedAt: number
  /** Absolute end: no session outlives a shift. */
  endsAt: number
}
