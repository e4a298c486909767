/**
 * Who can stand at a door. A door of the contract lists the kinds it opens to; everybody else is
 * refused. Pairing and the full matrix of roles build on this list.
 */
export const principalKinds = [
  'anyone',
  'phone',
  'kiosk',
  'display',
  'evaluator',
  'terminal',
  'staff',
  'manager',
  'operator',
] as const
export type PrincipalKind = (typeof principalKinds)[number]

/** Kinds a key for programs or a screen's credential can be made for. */
export const deviceKinds = ['kiosk', 'terminal', 'display', 'evaluator', 'manager'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** Kinds whose credential names one counter. */
export const counterBoundKinds: readonly DeviceKind[] = ['terminal', 'evaluator']

/** Who did it, as the record keeps it. No names: ids of the setup, of credentials, of tickets. */
export type Actor = {
  kind: PrincipalKind | 'system'
  /** Credential, staff or ticket id. */
  id: string
  /** The screen it came through, where that is another thing than the actor. */
  deviceId: string | null
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
