export const zhStart = {} as const
