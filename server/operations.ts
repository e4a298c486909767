import { statfsSync } from 'node:fs'
import {
  Counter,
  Gauge,
  Histogram,
  Registry,
  collectDefaultMetrics,
} from '@platformatic/prom-client'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isRefused } from '#domain/decision.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Services } from './app.ts'
import type { Hall } from './hall/hall.ts'
import { hallWaiting } from './queue/views.ts'
import { isAlmostFull } from './limits/limits.ts'
import { isLoopback } from './settings.ts'

const batches = new Histogram({
  name: 'hall_commit_seconds',
  help: 'Time of a durable commit, with the commands that share it',
  labelNames: ['hall'],
  buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5],
  registers: [],
})
const commands = new Counter({
  name: 'hall_commands_total',
  help: 'Commands that were decided',
  labelNames: ['hall'],
  registers: [],
})

const turnedAway = new Counter({
  name: 'hall_turned_away_total',
  help: 'Requests and lines that were turned away, by the code they were told',
  labelNames: ['because'],
  registers: [],
})

export function countTurnedAway(because: RefusalCode): void {
  turnedAway.inc({ because })
}

/** Counts what a hall writes. */
export function measureHall(hall: Hall): void {
  hall.change.onBatch = (size, ms) => {
    batches.observe({ hall: hall.id }, ms / 1000)
    commands.inc({ hall: hall.id }, size)
  }
}

/** What supervisors ask: alive, ready, and numbers without any personal data. */
export function serveOperations(app: FastifyInstance, services: Services): void {
  const registry = makeRegistry(services)
  const hidden = { schema: { hide: true } }
  app.get('/livez', hidden, () => ({ alive: true }))
  app.get('/readyz', hidden, (_request, reply) => {
    const problems = notReady(services)
    return reply
      .code(problems.length === 0 ? 200 : 503)
      .send({ ready: problems.length === 0, problems })
  })
  app.get('/metrics', hidden, async (request, reply) => {
    if (!mayMeasure(request, services)) return reply.code(403).send()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

function makeRegistry({ halls, hub }: Services): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  registry.registerMetric(batches)
  registry.registerMetric(commands)
  registry.registerMetric(turnedAway)
  registry.registerMetric(
    new Gauge({
      name: 'hall_waiting',
      help: 'Tickets that wait to be called',
      labelNames: ['hall'],
      registers: [],
      collect() {
        for (const { id, day } of halls.all()) this.set({ hall: id }, hallWaiting(day))
      },
    }),
  )
  registry.registerMetric(
    new Gauge({
      name: 'hall_screens',
      help: 'Connected screens, and those that have not painted their newest view for 15 s',
      labelNames: ['view', 'state'],
      registers: [],
      collect() {
        this.reset()
        for (const { view, watching, behind } of hub.counts()) {
          this.set({ view, state: 'watching' }, watching)
          this.set({ view, state: 'behind' }, behind)
        }
      },
    }),
  )
  return registry
}

/** Why the server should not be sent any work now. */
function notReady({ halls }: Services): string[] {
  const problems: string[] = []
  if (halls.all().length === 0) problems.push('no hall')
  for (const hall of halls.all()) {
    if (hall.db.pragma('synchronous', { simple: true }) !== 2)
      problems.push(`${hall.id}: not durable`)
    // Recorded days are of another time, and nobody waits in them.
    if (hall.day.setup.hall.purpose === 'replay') continue
    if (hall.clockSuspect) problems.push(`${hall.id}: clock in doubt`)
    if (hall.day.businessDay === null) problems.push(`${hall.id}: no business day`)
  }
  if (isAlmostFull(statfsSync(halls.dataDir))) problems.push('disk almost full')
  return problems
}

function mayMeasure(request: FastifyRequest, { credentials }: Services): boolean {
  if (isLoopback(request.ip)) return true
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
  const principal = credentials.identify({ bearer, session: null, hallId: null })
  return !isRefused(principal) && ['manager', 'operator'].includes(principal.kind)
}
