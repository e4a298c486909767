import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { Server } from 'socket.io'

/**
 * The floor: what the bare parts cost. Fastify takes a number, SQLite writes one row durably
 * (FULL, the same group commit as the product), socket.io tells one screen. No rules, no
 * credentials, no views, no record.
 */
const folder = mkdtempSync(join(tmpdir(), 'hall-floor-'))
const db = new Database(join(folder, 'floor.db'))
db.pragma('journal_mode = wal')
db.pragma('synchronous = 2')
db.exec('CREATE TABLE tickets (n INTEGER PRIMARY KEY, service TEXT NOT NULL) STRICT')
const insert = db.prepare('INSERT INTO tickets VALUES (?, ?)')

type Waiting = { service: string; done: (n: number) => void }
const batchMax = 32
let last = 0
const queue: Waiting[] = []

function drain(): void {
  while (queue.length > 0) {
    const batch = queue.splice(0, batchMax)
    db.exec('BEGIN IMMEDIATE')
    const numbers = batch.map(({ service }) => {
      insert.run(++last, service)
      return last
    })
    db.exec('COMMIT')
    batch.forEach(({ done }, at) => done(numbers[at] ?? 0))
  }
}

function take(service: string): Promise<number> {
  return new Promise((done) => {
    queue.push({ service, done })
    if (queue.length === 1) setImmediate(drain)
  })
}

const app = Fastify()
const io = new Server(app.server, { serveClient: false, perMessageDeflate: false })
app.post<{ Body: { serviceId: string } }>('/take', async ({ body }) => ({
  n: await take(body.serviceId),
}))
/** A call as the bare parts do it: one durable row, one frame to the screens. */
app.post('/call', async () => {
  const n = await take('call')
  io.emit('view', { n })
  return { n }
})
app.get('/memory', () => ({ rss: process.memoryUsage.rss() }))
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ url })
process.on('disconnect', () => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
