import type { HallDay } from '../hall/hall-day.ts'

/** Highest number of a letter on one day. There is no wrap-around: a number names one customer. */
export const numberMax = 9999

/** The label people read: the letter, and at least three digits. */
export function ticketLabel(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(3, '0')}`
}

/**
 * The next number of a letter (T2, T3): one more than the last, leaving out those that customers
 * of the day before still hold, so that no two people answer to one call. Null: the letter is used up.
 */
export function nextNumber(day: HallDay, prefix: string): number | null {
  let number = (day.series.get(prefix) ?? 0) + 1
  while (day.carried.has(ticketLabel(prefix, number))) number++
  return number > numberMax ? null : number
}
