import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ServerClock } from '#ui-kit/server-clock.ts'

const noon = Date.UTC(2026, 2, 17, 4)

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2020, 0, 1) })
})
afterEach(() => {
  vi.useRealTimers()
})

test('it runs on from what the server said, on a device whose own time is years off', () => {
  const clock = new ServerClock()
  clock.set(noon)
  vi.advanceTimersByTime(90_000)
  expect(clock.now()).toBe(noon + 90_000)
})

test('a device that slept knows how long, and one whose time was set back does not run back', () => {
  const clock = new ServerClock()
  clock.set(noon)
  vi.setSystemTime(Date.now() + 60_000)
  expect(clock.now()).toBe(noon + 60_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  expect(clock.now()).toBe(noon)
})

test('what the line delays by does not show a second twice; a real difference is taken', () => {
  const clock = new ServerClock()
  clock.set(noon)
  clock.set(noon - 200)
  expect(clock.now()).toBe(noon)
  clock.set(noon - 5_000)
  expect(clock.now()).toBe(noon - 5_000)
})
