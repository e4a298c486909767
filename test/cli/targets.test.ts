import { expect, test } from 'vitest'
import { targetsOf } from '#server/cli/targets.ts'

test.each<[string, unknown, [number, number, number, number]]>([
  ['nothing at all: a quarter of an hour', undefined, [900, 900, 900, 900]],
  ['one for all', 600, [600, 600, 600, 600]],
  ['by service', { PAY: 300, MOVE: 1200 }, [300, 300, 1200, 1200]],
  ['by service, another unnamed', { PAY: 300 }, [300, 300, 900, 900]],
  ['by class', { 0: 1200, 2: 300 }, [1200, 300, 1200, 300]],
  ['by class as a list', [1200, 600, 300], [1200, 300, 1200, 300]],
  ['by service and class', { PAY: { 0: 800, 2: 200 }, MOVE: [90, 60, 30] }, [800, 200, 90, 30]],
  ['both in one name', { 'PAY|0': 800, 'PAY|2': 200, 'MOVE 2': 30 }, [800, 200, 900, 30]],
  [
    'as a list of names',
    [
      { service: 'PAY', priority: 2, target_s: 200 },
      { service: 'PAY', target_s: 700 },
      { target_s: 60 },
    ],
    [700, 200, 60, 60],
  ],
  ['nonsense', { PAY: 'soon', MOVE: -1 }, [900, 900, 900, 900]],
])('Q56 targets of a replay may be named as %s', (_how, told, expected) => {
  const targetS = targetsOf(told)
  expect([targetS('PAY', 0), targetS('PAY', 2), targetS('MOVE', 0), targetS('MOVE', 2)]).toEqual(
    expected,
  )
})
