import type { RefusalCode } from '#domain/refusal.ts'

/** Status and words of one refusal; `{name}` in the words is filled from the details. */
export type Refusal = { status: number; zh: string; en: string }
export type Refusals = Partial<Record<RefusalCode, Refusal>>
