import type { Secrets } from '../secrets.ts'

/**
 * The name of a rating for those who may read it and may not know whose it is. The id of a leg holds
 * the id of its ticket, and that the time it was taken; this one tells its day and nothing else.
 */
export function ratingIdOf(
  secrets: Secrets,
  { legId, businessDay }: { legId: string; businessDay: string },
): string {
  return `${businessDay}.${secrets.whole('rating', legId)}`
}

/** The business day of what this names; null: it names no rating. */
export function dayOfRatingId(id: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})\.[A-Za-z0-9_-]{43}$/.exec(id)?.[1] ?? null
}
