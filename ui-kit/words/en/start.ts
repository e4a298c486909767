import type { zhStart } from '../zh/start.ts'

export const enStart = {} satisfies Record<keyof typeof zhStart, string>
