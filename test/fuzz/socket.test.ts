// The short run of `npm run test:fuzz` on sockets, with a seed of its own each day.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '#domain/time.ts'
import { fuzzSockets } from './socket.ts'

const frames = 1_200
const seed = Math.floor(Date.now() / day)

test(`F3 ${frames} frames of seed ${seed} stop nothing, change nothing and show nothing`, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hall-fuzz-'))
  const report = await fuzzSockets(dataDir, frames, seed)
  expect(report.faults).toEqual([])
  expect(report.frames).toBeGreaterThanOrEqual(frames)
  expect(report.rssGrowthMb).toBeLessThan(50)
  await rm(dataDir, { recursive: true })
}, 240_000)
