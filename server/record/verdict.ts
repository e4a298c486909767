/** What a verification looks at, in the order in which it is told. */
export const verifiedParts = [
  'file',
  'chain',
  'heads',
  'anchor',
  'tables',
  'rules',
  'words',
] as const
export type VerifiedPart = (typeof verifiedParts)[number]

/** Differences that are spelled out for each part; the rest are a count. */
const toldMax = 5

/** What a verification found: what was looked at, and every difference by part, the first ones in words. */
export class Verdict {
  hallId = ''
  epoch = ''
  events = 0
  heads = 0
  /** Texts whose words are still there, and those that were deleted on purpose. */
  words = { kept: 0, deleted: 0 }
  /** Rows of each table that was made again; null: not compared, for the events cannot be trusted. */
  rows: Record<string, number> | null = null
  readonly #found = new Map<VerifiedPart, { told: string[]; count: number }>()

  differ(part: VerifiedPart, what: string): void {
    const found = this.#found.get(part) ?? { told: [], count: 0 }
    this.#found.set(part, found)
    found.count += 1
    if (found.told.length < toldMax) found.told.push(what)
  }

  get isClean(): boolean {
    return this.#found.size === 0
  }

  /** The first difference, in the order of the parts. */
  get first(): string | null {
    return this.differences()[0] ?? null
  }

  count(part: VerifiedPart): number {
    return this.#found.get(part)?.count ?? 0
  }

  differences(only?: VerifiedPart): string[] {
    const parts = only ? [only] : verifiedParts
    return parts.flatMap((part) => {
      const { told = [], count = 0 } = this.#found.get(part) ?? {}
      return count > told.length ? [...told, `… and ${count - told.length} more`] : told
    })
  }
}
