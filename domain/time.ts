import type { OpenSpan, WeekHours } from './hall/setup.ts'

/** Durations in milliseconds. Instants are milliseconds since 1970 UTC, always passed in. */
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** A moment as the hall's own clock shows it. */
export type LocalTime = {
  /** ISO date. */
  date: string
  /** Minutes after local midnight, whole. */
  minutes: number
  /** 0 Monday … 6 Sunday. */
  weekday: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

export function isTimeZone(timeZone: string): boolean {
  try {
    formatFor(timeZone)
    return true
  } catch {
    return false
  }
}

type Shown = { minute: number; local: LocalTime }
const shown = new Map<string, Shown>()

/**
 * The hall's wall clock at an instant, in its own zone whatever the server's is. The last minute
 * asked for in each zone is remembered: formatting costs more than all else in taking a number.
 */
export function localTime(at: number, timeZone: string): LocalTime {
  const wanted = Math.floor(at / minute)
  const last = shown.get(timeZone)
  if (last?.minute === wanted) return last.local
  const local = readLocalTime(at, timeZone)
  shown.set(timeZone, { minute: wanted, local })
  return local
}

function readLocalTime(at: number, timeZone: string): LocalTime {
  const part: Record<string, string> = {}
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) part[type] = value
  const date = `${part['year']}-${part['month']}-${part['day']}`
  return {
    date,
    minutes: Number(part['hour']) * 60 + Number(part['minute']),
    weekday: weekdayOf(date),
  }
}

/** 0 Monday … 6 Sunday of an ISO date. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The ISO date so many days later (or earlier). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day)
}

/**
 * The business day an instant belongs to: before the cut-over it is still yesterday's. The cut-over
 * is one instant of each date, so a night in which the clocks change has exactly one, too.
 */
export function businessDayAt(at: number, timeZone: string, cutoverMinutes: number): string {
  const { date } = localTime(at, timeZone)
  return at < instantOf(date, cutoverMinutes, timeZone) ? addDays(date, -1) : date
}

/** The calendar may be so many days ahead of the business day; more is a slip or a wrong clock. */
const daysAheadMax = 31

/** Whether a date is in the calendar: there is no 30 February. */
export function isDate(date: string): boolean {
  return !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && addDays(date, 0) === date
}

/** Whether a day lies after another by no more than a business day may move on. */
export function isWithinStep(from: string, to: string): boolean {
  const ahead = daysBetween(from, to)
  return ahead >= 1 && ahead <= daysAheadMax
}

/**
 * What the clock says about the business day (T5): it advances by itself only when the calendar is
 * 1–31 days ahead. Anything else is a clock to be doubted, and a manager decides.
 */
export function dayStep(current: string | null, candidate: string): 'same' | 'next' | 'suspect' {
  if (current === null) return 'next'
  if (current === candidate) return 'same'
  return isWithinStep(current, candidate) ? 'next' : 'suspect'
}

/** The instant of a local date and minute in a zone; right on both sides of a clock change. */
export function instantOf(date: string, minutes: number, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * minute
  let at = wanted
  for (let round = 0; round < 3; round++) {
    const shown = localTime(at, timeZone)
    const off = wanted - (Date.parse(`${shown.date}T00:00:00Z`) + shown.minutes * minute)
    if (off === 0) break
    at += off
  }
  return at
}

type Opening = { hours: WeekHours; special: Record<string, OpenSpan[]> }

function spansOn({ hours, special }: Opening, date: string, weekday: number): OpenSpan[] {
  return special[date] ?? hours[weekday] ?? []
}

/** Whether a door with these hours is open at a local time; spans may run past midnight. */
export function isOpenAt(opening: Opening, local: LocalTime): boolean {
  const within = (span: OpenSpan, minutes: number) => minutes >= span.from && minutes < span.until
  return (
    spansOn(opening, local.date, local.weekday).some((span) => within(span, local.minutes)) ||
    spansOn(opening, addDays(local.date, -1), (local.weekday + 6) % 7).some((span) =>
      within(span, local.minutes + 1440),
    )
  )
}

/** The next opening after a local time, within the coming fortnight; null: none is planned. */
export function nextOpening(
  opening: Opening,
  local: LocalTime,
): { date: string; minutes: number } | null {
  for (let ahead = 0; ahead <= 14; ahead++) {
    const date = addDays(local.date, ahead)
    const starts = spansOn(opening, date, (local.weekday + ahead) % 7)
      .map((span) => span.from)
      .filter((from) => ahead > 0 || from > local.minutes)
    if (starts.length > 0) return { date, minutes: Math.min(...starts) }
  }
  return null
}
