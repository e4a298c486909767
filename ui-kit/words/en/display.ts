import type { zhDisplay } from '../zh/display.ts'

export const enDisplay = {} satisfies Record<keyof typeof zhDisplay, string>
