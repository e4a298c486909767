import { rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openReadOnly } from '#server/db/open.ts'
import { recordFile } from '#server/hall/hall.ts'
import { benchCalls } from './calls.ts'
import { startFloor } from './floor/start.ts'
import type { FloorServer } from './floor/start.ts'
import type { Side } from './load.ts'
import { hallId, openCounter, startProduct } from './product.ts'
import type { Product } from './product.ts'
import { benchTakes } from './takes.ts'
import type { TakeFigures } from './takes.ts'

/**
 * `npm run bench`: the whole product beside its bare parts, in one run on one machine. What counts
 * are the ratios, for the speed of the machine stands in both numbers. `--beside DIR` loads another
 * state of the product in the same turns: what a change brought is seen on the same machine at the
 * same time, or not at all.
 */
const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '1,8,16,64' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    calls: { type: 'string', default: '100' },
    beside: { type: 'string' },
    json: { type: 'string', default: join(import.meta.dirname, 'last-run.json') },
  },
})
const plan = {
  connections: values.connections.split(',').map(Number),
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
}
const floors = {
  'one row': await startFloor('one-row'),
  'the same rows': await startFloor('same-rows'),
}
const product = await startProduct()
const other = values.beside === undefined ? null : await startProduct(resolve(values.beside))
try {
  const terminals = await openAllCounters(product)
  if (other) await openAllCounters(other)
  const machine = { cores: cpus().length, processor: cpus()[0]?.model, node: process.version }
  console.log(`${machine.cores} cores (${machine.processor}), Node ${machine.node}\n`)
  const calls = await benchCalls(
    floors['one row'],
    product,
    terminals[0] ?? '',
    Number(values.calls),
  )
  const sides = [
    ...Object.entries(floors).map(([name, floor]) => floorSide(name, floor)),
    ...(other ? [await productSide('the other', other)] : []),
    await productSide('product', product),
  ]
  const takes = await benchTakes(sides, product.serviceIds, plan)
  const memory = await memoryOf(sides)
  const numbers = numbersOf(takes)
  writeFileSync(
    values.json,
    JSON.stringify({ machine, plan, takes, calls, memory, numbers }, null, 2),
  )
  console.log(`Figures written to ${values.json}`)
} finally {
  for (const { child } of Object.values(floors)) child.disconnect()
  await stop(product)
  if (other) await stop(other)
}

async function openAllCounters(of: Product): Promise<string[]> {
  const terminals: string[] = []
  for (let at = 0; at < of.counterIds.length; at++) terminals.push(await openCounter(of, at))
  return terminals
}

async function stop({ child, dataDir }: Product): Promise<void> {
  child.kill('SIGTERM')
  await new Promise((ended) => child.once('exit', ended))
  rmSync(dataDir, { recursive: true, force: true })
}

function floorSide(name: string, { url }: FloorServer): Side {
  return {
    name,
    takeUrl: `${url}/take`,
    headers: {},
    usage: async () => (await (await fetch(`${url}/usage`)).json()) as never,
  }
}

async function productSide(name: string, { url, key }: Product): Promise<Side> {
  return {
    name,
    takeUrl: `${url}/api/v1/tickets`,
    headers: { authorization: `Bearer ${await key('kiosk')}` },
    usage: async () => {
      const text = await (await fetch(`${url}/metrics`)).text()
      const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1])
      return {
        cpuS: value('process_cpu_seconds_total'),
        rssBytes: value('process_resident_memory_bytes'),
      }
    },
  }
}

async function memoryOf(sides: readonly Side[]): Promise<{ side: string; megabytes: number }[]> {
  const memory: { side: string; megabytes: number }[] = []
  for (const { name, usage } of sides)
    memory.push({ side: name, megabytes: Math.round((await usage()).rssBytes / 1024 / 1024) })
  const told = memory.map(({ side, megabytes }) => `${side} ${megabytes} MB`).join(', ')
  console.log(`Memory: ${told}; the product holds every number of the run in its day`)
  return memory
}

/** Nothing was lost and no number given twice, read from the record itself. */
function numbersOf(takes: readonly TakeFigures[]) {
  const db = openReadOnly(recordFile(product.dataDir, hallId))
  const { recorded, labels } = db
    .prepare<[], { recorded: number; labels: number }>(
      'SELECT count(*) AS recorded, count(DISTINCT ticket_no) AS labels FROM tickets',
    )
    .get() ?? { recorded: 0, labels: -1 }
  db.close()
  const own = takes.flatMap(({ sides }) => sides.filter(({ side }) => side === 'product'))
  const acknowledged = own.reduce((all, { taken }) => all + taken, 0)
  const errors = own.reduce((all, side) => all + side.errors, 0)
  const twice = recorded - labels
  console.log(`Numbers: ${recorded} recorded, ${twice} given twice, ${errors} errors`)
  if (twice !== 0 || errors > 0 || recorded < acknowledged) process.exitCode = 1
  return { recorded, acknowledged, twice, errors }
}
