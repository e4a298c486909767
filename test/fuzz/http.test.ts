// The short run of `npm run test:fuzz`, always with the same seed; the whole one takes another each
// time. Shown to catch, each planted by itself:
// - `error.stack` instead of `fieldOf(error)` in the refusals of app.ts: “told of its inside: node_modules”
// - `schemaOf` of door-schema.ts without `bodyOf(route)`: “503” at the pairing, the console, the devices
// - `coerceTypes` and `removeAdditional` for bodies in app.ts: “took a body that is not what the door
//   asks for”, at POST /sample/console with a field too many
// - `command.beside` before the refusal in change.ts: “changed: private_texts, without an event”
// What it has found by itself stands in found.test.ts.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fuzzHttp } from './http.ts'
import type { HttpReport } from './http.ts'

const requests = 1_500
const seed = 1

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
