import { expect, test } from 'vitest'
import { SiteWatch } from '#domain/queue/forecast/watch.ts'
import type { WaitForecast } from '#domain/queue/forecast/forecast.ts'
import { linesOf } from '../../../../bench/decisions/lines.ts'
import { generatedSite } from '../../../../bench/decisions/sites.ts'

type Told = { told: WaitForecast; waitS: number }

/** Lives made-up days of the sample hall through, and tells what came true of each forecast. */
function liveThrough(days: number): Told[] {
  const { recording } = generatedSite(days)
  const watch = new SiteWatch()
  const outcomes: Told[] = []
  for (const day of recording.days) {
    const asked = new Map<string, WaitForecast>()
    watch.beginDay()
    for (const line of linesOf(recording, day, { answer: true, probeAfterS: Infinity })) {
      const { type, t, id = '' } = line
      const counter = String(line['counter'])
      if (type === 'counter_open') watch.opened(t, counter, line['services'] as string[])
      if (type === 'counter_close') watch.closed(t, counter)
      if (type === 'finish') watch.finished(t, id, line['outcome'] !== 'no_show')
      if (type === 'ticket') {
        watch.joined(t, id, { serviceId: String(line['service']), priority: 0 })
        const told = watch.forecast(t, id, 'at-issue')
        if (told) asked.set(id, told)
      }
      if (type === 'call') {
        watch.called(t, id, counter)
        const told = asked.get(id)
        if (told) outcomes.push({ told, waitS: t - told.madeAtS })
      }
    }
    watch.endDay()
  }
  return outcomes
}

test(
  'Y6 of those who wait, the range told comes true for four of five, and it errs less than others do',
  { timeout: 60_000 },
  () => {
    const outcomes = liveThrough(9)
    expect(outcomes).toHaveLength(9 * 300)
    const later = outcomes.slice(3 * 300).filter(({ waitS }) => waitS > 0)
    const inRange = later.filter(
      ({ told, waitS }) => waitS >= told.lowS && waitS <= told.highS,
    ).length
    expect(inRange / later.length).toBeGreaterThan(0.77)
    expect(inRange / later.length).toBeLessThan(0.83)

    const errorOf = (guess: (one: Told, at: number) => number) =>
      later.reduce((sum, one, at) => sum + Math.abs(guess(one, at) - one.waitS), 0)
    const told = errorOf((one) => one.told.medianS)
    const lastWait = errorOf((_, at) => later[at - 1]?.waitS ?? 0)
    expect(told).toBeLessThan(lastWait * 0.8)
    expect(told).toBeLessThan(errorOf((one) => one.told.formula.medianS))
  },
)

test('a call of somebody unknown, or who has left, is passed over', () => {
  const watch = new SiteWatch()
  watch.beginDay()
  watch.opened(100, 'c1', ['pay'])
  watch.joined(110, '1', { serviceId: 'pay', priority: 0 })
  watch.left(120, '1')
  watch.called(130, '1', 'c1')
  watch.called(130, 'unknown', 'c1')
  watch.finished(140, 'unknown')
  watch.closed(150, 'unknown')
  expect(watch.forecast(150, '1', 'later')).toBeNull()
  watch.joined(160, '2', { serviceId: 'pay', priority: 0 })
  expect(watch.forecast(160, '2', 'at-issue')?.medianS).toBe(0)
})
