// The short run of `npm run test:fuzz`, with a seed of its own each day, so that days add up.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#domain/time.ts'
import { fuzzHttp } from './http.ts'
import type { HttpReport } from './http.ts'

const requests = 1_500
const seed = Math.floor(Date.now() / day)

let dataDir: string
let report: HttpReport

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hall-fuzz-'))
  report = await fuzzHttp(dataDir, requests, seed)
}, 240_000)
afterAll(() => rm(dataDir, { recursive: true }))

describe(`${requests} requests of seed ${seed}`, () => {
  test('F1, F2 are all answered, tell nothing of the inside, and change nothing when refused', () => {
    expect(report.faults).toEqual([])
    expect(report.requests).toBe(requests)
  })

  test('F1 go to every door of the interface, and most of them get past it', () => {
    expect(report.doors).toBeGreaterThan(50)
    expect(report.entered).toBeGreaterThan(report.doors / 2)
  })

  test('F1 leave the memory of the server as it was', () => {
    expect(report.rssGrowthMb).toBeLessThan(50)
  })
})
