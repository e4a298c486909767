import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

/** A server that takes numbers under load, and how to ask what it used. */
export type Side = {
  name: string
  takeUrl: string
  headers: Record<string, string>
  /** Processor time since it started, and memory now. */
  usage: () => Promise<{ cpuS: number; rssBytes: number }>
}

/** What one spell of load came to. */
export type Spell = {
  taken: number
  perSecond: number
  p50Ms: number
  p99Ms: number
  /** Processor time of the server for one number. */
  cpuUs: number
  errors: number
}

/** Asks for numbers from so many connections at once; every side gets the very same requests. */
export async function load(
  side: Side,
  connections: number,
  seconds: number,
  service: () => string,
): Promise<Spell> {
  const before = await side.usage()
  const result = await autocannon({
    url: side.takeUrl,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...side.headers },
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          headers: { ...request.headers, 'idempotency-key': randomUUID() },
          body: JSON.stringify({ serviceId: service() }),
        }),
      },
    ],
  })
  const after = await side.usage()
  const taken = result['2xx']
  return {
    taken,
    perSecond: taken / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuUs: ((after.cpuS - before.cpuS) / taken) * 1e6,
    errors: result.errors + result.non2xx,
  }
}
