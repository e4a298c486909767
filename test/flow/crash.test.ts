import { expect, test } from 'vitest'
import { crashLoop } from '../support/crash-loop.ts'

test(
  'R1 killed 20 times under load, the server has kept everything it said, once',
  { timeout: 180_000 },
  async () => {
    const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 1_000_000)
    console.log(`The crash loop begins at seed ${seed}`)
    const report = await crashLoop(20, seed)
    console.log(report)
    expect(report.answers).toBeGreaterThan(200)
    expect(report.retried).toBeGreaterThan(0)
  },
)
