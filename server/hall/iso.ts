import { localTime, minute } from '#domain/time.ts'

/** An instant as ISO 8601 in a hall's own time with its offset: 2026-03-17T10:21:00.000+08:00. */
export function isoInZone(at: number, timeZone: string): string {
  const { date, minutes } = localTime(at, timeZone)
  const offset = (Date.parse(`${date}T00:00:00Z`) + minutes * minute - floorMinute(at)) / minute
  const shifted = new Date(at + offset * minute).toISOString().slice(0, -1)
  const sign = offset < 0 ? '-' : '+'
  const size = Math.abs(offset)
  return `${shifted}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function floorMinute(at: number): number {
  return Math.floor(at / minute) * minute
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
