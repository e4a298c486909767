import type { zhCounter } from '../zh/counter.ts'

export const enCounter = {} satisfies Record<keyof typeof zhCounter, string>
