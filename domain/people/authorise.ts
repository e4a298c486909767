import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import type { ActId, Cell } from './matrix.ts'
import { cellFor } from './matrix.ts'
import type { PrincipalKind } from './principal.ts'

/** Somebody at a door: as what they may stand there, and whether they just proved it is them. */
export type Standing = { kinds: readonly PrincipalKind[]; steppedUp: boolean }

/** As what somebody does an act, and on what terms. */
export type Allowed = { as: PrincipalKind; cell: Cell }

/**
 * The decision of the matrix (A1). A person in several roles acts in the first one that opens, and
 * in one that asks for a fresh step-up only where no other does: roles add up, none inherits.
 */
export function authorise({ kinds, steppedUp }: Standing, act: ActId): Allowed | Refused {
  let wantsStepUp = false
  for (const kind of kinds) {
    const cell = cellFor(act, kind)
    if (cell && (steppedUp || !cell.stepUp)) return { as: kind, cell }
    wantsStepUp ||= cell !== null
  }
  return refuse(wantsStepUp ? 'step-up-required' : 'not-allowed')
}
