import { expect, test } from 'vitest'
import { nothingAdapted } from '#server/replay/adapted.ts'
import { replayZone } from '#server/replay/hall-setup.ts'
import { cutoverFor } from '#server/replay/plan.ts'
import type { Recording, Spell, Visit } from '#server/replay/recording.ts'
import { makeTimetable } from '#server/replay/timetable.ts'

const day = '2026-03-02'
const midnight = Date.parse(`${day}T00:00:00+08:00`)

function visit(calledS: number, finishedS: number, counter: string | null, service = 'pay'): Visit {
  const customerId = `${calledS}`
  const arrivalS = calledS - 10
  return {
    ...{ day, customerId, service, priority: 0, outcome: 'served' },
    ...{ arrivalS, calledS, finishedS, counter },
  }
}

function spell(counter: string, openS: number, closeS: number, services = ['pay']): Spell {
  return { day, counter, openS, closeS, services }
}

function timetableOf(visits: Visit[], spells: Spell[] | null) {
  const adapted = nothingAdapted()
  const recording: Recording = { days: [day], visits, spells, leftOut: 0 }
  const timetable = makeTimetable(recording, replayZone, adapted)
  const seconds = (at: number) => (at - midnight) / 1000
  return {
    adapted,
    timetable,
    counters: timetable.visits.map(({ counterId }) => counterId),
    shifts: timetable.shifts.map(({ counterId, services, spells: own }) => ({
      counterId,
      services,
      spells: own.map(({ from, until }) => [seconds(from), seconds(until)]),
    })),
  }
}

test('a call without a counter goes to the free one that waited longest', () => {
  const spells = [spell('c1', 0, 5000), spell('c2', 0, 5000), spell('c3', 0, 5000, ['fault'])]
  const { counters, adapted } = timetableOf(
    [visit(100, 200, 'c1'), visit(150, 160, 'c2'), visit(300, 400, null)],
    spells,
  )
  expect([counters[2], adapted.withoutCounter, adapted.relief]).toEqual(['c2', 1, 0])
})

test('of calls that overlap at a counter one goes elsewhere, to a counter opened for it (C1)', () => {
  const { counters, adapted, shifts } = timetableOf(
    [visit(100, 200, 'c1'), visit(120, 140, 'c1'), visit(150, 180, 'c1')],
    [spell('c1', 0, 5000)],
  )
  expect(counters).toEqual(['relief-1', 'c1', 'c1'])
  expect([adapted.busyCounter, adapted.relief]).toEqual([1, 1])
  expect(shifts[1]).toEqual({ counterId: 'relief-1', services: ['pay'], spells: [[100, 200]] })
})

test('spells are as long as what was served in them, and gaps are breaks until one goes home', () => {
  const spells = [spell('c1', 0, 150), spell('c1', 600, 600), spell('c1', 900, 1000)]
  const evening = 900 + 5 * 3600
  const visits = [visit(100, 200, 'c1'), visit(700, 750, 'c1'), visit(evening, evening, 'c1')]
  const { shifts, adapted } = timetableOf(visits, spells)
  expect(shifts.map((shift) => shift.spells)).toEqual([
    [
      [0, 200],
      [700, 750],
      [900, 1000],
    ],
    [[evening, evening]],
  ])
  expect([adapted.longerSpell, adapted.closedCounter, adapted.emptySpell]).toEqual([1, 2, 1])
})

test('a service that a counter was not recorded with is its own for that shift only', () => {
  const later = 10 * 3600
  const { shifts, adapted } = timetableOf(
    [visit(100, 200, 'c1', 'fault'), visit(later, later + 60, 'c1')],
    [spell('c1', 0, 300), spell('c1', later, later + 300)],
  )
  expect(shifts.map(({ services }) => services)).toEqual([['fault', 'pay'], ['pay']])
  expect(adapted.addedService).toBe(1)
})

test('without a counters file a counter works from its first call to its last', () => {
  const { shifts, adapted } = timetableOf(
    [visit(100, 200, 'c1'), visit(1000, 1100, 'c1', 'fault')],
    null,
  )
  expect(shifts).toEqual([{ counterId: 'c1', services: ['fault', 'pay'], spells: [[100, 1100]] }])
  expect(Object.values(adapted).every((count) => count === 0)).toBe(true)
})

test.each([
  ['the usual one where nobody is there then', 30_000, 60_000, 240],
  ['after those served past midnight', 21_600, 86_400 + 18_000, 300],
  ['midnight where the next day begins before the last is over', 8, 86_400 + 240, 0],
])('the cut-over is %s', (_what, first, last, minutes) => {
  const early = { ...visit(first + 10, first + 20, 'c1'), arrivalS: first }
  const { timetable } = timetableOf([early, visit(last - 400, last, 'c2')], null)
  expect(cutoverFor(timetable, replayZone)).toBe(minutes)
})
