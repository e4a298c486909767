// npm run test:fuzz -- [REQUESTS] [FRAMES] [SEED]: sends what nobody honest would send to every door
// and every socket of a server that runs for it, and says what came of it (rules F1 to F4). A fault
// names its seed; the same seed sends the same.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fuzzHttp } from './http.ts'
import { fuzzSockets } from './socket.ts'

const [requests = 20_000, frames = 10_000, seed = Date.now() % 1e6] = process.argv
  .slice(2)
  .map(Number)

const dataDir = await mkdtemp(join(tmpdir(), 'hall-fuzz-'))
const tell = (line: string) => process.stdout.write(`\r${line}`.padEnd(60))
console.log(`Seed ${seed}`)
const http = await fuzzHttp(join(dataDir, 'http'), requests, seed, tell)
console.log(`\nHTTP ${JSON.stringify(http, null, 2)}`)
const sockets = await fuzzSockets(join(dataDir, 'sockets'), frames, seed, tell)
console.log(`\nSockets ${JSON.stringify(sockets, null, 2)}`)
await rm(dataDir, { recursive: true })
const faults = [
  ...http.faults,
  ...sockets.faults,
  ...[http, sockets].filter(({ rssGrowthMb }) => rssGrowthMb >= 50).map(() => 'memory has grown'),
]
process.exitCode = faults.length > 0 ? 1 : 0
