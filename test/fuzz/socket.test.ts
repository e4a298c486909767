// The short run of `npm run test:fuzz` on sockets, always with the same seed. Shown to catch, each
// planted by itself in live/receipts.ts and live/socket.ts:
// - `painted` unguarded and with `receipt.seq`: “the server is gone”
// - `again` that calls its acknowledgement without looking: “the server is gone”
// - a stranger joined to the view of whoever came last: “a stranger was told the view of a ticket”
// - an event that closes the day: “changed: day.closed”
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fuzzSockets } from './socket.ts'

const frames = 1_200
const seed = 1

test(`F3 ${frames} frames of seed ${seed} stop nothing, change nothing and show nothing`, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hall-fuzz-'))
  const report = await fuzzSockets(dataDir, frames, seed)
  expect(report.faults).toEqual([])
  expect(report.frames).toBeGreaterThanOrEqual(frames)
  expect(report.rssGrowthMb).toBeLessThan(50)
  await rm(dataDir, { recursive: true })
}, 240_000)
