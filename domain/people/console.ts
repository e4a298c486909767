import { minute } from '../time.ts'

/** How somebody proved who they are at the console. */
export const consoleMethods = ['passkey', 'password', 'sample'] as const
export type ConsoleMethod = (typeof consoleMethods)[number]

/** Why a console session ended. */
export const consoleEnds = [
  'signed-out',
  'replaced',
  'idle',
  'shift-over',
  'forced',
  'role-changed',
] as const
export type ConsoleEnd = (typeof consoleEnds)[number]

/** A person at the console, in all their roles; one a person (a second ends the first). */
export type ConsoleSession = {
  id: string
  staffId: string
  method: ConsoleMethod
  startedAt: number
  /** Absolute end. */
  endsAt: number
  /** When the person last proved again that it is them. */
  steppedUpAt: number
}

/** How long a step-up holds. */
export const stepUpMs = 5 * minute

/** A passkey of a person; its public key stands beside the record. */
export type Passkey = { id: string; staffId: string; label: string; addedAt: number }
