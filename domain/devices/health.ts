/**
 * What a screen with a printer says of its paper. `low`: enough for now, to be filled; `fault`: the
 * cover is open or the head is stuck; `unknown`: the printer does not answer.
 */
export const paperStates = ['ok', 'low', 'out', 'fault', 'unknown'] as const
