import { html, type TemplateResult } from 'lit'
import type { ClosedView, HallView, WaitView } from '#contract/live.ts'
import { clockOfMinutes, dateShort, isoDate, minutesRange, weekdayOf } from '#ui-kit/format.ts'
import { say, type Language, type WordKey } from '#ui-kit/speech.ts'

/** A sentence with its one number set in bold: 等候 **6** 人. */
export function strong(sentence: string, value: string | number): TemplateResult {
  const [before = '', ...after] = sentence.split(String(value))
  return html`${before}<b>${value}</b>${after.join(String(value))}`
}

/** Things in a row, 身份证 · 户号: a line may end with the dot, but none begins with it. */
export function inRow(things: string): string {
  return things.replaceAll(' · ', '\u00a0· ')
}

/** 约 10–15 分钟; one hour and more stands for itself. */
export function aboutMinutes(language: Language, wait: WaitView): string {
  const range = minutesRange(language, wait)
  return wait.over ? range : say(language, 'kiosk.about', { range })
}

const reasons: Partial<Record<ClosedView['code'], WordKey & `kiosk.closed${string}`>> = {
  'hall-closed': 'kiosk.closed',
  'day-not-open': 'kiosk.closed.notYet',
  'storage-full': 'kiosk.closed.storage',
  'storage-failed': 'kiosk.closed.storage',
  'service-full': 'kiosk.closed.full',
  'series-full': 'kiosk.closed.full',
}

/** Why it cannot be had now. */
export function reasonOf(language: Language, closed: ClosedView): string {
  return say(language, reasons[closed.code] ?? 'kiosk.closed.other')
}

/** Why the whole hall hands out no numbers; before the first opening of a day nothing has ended. */
export function hallReasonOf(
  language: Language,
  closed: ClosedView,
  now: number,
  { timeZone }: HallView,
): string {
  const opensToday = closed.opensOn === isoDate(now, timeZone)
  return opensToday ? say(language, 'kiosk.closed.notYet') : reasonOf(language, closed)
}

/**
 * When it can be had again, in two parts: 明天（周三） and 08:30. Null: nobody knows. In Chinese the day
 * brings the space after it; a full-width bracket has its own.
 */
export function openingOf(
  language: Language,
  closed: ClosedView,
  now: number,
  { timeZone }: HallView,
): { day: string; time: string } | null {
  const { opensOn, opensAtMinutes } = closed
  if (opensOn === null || opensAtMinutes === null) return null
  const day = dayOf(language, opensOn, now, timeZone)
  const space = language === 'zh' && !day.endsWith('）') ? ' ' : ''
  return { day: day + space, time: clockOfMinutes(opensAtMinutes) }
}

function dayOf(language: Language, day: string, now: number, timeZone: string): string {
  const dayMs = 86_400_000
  const ahead = Math.round((Date.parse(day) - Date.parse(isoDate(now, timeZone))) / dayMs)
  if (ahead <= 0) return say(language, 'kiosk.today')
  const weekday = weekdayOf(language, day)
  if (ahead === 1) return say(language, 'kiosk.tomorrow', { weekday })
  return dateShort(language, Date.parse(day), 'UTC')
}
