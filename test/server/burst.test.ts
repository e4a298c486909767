import { expect, test } from 'vitest'
import type { Forecast } from '#domain/queue/ticket.ts'
import { Burst } from '#server/queue/burst.ts'

const forecast = (medianS: number): Forecast => ({
  ...{ ahead: 5, medianS },
  ...{ lowS: medianS / 2, highS: medianS * 2 },
})

/** Works for so many milliseconds. */
function work(ms: number) {
  const until = performance.now() + ms
  while (performance.now() < until);
  return 'done'
}

test('Y17 in a burst foretelling takes one part in so many of the time', () => {
  const burst = new Burst(20)
  expect(burst.isResting).toBe(false)
  expect(burst.take(() => work(5))).toBe('done')
  expect(burst.isResting).toBe(true)
  expect(burst.restMs).toBeGreaterThan(80)
  expect(new Burst(20).restMs).toBe(0)
})

test('Y17 the next number is told what the one before was, as the formula has it longer', () => {
  const burst = new Burst(20)
  expect(burst.like('pay|0', forecast(300))).toBeNull()
  burst.keep('pay|0', forecast(600), forecast(300))
  expect(burst.like('pay|0', forecast(300))).toEqual({ ...forecast(600), ahead: 5 })
  expect(burst.like('pay|0', forecast(630))?.medianS).toBe(1200)
  expect(burst.like('move|0', forecast(300))).toBeNull()
})

test('Y17 no wait of zero is carried over to the next', () => {
  const burst = new Burst(20)
  burst.keep('pay|0', forecast(0), forecast(0))
  expect(burst.like('pay|0', forecast(0))).toMatchObject({ medianS: 1, highS: 1 })
})
