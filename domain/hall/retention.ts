import { day as dayMs, hour } from '../time.ts'
import { setting } from './hall-day.ts'
import type { HallDay } from './hall-day.ts'

/**
 * Words and numbers of people that stand beside the record, by why they are kept: what staff wrote
 * about a visit, what somebody left to be called back, what a customer wrote with a rating.
 */
export const textCategories = ['visit', 'callback', 'comment'] as const
export type TextCategory = (typeof textCategories)[number]

/**
 * Up to when words of a category are due to be deleted (P3): those of visits that ended, and others
 * that were kept, at this moment or before.
 */
export function dueUntil(day: HallDay, category: TextCategory, now: number): number {
  const keptMs: Record<TextCategory, number> = {
    visit: setting(day, 'retentionVisitHours') * hour,
    callback: setting(day, 'retentionCallbackDays') * dayMs,
    comment: setting(day, 'retentionCommentDays') * dayMs,
  }
  return now - keptMs[category]
}
