// A well-behaved screen on a thread of its own: what others feel while lines are abused. On the thread
// of the run its times would be those of the run.
import { parentPort, workerData } from 'node:worker_threads'
import { setTimeout as sleep } from 'node:timers/promises'
import { Screen } from '../support/screen.ts'

const { url, token } = workerData as { url: string; token: string }
const pauseMs = 10

const screen = await new Screen(url, { token }).ready()
const times: number[] = []
let over = false
let dropped = 0
screen.socket.on('disconnect', () => dropped++)
parentPort?.once('message', () => (over = true))
parentPort?.postMessage('ready')

while (!over) {
  const before = screen.frames.length
  const began = performance.now()
  screen.socket.emit('again')
  while (screen.frames.length === before && performance.now() - began < 5_000) await sleep(1)
  times.push(performance.now() - began)
  await sleep(pauseMs)
}
const sorted = times.toSorted((a, b) => a - b)
const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0
parentPort?.postMessage({ p99Ms: Math.round(p99 * 10) / 10, dropped })
screen.close()
parentPort?.close()
