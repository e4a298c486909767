import type { Forecast } from '../ticket.ts'

/** One wait that came true: when its number was taken, what was told then, and the call. */
export type CameTrue = {
  serviceId: string
  /** The hour of the hall's clock in which the number was taken. */
  hour: number
  told: Forecast
  waitS: number
}

/**
 * How true the waits told at issue were, of all who were told one: the share of ranges within which
 * the call came, and by how much the median was off on average. Null: nobody was told any.
 */
export type Accuracy = {
  count: number
  inRange: number | null
  meanErrorS: number | null
  meanWaitS: number | null
}

/** Somebody told that there is no wait is called within so many seconds, or it was not true. */
const noWaitS = 60

export type AccuracyReport = {
  all: Accuracy
  /** Told that there is no wait, and how many of them were called at once. */
  noWait: { count: number; kept: number }
  byService: ({ serviceId: string } & Accuracy)[]
  byHour: ({ hour: number } & Accuracy)[]
}

/** The accuracy of what was told, as a whole, by service and by hour. */
export function accuracyOf(cameTrue: readonly CameTrue[]): AccuracyReport {
  const told = cameTrue.filter(isWaitTold)
  const none = cameTrue.filter((one) => !isWaitTold(one))
  const kept = none.filter(({ waitS }) => waitS <= noWaitS).length
  return {
    all: figuresOf(told),
    noWait: { count: none.length, kept },
    byService: [...Map.groupBy(told, ({ serviceId }) => serviceId)].map(([serviceId, ones]) => ({
      serviceId,
      ...figuresOf(ones),
    })),
    byHour: [...Map.groupBy(told, ({ hour }) => hour)]
      .toSorted(([a], [b]) => a - b)
      .map(([hour, ones]) => ({ hour, ...figuresOf(ones) })),
  }
}

function isWaitTold({ told }: CameTrue): boolean {
  return told.medianS > 0
}

function figuresOf(told: readonly CameTrue[]): Accuracy {
  const count = told.length
  if (count === 0) return { count, inRange: null, meanErrorS: null, meanWaitS: null }
  const mean = (of: (one: CameTrue) => number) =>
    told.reduce((sum, one) => sum + of(one), 0) / count
  return {
    count,
    inRange: Math.round(mean((one) => Number(isInRange(one))) * 1000) / 1000,
    meanErrorS: Math.round(mean(errorS)),
    meanWaitS: Math.round(mean(({ waitS }) => waitS)),
  }
}

function isInRange({ told: { lowS, highS }, waitS }: CameTrue): boolean {
  return waitS >= lowS && waitS <= highS
}

const errorS = ({ told, waitS }: CameTrue) => Math.abs(waitS - told.medianS)

/** So many of the latest waits are looked at, and so many before them at least to compare with. */
const driftOver = 300
/** The range is to be true four times of five; this far off, something has changed. */
const inRangeMin = 0.7
const inRangeMax = 0.9
const errorFactorMax = 2

/** What can be wrong with forecasts: ranges too often missed or far too wide, errors doubled. */
export const driftAlarms = ['range-missed', 'range-too-wide', 'error-doubled'] as const
export type DriftAlarm = (typeof driftAlarms)[number]

export type Drift = { latest: Accuracy; before: Accuracy; alarms: DriftAlarm[] }

/** Compares the latest waits, oldest first, with those of the weeks before them. */
export function driftOf(cameTrue: readonly CameTrue[]): Drift {
  const told = cameTrue.filter(isWaitTold)
  const latest = figuresOf(told.slice(-driftOver))
  const before = figuresOf(told.slice(0, -driftOver))
  const alarms: DriftAlarm[] = []
  if (latest.count === driftOver && latest.inRange !== null) {
    if (latest.inRange < inRangeMin) alarms.push('range-missed')
    if (latest.inRange > inRangeMax) alarms.push('range-too-wide')
  }
  const { meanErrorS } = before
  if (before.count >= driftOver && (latest.meanErrorS ?? 0) > (meanErrorS ?? 0) * errorFactorMax)
    alarms.push('error-doubled')
  return { latest, before, alarms }
}
