import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { Server } from 'socket.io'
import { Batches } from '#server/batches.ts'
import { oneRow } from './one-row.ts'
import type { TakeRequest } from './one-row.ts'
import { sameRows } from './same-rows.ts'

/**
 * A floor: what the bare parts cost. Fastify takes a number, SQLite writes it durably (FULL, the
 * same group commit as the product), socket.io tells one screen. No rules, no credentials, no
 * checks, no views. `main.ts one-row` writes one small row a number, `main.ts same-rows` those that
 * the product writes.
 */
const folder = mkdtempSync(join(tmpdir(), 'hall-floor-'))
const open = process.argv[2] === 'same-rows' ? sameRows : oneRow
const { db, write } = open(join(folder, 'floor.db'))

type Waiting = { request: TakeRequest; done: (answer: string) => void }

const batches = new Batches<Waiting>((batch) => {
  db.exec('BEGIN IMMEDIATE')
  const answers = batch.map(({ request }) => write(request))
  db.exec('COMMIT')
  batch.forEach(({ done }, at) => done(answers[at] ?? ''))
})

function take(request: TakeRequest): Promise<string> {
  return new Promise((done) => batches.add({ request, done }))
}

const app = Fastify()
const io = new Server(app.server, { serveClient: false, perMessageDeflate: false })
app.post<{ Body: { serviceId: string } }>('/take', async ({ body, headers }, reply) => {
  const key = String(headers['idempotency-key'])
  const answer = await take({ client: 'kiosk:floor', key, serviceId: body.serviceId })
  return reply.type('application/json; charset=utf-8').send(answer)
})
/** A call as the bare parts do it: one durable row, one frame to the screens. */
app.post('/call', async (_request, reply) => {
  const answer = await take({ client: 'floor', key: '', serviceId: 'call' })
  io.emit('view', answer)
  return reply.type('application/json; charset=utf-8').send(answer)
})
app.get('/usage', () => {
  const { user, system } = process.cpuUsage()
  return { rssBytes: process.memoryUsage.rss(), cpuS: (user + system) / 1e6 }
})
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ url })
process.on('disconnect', () => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
