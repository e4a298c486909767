/** The states of a counter (窗口). */
export const counterStates = ['closed', 'idle', 'called', 'serving', 'paused'] as const
export type CounterState = (typeof counterStates)[number]

/** Why a counter is paused; the sign shows 暂停服务, staff screens the reason. */
export const pauseReasons = ['meal', 'handover', 'documents', 'system', 'other'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** A counter of the day: who is there, and which one ticket it holds (C1). */
export type CounterDay = {
  id: string
  state: CounterState
  sessionId: string | null
  staffId: string | null
  /** The ticket that is called or served here. */
  ticketId: string | null
  pauseReason: PauseReason | null
  /** Since when it is in this state, ms. */
  since: number
  version: number
}

/** A counter's own acts as a table, like the ticket's. */
export const counterSteps = {
  open: { from: ['closed'], to: 'idle' },
  pause: { from: ['idle'], to: 'paused' },
  resume: { from: ['paused'], to: 'idle' },
  close: { from: ['idle', 'paused'], to: 'closed' },
} as const satisfies Record<string, { from: readonly CounterState[]; to: CounterState }>
export type CounterStep = keyof typeof counterSteps

export function counterAllows(step: CounterStep, state: CounterState): boolean {
  return (counterSteps[step].from as readonly CounterState[]).includes(state)
}
