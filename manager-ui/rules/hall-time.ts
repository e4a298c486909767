import { clockTime, isoDate } from '#ui-kit/format.ts'

/** The instant at which a hall's own clock shows this date and time; null where they are none. */
export function instantAt(date: string, time: string, zone: string): number | null {
  const wanted = Date.parse(`${date}T${time.padStart(5, '0')}Z`)
  if (!/^\d{1,2}:\d{2}$/.test(time) || Number.isNaN(wanted)) return null
  let at = wanted
  // Twice, for the zone may change its offset between the guess and what is meant.
  for (let turn = 0; turn < 2; turn++) {
    const shown = Date.parse(`${isoDate(at, zone)}T${clockTime(at, zone)}Z`)
    at += wanted - shown
  }
  return at
}
