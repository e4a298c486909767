import { refusals } from '#contract/refusals.ts'
import type { Problem } from '#contract/refusals.ts'
import type { Refused } from '#domain/decision.ts'

/** The body of `application/problem+json` for a refusal, its title in the reader's language. */
export function problemOf(
  { refused, details = {} }: Refused,
  place: { epoch: string; seq: number },
  acceptLanguage: string | undefined,
  status: number = refusals[refused].status,
): Problem {
  const { zh, en } = refusals[refused]
  const titles = { zh: fill(zh, details), en: fill(en, details) }
  const title = /^en\b/i.test(acceptLanguage ?? '') ? titles.en : titles.zh
  return {
    type: `/api/docs/problems#${refused}`,
    title,
    titles,
    status,
    code: refused,
    details,
    ...place,
  }
}

function fill(words: string, details: Record<string, string | number | null>): string {
  return words.replace(/\{(\w+)\}/g, (_all, name: string) => String(details[name] ?? ''))
}
