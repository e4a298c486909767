import { expect, test } from 'vitest'
import type { TicketView, ViewFrame } from '#contract/live.ts'
import { LiveView } from '#ui-kit/live-view.ts'

const host = {
  renders: 0,
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => void host.renders++,
  updateComplete: Promise.resolve(true),
} as unknown as HTMLElement & { renders: number } & ConstructorParameters<typeof LiveView>[0]

const nobody = {
  token: null,
  session: null,
  ready: new Promise<void>(() => {}),
  renew: () => Promise.resolve(false),
}

const frame = (epoch: string, seq: number, ahead: number): ViewFrame<'ticket'> => ({
  view: 'ticket',
  scope: 't1',
  epoch,
  seq,
  serverTime: Date.UTC(2026, 2, 17, 2, 21),
  data: { ahead } as TicketView,
})

function shown(...frames: ViewFrame<'ticket'>[]): LiveView<'ticket'> {
  const live = new LiveView(host, 'ticket', nobody)
  for (const each of frames) live.accept(each)
  return live
}

test('a frame is shown with its place in the record and renders the host', () => {
  const before = host.renders
  const live = shown(frame('e1', 7, 3))
  expect(live).toMatchObject({ epoch: 'e1', seq: 7, data: { ahead: 3 }, freshness: 'live' })
  expect(host.renders).toBeGreaterThan(before)
})

test('a frame older than what is shown is dropped', () => {
  expect(shown(frame('e1', 7, 3), frame('e1', 6, 4)).data?.ahead).toBe(3)
})

test('a frame of the same place replaces: time changes a view as well', () => {
  expect(shown(frame('e1', 7, 3), frame('e1', 7, 2)).data?.ahead).toBe(2)
})

test('another epoch replaces all, whatever its number', () => {
  const live = shown(frame('e1', 7, 3), frame('e2', 1, 9))
  expect(live).toMatchObject({ epoch: 'e2', seq: 1, data: { ahead: 9 } })
})

test("the screen keeps the server's time, not its own", () => {
  const live = shown(frame('e1', 7, 3))
  expect(Math.abs(live.now() - Date.UTC(2026, 2, 17, 2, 21))).toBeLessThan(2_000)
  expect(live.asOf).toBe(Date.UTC(2026, 2, 17, 2, 21))
})
