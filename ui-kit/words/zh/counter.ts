export const zhCounter = {} as const
