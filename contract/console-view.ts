import type { Words } from '#domain/hall/setup.ts'
import type { PrincipalKind } from '#domain/people/principal.ts'
import type { DeviceView } from './devices.ts'

/** A signed head of the record; who keeps the highest one holds the server to it (L1). */
export type HeadView = { seq: number; at: number; note: string; publicKey: string }

/**
 * What the console shows as it happens. Each part is null for roles that may not know it: the view
 * is made for the people behind one sign-in.
 */
export type ConsoleView = {
  hall: {
    id: string
    name: Words
    shortName: Words
    purpose: 'hall' | 'sample' | 'replay'
    /** Times are read on the hall's clock, wherever the console stands. */
    timeZone: string
  }
  /** As what the people behind this sign-in stand here: it changes when a role is given. */
  roles: readonly PrincipalKind[]
  /** The server's time of this view, in steps of five seconds. */
  at: number
  /** Paired screens with their health, the revoked ones last. */
  devices: DeviceView[] | null
  /** Screens that wait to be approved; for those who may approve. */
  pairingsOpen: number | null
  /** Questions that wait for a second person. */
  proposalsOpen: number | null
  /** The newest signed head. */
  head: HeadView | null
}
