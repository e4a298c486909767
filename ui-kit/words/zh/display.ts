export const zhDisplay = {} as const
