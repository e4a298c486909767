import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readRecording } from '#server/replay/recording.ts'
import type { Recording } from '#server/replay/recording.ts'
import { generateHallDay } from '../hall-day.ts'

/** Days to score on, and the order of calling that was in force there. */
export type RecordedSite = {
  name: string
  recording: Recording
  classes: { service: string; priority: number; head_start_s: number }[]
  /** Whoever still waits looks at the phone so long after taking a number: the usual wait here. */
  probeAfterS: number
}

/** Head starts in seconds by service and priority, as the operators of the records know them. */
const headStarts: Record<string, Record<string, number>> = {
  'bank-1999-01': { 'PS 1': 27, 'NE 1': 53, 'NW 0': -42, 'IN 0': -76 },
  'bank-1999-02-early': {
    ...{ 'PS 1': 73, 'NE 1': 77, 'TT 1': 86, 'PE 0': 22, 'PE 1': 74 },
    ...{ 'TT 0': -43, 'NW 0': -118, 'IN 0': -129 },
  },
}

/** Elsewhere: none for the normal, ten minutes for the statutory, a quarter for appointments. */
const usualStarts = [0, 600, 900]

/** The recorded sites in a folder: NAME.csv beside NAME.counters.csv. */
export function recordedSites(folder: string): RecordedSite[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.csv') && !file.endsWith('.counters.csv'))
    .map((file) => file.slice(0, -'.csv'.length))
    .filter((name) => existsSync(join(folder, `${name}.counters.csv`)))
  return names.toSorted().map((name) => {
    const recording = readRecording(
      join(folder, `${name}.csv`),
      join(folder, `${name}.counters.csv`),
    )
    return siteOf(name, recording)
  })
}

/** Days of the sample hall, made up from a seed. */
export function generatedSite(count = 20): RecordedSite {
  const days = Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(2026, 2, 2 + at)).toISOString().slice(0, 10)
    return generateHallDay({ seed: 1000 + at, day, customers: 300 })
  })
  const visits = days.flatMap(({ day, customers }) =>
    customers.map(({ customerId, ...one }) => ({
      ...{ ...one, day, customerId: String(customerId), priority: 0 },
    })),
  )
  const spells = days.flatMap(({ day, spells }) => spells.map((one) => ({ ...one, day })))
  const recording = { days: days.map(({ day }) => day), visits, spells, leftOut: 0 }
  return siteOf('generated', recording)
}

function siteOf(name: string, recording: Recording): RecordedSite {
  const waits = recording.visits
    .flatMap(({ arrivalS, calledS }) => (calledS === null ? [] : [calledS - arrivalS]))
    .filter((waitS) => waitS > 0)
    .toSorted((a, b) => a - b)
  const classes = classesOf(recording, headStarts[name])
  return { name, recording, classes, probeAfterS: waits[waits.length >> 1] ?? 60 }
}

function classesOf({ visits }: Recording, starts: Record<string, number> | undefined) {
  const names = new Set(visits.map(({ service, priority }) => `${service} ${priority}`))
  return [...names].toSorted().map((name) => {
    const [service = '', priority = '0'] = name.split(' ')
    const usual = starts ? 0 : (usualStarts[Number(priority)] ?? 0)
    return { service, priority: Number(priority), head_start_s: starts?.[name] ?? usual }
  })
}
